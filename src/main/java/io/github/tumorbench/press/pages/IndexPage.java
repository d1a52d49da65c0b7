package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.Claims;
import io.github.tumorbench.press.analysis.Finding;
import io.github.tumorbench.press.analysis.Findings;
import io.github.tumorbench.press.figures.Figures;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.study.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The first page: what was asked, the answer, the comparison.
 *
 * @param question what was asked, in words
 * @param asked dataset, images, protocol, seed
 * @param answer the finding about all experiments; empty where no image was tested
 * @param details serious findings about the data, then the summary of findings, each with where it comes from
 * @param withoutCopies no rows where no test image has a copy in training
 */
public record IndexPage(
        Frame frame,
        String question,
        List<Term> asked,
        String answer,
        List<Detail> details,
        Table leaderboard,
        Table withoutCopies,
        List<FigureView> figures)
        implements Page {
    /** Name of the page's file. */
    public static final String FILE = "index.html";

    public IndexPage {
        asked = List.copyOf(asked);
        details = List.copyOf(details);
        figures = List.copyOf(figures);
    }

    /** A sentence, and where its numbers are. */
    public record Detail(String sentence, String label, String href) {}

    /** @param claims null where the images are generated */
    static IndexPage of(Report report, Claims claims) {
        var analysis = report.analysis();
        List<Finding> findings = Findings.of(analysis);
        List<Detail> details = new ArrayList<>(dataWarnings(report));
        Findings.summary(analysis).stream().map(one -> detail(report, one)).forEach(details::add);
        if (claims != null && claims.told()) {
            details.add(new Detail(claims.sentence(), "Each claim and figure", ClaimsPage.FILE));
        }
        String answer = Format.sentence(findings.stream()
                .filter(one -> one.experiment() == null)
                .map(Finding::sentence)
                .collect(Collectors.joining(" ")));
        return new IndexPage(
                report.frame("Results", FILE),
                Question.of(report),
                asked(report),
                answer,
                details,
                Leaderboard.of(report),
                Leaderboard.withoutCopies(report),
                analysis.experiments().isEmpty()
                        ? List.of()
                        : List.of(
                                FigureView.of(Figures.accuracyOverview(analysis))
                                        .unlessSaid(answer),
                                FigureView.of(Figures.recallByClass(analysis))));
    }

    /** A finding, and the place its numbers stand at. */
    private static Detail detail(Report report, Finding finding) {
        String sentence = Format.sentence(finding.sentence());
        return switch (finding.section()) {
            case Findings.LEAKAGE -> new Detail(sentence, "Numbers without copies", FILE + "#without-copies");
            case Findings.ERRORS -> new Detail(sentence, "Errors in common", ComparisonPage.FILE + "#errors-1");
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
