package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.Errors;
import io.github.tumorbench.press.analysis.Family;
import io.github.tumorbench.press.analysis.findings.Findings;
import io.github.tumorbench.press.figures.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * Experiments compared image by image, and the images they get wrong.
 *
 * @param families one for each set of test images with at least two experiments
 * @param resampling how intervals of differences were resampled
 */
public record ComparisonPage(Frame frame, List<FamilyView> families, String resampling) implements Page {
    /** Name of the page's file. */
    public static final String FILE = "comparison.html";

    public ComparisonPage {
        families = List.copyOf(families);
    }

    /**
     * One set of test images.
     *
     * @param number from 1, part of the ids on the page
     * @param title which images
     * @param sentences the most accurate against each other, in words
     * @param best the most accurate against each other
     * @param rest the other pairs; no rows for two experiments
     * @param areas surest differences of areas under ROC curves
     * @param errors null where fewer than two networks were tested
     */
    public record FamilyView(
            int number,
            String title,
            FigureView groups,
            List<String> sentences,
            Table best,
            Table rest,
            Table areas,
            ErrorsView errors) {
        public FamilyView {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * What networks get wrong together.
     *
     * @param finding in a sentence
     * @param together shares and counts
     * @param wrongBy images by the number of networks that get them wrong
     * @param hardest the images most get wrong
     * @param agreement pair by pair
     */
    public record ErrorsView(String finding, List<Term> together, Table wrongBy, Table hardest, Table agreement) {
        public ErrorsView {
            together = List.copyOf(together);
        }
    }

    static ComparisonPage of(Report report) {
        List<FamilyView> views = new ArrayList<>();
        List<Family> families = report.analysis().families();
        for (int i = 0; i < families.size(); i++) {
            if (!families.get(i).pairs().isEmpty()) {
                views.add(view(report, i));
            }
        }
        var bootstrap = report.analysis().bootstrap();
        return new ComparisonPage(
                report.frame("Comparison", FILE),
                views,
                "%s resamples of the images within their true class, from seed %s"
                        .formatted(Format.count(bootstrap.resamples()), bootstrap.seed()));
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String template() {
        return "comparison";
    }

    private static FamilyView view(Report report, int index) {
        Family family = report.analysis().families().get(index);
        String best = family.ids().get(0);
        return new FamilyView(
                index + 1,
                title(report, family),
                report.figure(Figures.GROUPS + (index + 1)),
                family.pairs().stream()
                        .filter(pair -> pair.first().equals(best))
                        .map(pair -> Format.sentence(pair.sentence()))
                        .toList(),
                ComparisonTables.best(family.pairs().stream()
                        .filter(pair -> pair.first().equals(best))
                        .toList()),
                ComparisonTables.rest(family.pairs().stream()
                        .filter(pair -> !pair.first().equals(best))
                        .toList()),
                ComparisonTables.areas(family),
                family.errors() == null ? null : errors(family, family.errors()));
    }

    private static String title(Report report, Family family) {
        List<String> protocols = family.ids().stream()
                .map(id -> report.analysis().experiment(id).protocol())
                .distinct()
                .toList();
        return "%s on %s, protocol %s"
                .formatted(
                        Format.counted(family.ids().size(), "experiment", "experiments"),
                        Format.counted(family.images(), "image", "images"),
                        Question.words(protocols, "and"));
    }

    private static ErrorsView errors(Family family, Errors errors) {
        return new ErrorsView(
                Format.sentence(Findings.errors(family)),
                List.of(
                        Term.of("Best network", Format.percent(errors.bestAccuracy()), errors.best()),
                        Term.of(
                                "Majority vote",
                                Format.percent(errors.majority()),
                                "the class most networks name, the one with the highest summed probability on ties"),
                        Term.of(
                                "Perfect choice",
                                Format.percent(errors.oracle()),
                                "images at least one network gets right")),
                ComparisonTables.wrongBy(errors),
                ComparisonTables.hardest(errors),
                ComparisonTables.agreement(errors));
    }
}
