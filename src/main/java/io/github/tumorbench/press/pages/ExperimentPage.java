package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.findings.Finding;
import io.github.tumorbench.press.analysis.findings.Findings;
import io.github.tumorbench.press.figures.Figures;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One experiment.
 *
 * @param subtitle how and under which protocol it was trained
 * @param weakest a sentence; empty where no image was tested
 * @param stopping why and when the training ended
 * @param learning absent where there is no history
 * @param space how its features arrange the images
 * @param files of its part of the record that hold anything
 */
public record ExperimentPage(
        Frame frame,
        String file,
        String name,
        String subtitle,
        List<Term> summary,
        String weakest,
        Table classes,
        FigureView confusion,
        FigureView roc,
        FigureView learning,
        List<Term> stopping,
        FigureView confidence,
        FigureView reliability,
        TrustView trust,
        FigureView projection,
        SpaceView space,
        Gallery gallery,
        List<Term> training,
        List<Term> weights,
        List<String> initialised,
        String record,
        List<String> files)
        implements Page {

    static ExperimentPage of(Report report, ExperimentAnalysis one, Pictures pictures) {
        String file = Report.fileOf(one.id());
        var facts = report.recordOf(one);
        return new ExperimentPage(
                report.frame(title(report, one), file),
                file,
                one.name(),
                "Backbone " + one.backbone() + ", schedule " + one.training() + ", protocol " + one.protocol(),
                ExperimentTerms.summary(one),
                finding(one, Findings.PER_CLASS),
                ClassTable.of(one),
                report.figure(Figures.CONFUSION, one),
                report.figure(Figures.ROC, one),
                report.figure(Figures.LEARNING, one),
                ExperimentTerms.stopping(facts),
                report.figure(Figures.CONFIDENCE, one),
                report.figure(Figures.RELIABILITY, one),
                TrustView.of(report, one),
                report.figure(Figures.PROJECTION, one),
                SpaceView.of(one, report.figure(Figures.PROJECTION_VIEWS, one)),
                Gallery.of(report, one, finding(one, Findings.LOCALISATION), pictures),
                ExperimentTerms.training(report, facts.experiment()),
                ExperimentTerms.weights(facts.experiment().pretrained()),
                facts.experiment().pretrained().initialised(),
                "record/experiments/" + one.id() + "/",
                ExperimentFiles.of(facts));
    }

    @Override
    public String template() {
        return "experiment";
    }

    /** Where the backbone's page has the experiment's name, the schedule with it. */
    private static String title(Report report, ExperimentAnalysis one) {
        BackboneGroup group = report.groupOf(one);
        return one.name().equals(group.name()) ? one.name() + ", " + group.shortName(one) : one.name();
    }

    private static String finding(ExperimentAnalysis one, String section) {
        return Findings.of(one).stream()
                .filter(finding -> finding.section().equals(section))
                .map(Finding::sentence)
                .collect(Collectors.joining(" "));
    }
}
