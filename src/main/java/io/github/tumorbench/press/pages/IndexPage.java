package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.Family;
import io.github.tumorbench.press.analysis.Finding;
import io.github.tumorbench.press.analysis.Findings;
import io.github.tumorbench.press.figures.Figures;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.study.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first page: what was asked, the answer, the comparison.
 *
 * @param question what was asked, in words
 * @param asked dataset, images, protocol, seed
 * @param aspects what was found on each set of test images, then serious findings about the data
 * @param withoutCopies no rows where no test image has a copy in training
 */
public record IndexPage(
        Frame frame,
        String question,
        List<Term> asked,
        List<Aspect> aspects,
        Table leaderboard,
        Table withoutCopies,
        List<FigureView> figures)
        implements Page {
    /** Name of the page's file. */
    public static final String FILE = "index.html";

    public IndexPage {
        asked = List.copyOf(asked);
        aspects = List.copyOf(aspects);
        figures = List.copyOf(figures);
    }

    /**
     * Findings that belong together.
     *
     * @param title empty where there is nothing to tell apart
     * @param answer empty where there is none
     */
    public record Aspect(String title, String answer, List<Detail> details) {
        public Aspect {
            details = List.copyOf(details);
        }
    }

    /** A sentence, and where its numbers are. */
    public record Detail(String sentence, String label, String href) {}

    static IndexPage of(Report report) {
        var analysis = report.analysis();
        return new IndexPage(
                report.frame("Overview", FILE),
                Question.of(report),
                asked(report),
                aspects(report),
                Leaderboard.of(report),
                Leaderboard.withoutCopies(report),
                analysis.experiments().isEmpty()
                        ? List.of()
                        : List.of(report.figure(Figures.ACCURACY).withoutReading(), report.figure(Figures.RECALL)));
    }

    /** Whether any image was tested. */
    public boolean answered() {
        return aspects.stream().anyMatch(aspect -> !aspect.answer().isEmpty());
    }

    /** One where there is one set of test images; else one for each of them and one for the data. */
    private static List<Aspect> aspects(Report report) {
        var analysis = report.analysis();
        List<Aspect> found = new ArrayList<>();
        int number = 0;
        for (Family family : analysis.families()) {
            number++;
            String errors = ComparisonPage.FILE + "#errors-" + number;
            String answer = Findings.answer(analysis, family);
            if (!answer.isEmpty()) {
                List<Detail> details = Findings.summary(analysis, family).stream()
                        .map(one -> detail(report, one, errors))
                        .toList();
                found.add(new Aspect(
                        "Protocol " + Findings.protocols(analysis, family), Format.sentence(answer), details));
            }
        }
        List<Detail> warnings = dataWarnings(report);
        List<Detail> claimed = report
                .claims()
                .map(claims -> new Detail(claims.sentence(), "Each claim and figure", ClaimsPage.FILE))
                .stream()
                .toList();
        if (found.size() > 1) {
            found.add(new Aspect(
                    "The images",
                    "",
                    Stream.of(warnings, claimed).flatMap(List::stream).toList()));
            return found;
        }
        String answer = found.isEmpty() ? "" : found.get(0).answer();
        List<Detail> details = found.isEmpty() ? List.of() : found.get(0).details();
        return List.of(new Aspect(
                "",
                answer,
                Stream.of(warnings, details, claimed).flatMap(List::stream).toList()));
    }

    /**
     * A finding, and the place its numbers stand at.
     *
     * @param errors where the errors in common of its set of test images stand
     */
    private static Detail detail(Report report, Finding finding, String errors) {
        String sentence = Format.sentence(finding.sentence());
        return switch (finding.section()) {
            case Findings.LEAKAGE -> new Detail(sentence, "Numbers without copies", FILE + "#without-copies");
            case Findings.ERRORS -> new Detail(sentence, "Errors in common", errors);
            case Findings.CALIBRATION -> new Detail(
                    sentence, "Numbers of calibration", ReliabilityPage.FILE + "#calibration");
            case Findings.DEFERRAL -> new Detail(sentence, "Numbers of deferral", ReliabilityPage.FILE + "#deferral");
            default -> finding.experiment() == null
                    ? new Detail(sentence, "Recall of each class", FILE + "#figure-recall-by-class")
                    : new Detail(
                            sentence,
                            "Numbers of " + report.nameOf(finding.experiment()),
                            Report.fileOf(finding.experiment()) + "#" + finding.section());
        };
    }

    /** What is seriously wrong with the data belongs beside the answer. */
    private static List<Detail> dataWarnings(Report report) {
        return report.record().audit().findings().stream()
                .filter(finding -> finding.severity().equals("serious") && finding.count() > 0)
                .map(finding -> new Detail(finding.sentence(), "More on the data", "data.html#audit"))
                .toList();
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String template() {
        return "index";
    }

    private static List<Term> asked(Report report) {
        var run = report.record().run();
        var study = run.study();
        List<Term> terms = new ArrayList<>();
        String edition = report.record().audit().edition();
        terms.add(
                Term.of("Dataset", run.provenance().dataset(), edition.equals("unknown") ? "" : "edition " + edition));
        terms.add(Term.of("Classes", String.join(", ", run.classes())));
        terms.add(Term.of(
                "Images",
                Format.counted(split(report, "training"), "training", "training") + ", "
                        + Format.counted(split(report, "validation"), "validation", "validation") + ", "
                        + Format.counted(split(report, "testing"), "test", "test")));
        terms.add(Term.of(
                "Protocol",
                study.protocols().stream().map(Protocol::id).collect(Collectors.joining(", ")),
                study.protocols().equals(List.of(Protocol.OFFICIAL))
                        ? "the dataset’s own training and test images"
                        : ""));
        terms.add(Term.of("Seed", Long.toString(study.seed())));
        return terms;
    }

    private static long split(Report report, String split) {
        return report.record().manifest().stream()
                .map(ManifestRow::split)
                .filter(split::equals)
                .count();
    }
}
