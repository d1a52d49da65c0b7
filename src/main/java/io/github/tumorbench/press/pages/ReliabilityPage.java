package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.findings.Findings;
import io.github.tumorbench.press.figures.Figures;
import java.util.List;

/**
 * How far confidence can be trusted, and what that is good for: calibration, deferral, prediction sets.
 *
 * @param calibrationFindings a sentence about the most accurate under each protocol
 * @param classwise calibration error of each class's probability
 * @param brier parts of the Brier score
 * @param risk null without experiments
 * @param deferralFindings likewise
 * @param coverage coverage and size of prediction sets, each experiment in one row
 * @param sets the same promise by promise, with more about each
 * @param setsByClass the same for each true class
 * @param robustness how networks fare with worse images
 */
public record ReliabilityPage(
        Frame frame,
        List<String> calibrationFindings,
        Table calibration,
        Table classwise,
        Table brier,
        FigureView risk,
        List<String> deferralFindings,
        Table deferral,
        Table coverage,
        Table sets,
        Table setsByClass,
        RobustnessView robustness)
        implements Page {
    /** Name of the page's file. */
    public static final String FILE = "reliability.html";

    public ReliabilityPage {
        calibrationFindings = List.copyOf(calibrationFindings);
        deferralFindings = List.copyOf(deferralFindings);
    }

    static ReliabilityPage of(Report report) {
        List<ExperimentAnalysis> tested = report.analysis().experiments().stream()
                .filter(one -> one.images() > 0)
                .toList();
        return new ReliabilityPage(
                report.frame("Reliability", FILE),
                sentences(report, Findings.CALIBRATION),
                TrustTables.calibration(tested),
                TrustTables.classwise(report.analysis().classes(), tested),
                TrustTables.brier(tested),
                report.analysis().experiments().isEmpty() ? null : report.figure(Figures.RISK),
                sentences(report, Findings.DEFERRAL),
                TrustTables.deferral(tested),
                TrustTables.coverage(tested),
                TrustTables.sets(tested),
                TrustTables.setsByClass(tested),
                RobustnessView.of(report));
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String template() {
        return "reliability";
    }

    /** Of the most accurate under each protocol; the tables have the others. */
    private static List<String> sentences(Report report, String section) {
        return report.analysis().families().stream()
                .flatMap(family -> Findings.summary(report.analysis(), family).stream())
                .filter(finding -> finding.section().equals(section))
                .map(finding -> Format.sentence(finding.sentence()))
                .toList();
    }
}
