package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.findings.Finding;
import io.github.tumorbench.press.analysis.findings.Findings;
import io.github.tumorbench.press.figures.Figures;
import java.util.List;

/**
 * What one experiment's confidence is good for.
 *
 * @param sentences findings about calibration, deferral and known images
 * @param sets no rows where there is no validation image
 */
public record TrustView(List<String> sentences, FigureView risk, Table deferral, Table sets) {
    private static final List<String> SECTIONS = List.of(Findings.CALIBRATION, Findings.DEFERRAL, Findings.LEAKAGE);

    public TrustView {
        sentences = List.copyOf(sentences);
    }

    static TrustView of(Report report, ExperimentAnalysis one) {
        return new TrustView(
                Findings.of(one).stream()
                        .filter(finding -> SECTIONS.contains(finding.section()))
                        .map(Finding::sentence)
                        .map(Format::sentence)
                        .toList(),
                report.figure(Figures.RISK, one),
                TrustTables.deferral(one),
                TrustTables.sets(one));
    }
}
