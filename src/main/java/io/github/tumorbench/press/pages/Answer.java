package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.Family;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.findings.Finding;
import io.github.tumorbench.press.analysis.findings.Findings;
import io.github.tumorbench.press.pages.IndexPage.Detail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The answer in a few sentences: who is best under each protocol, what that owes to copies, what is weak, what helps. */
final class Answer {
    /** What is told once the best are named, the most telling first. */
    private static final List<String> THEN =
            List.of(Findings.LEAKAGE, Findings.PER_CLASS, Findings.DEFERRAL, Findings.CALIBRATION, Findings.ERRORS);

    private Answer() {}

    static List<Detail> of(Report report) {
        List<Family> families = report.analysis().families();
        List<Detail> best = new ArrayList<>();
        Integer first = null;
        for (int i = 0; i < families.size(); i++) {
            Optional<Detail> sentence = best(report, i);
            sentence.ifPresent(best::add);
            first = first == null && sentence.isPresent() ? Integer.valueOf(i) : first;
        }
        if (first == null) {
            return List.of();
        }
        List<Detail> claimed = report.claims().stream()
                .map(claims -> new Detail(claims.sentence(), "Each claim and figure", ClaimsPage.FILE))
                .toList();
        int room = IndexPage.SENTENCES - Math.min(best.size(), IndexPage.SENTENCES - 1) - claimed.size();
        List<Detail> more =
                details(report, first).stream().limit(Math.max(0, room)).toList();
        return Stream.of(best.stream().limit(IndexPage.SENTENCES - 1L), more.stream(), claimed.stream())
                .flatMap(part -> part)
                .toList();
    }

    private static Optional<Detail> best(Report report, int index) {
        Family family = report.analysis().families().get(index);
        StudyAnalysis within = report.analysis().within(family);
        String sentence = Findings.answer(within, family);
        if (sentence.isEmpty()) {
            return Optional.empty();
        }
        boolean several = report.analysis().families().size() > 1;
        return Optional.of(new Detail(
                (several ? "Protocol " + Findings.protocols(within, family) + ": " : "") + Format.sentence(sentence),
                "Comparison",
                ComparisonPage.FILE + (family.pairs().isEmpty() ? "" : "#family-" + (index + 1))));
    }

    /** Findings about the family with this index, the most telling first. */
    static List<Detail> details(Report report, int index) {
        Family family = report.analysis().families().get(index);
        List<Finding> findings = Findings.summary(report.analysis().within(family), family);
        return THEN.stream()
                .flatMap(section ->
                        findings.stream().filter(finding -> finding.section().equals(section)))
                .map(finding -> detail(report, finding, ComparisonPage.FILE + "#errors-" + (index + 1)))
                .toList();
    }

    /**
     * A finding, and the place its numbers stand at.
     *
     * @param errors where the errors in common of its set of test images stand
     */
    private static Detail detail(Report report, Finding finding, String errors) {
        String sentence = Format.sentence(finding.sentence());
        return switch (finding.section()) {
            case Findings.LEAKAGE -> new Detail(sentence, "Numbers without copies", IndexPage.FILE + "#without-copies");
            case Findings.ERRORS -> new Detail(sentence, "Errors in common", errors);
            case Findings.CALIBRATION -> new Detail(
                    sentence, "Numbers of calibration", ReliabilityPage.FILE + "#calibration");
            case Findings.DEFERRAL -> new Detail(sentence, "Numbers of deferral", ReliabilityPage.FILE + "#deferral");
            default -> finding.experiment() == null
                    ? new Detail(sentence, "Recall of each class", IndexPage.FILE + "#figure-recall-by-class")
                    : new Detail(
                            sentence,
                            "Numbers of " + report.nameOf(finding.experiment()),
                            Report.fileOf(finding.experiment()) + "#" + finding.section());
        };
    }
}
