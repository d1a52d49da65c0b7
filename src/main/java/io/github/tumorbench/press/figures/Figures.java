package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.findings.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every figure of the report. Those that need what a record may lack are empty then.
 *
 * <p>The id of a figure about an experiment ends in the experiment's id, so figures of several experiments share a page.
 */
public final class Figures {
    /** What the id of {@link #confusionMatrix} begins with; likewise below. */
    public static final String CONFUSION = "confusion";

    public static final String ROC = "roc";
    public static final String LEARNING = "learning";
    public static final String CONFIDENCE = "confidence";
    public static final String RELIABILITY = "reliability";
    public static final String RISK = "risk-coverage";
    public static final String PROJECTION = "projection";
    /** The id of {@link #accuracyOverview}; likewise below. */
    public static final String ACCURACY = "accuracy-overview";

    public static final String COST = "accuracy-and-cost";
    public static final String RECALL = "recall-by-class";
    /** What the id of {@link #recallOf} begins with, before the backbone's place from 1 among those of the study. */
    public static final String RECALL_OF = "recall-of-";

    public static final String SIZE = "learning-from-size";
    /** What the id of {@link #groups} begins with, before its number from 1. */
    public static final String GROUPS = "groups-";

    /** What the id of {@link #projectionViews} begins with; likewise below, before a number of the family from 1. */
    public static final String PROJECTION_VIEWS = "projection-views";

    public static final String LOCALISATION = "localisation-";
    public static final String RANDOMISATION = "randomisation-";
    public static final String PERTURBATION = "perturbation-";
    public static final String ROBUSTNESS = "robustness-";

    /** Networks drawn in one figure about maps or worse images; more could not be told apart. */
    private static final int MOST = 6;

    private Figures() {}

    /** Accuracy of each experiment with its interval. */
    public static Figure accuracyOverview(StudyAnalysis study) {
        return AccuracyOverview.of(study);
    }

    /** Recall of each class under each experiment of the first family with its interval. */
    public static Figure recallByClass(StudyAnalysis study) {
        return RecallByClass.of(first(study), RECALL, "Recall of each class");
    }

    private static StudyAnalysis first(StudyAnalysis study) {
        return study.families().isEmpty()
                ? study
                : study.within(study.families().get(0));
    }

    /** Recall of each class under one backbone's experiments, whatever their test images; ensembles count as a backbone. */
    public static Figure recallOf(StudyAnalysis study, String backbone) {
        int place = backbones(study).indexOf(backbone) + 1;
        return RecallByClass.of(
                study.with(one -> one.backbone().equals(backbone)), RECALL_OF + place, "Recall of each class");
    }

    private static List<String> backbones(StudyAnalysis study) {
        return study.experiments().stream()
                .map(ExperimentAnalysis::backbone)
                .distinct()
                .toList();
    }

    /** Accuracy against what the inference of one image costs, of the first family; empty where fewer than two were tested. */
    public static Optional<Figure> accuracyAndCost(StudyAnalysis study) {
        return study.families().isEmpty()
                ? Optional.empty()
                : CostFigure.of(study.within(study.families().get(0)));
    }

    /** One-vs-rest ROC curves. */
    public static Figure rocCurves(ExperimentAnalysis one) {
        return RocFigure.of(one);
    }

    /** Counts and row shares of true against predicted classes. */
    public static Figure confusionMatrix(ExperimentAnalysis one) {
        return ConfusionFigure.of(one);
    }

    /** Loss, accuracy and learning rate by epoch, the kept epoch marked; empty without a history. */
    public static Optional<Figure> learningCurves(ExperimentAnalysis one) {
        return LearningFigure.of(one);
    }

    /** Confidence of right against wrong predictions. */
    public static Figure confidenceHistogram(ExperimentAnalysis one) {
        return ConfidenceFigure.of(one);
    }

    /** Accuracy against confidence. */
    public static Figure reliabilityDiagram(ExperimentAnalysis one) {
        return ReliabilityFigure.of(one);
    }

    /** The t-SNE plane; empty without a projection. */
    public static Optional<Figure> projection(ExperimentAnalysis one) {
        return ProjectionFigure.of(one);
    }

    /** The same plane by other properties; empty without a projection. */
    public static Optional<Figure> projectionViews(ExperimentAnalysis one) {
        return ProjectionViewsFigure.of(one);
    }

    /** How the networks of a family decide, as far as it was measured: of the six most accurate. */
    public static List<Figure> decisions(StudyAnalysis study, int family) {
        StudyAnalysis within = study.within(study.families().get(family));
        List<ExperimentAnalysis> networks = study.families().get(family).ids().stream()
                .map(within::experiment)
                .filter(one -> !one.ensemble())
                .limit(MOST)
                .toList();
        int number = family + 1;
        String protocol = study.families().size() == 1
                ? ""
                : ", protocol " + Findings.protocols(study, study.families().get(family));
        return Stream.of(
                        LocalisationFigure.of(LOCALISATION + number, protocol, networks),
                        RandomisationFigure.of(RANDOMISATION + number, protocol, networks),
                        PerturbationFigure.of(PERTURBATION + number, protocol, networks),
                        RobustnessFigure.of(ROBUSTNESS + number, protocol, networks))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The family with this index: who can be told apart from whom. */
    public static Figure groups(StudyAnalysis study, int family) {
        return GroupsFigure.of(study, family);
    }

    /** Error among the images kept against their share, of the first family (the six best). */
    public static Figure riskCoverage(StudyAnalysis study) {
        return RiskCoverageFigure.of(RISK, first(study).experiments());
    }

    /** The same of one experiment. */
    public static Figure riskCoverage(ExperimentAnalysis one) {
        return RiskCoverageFigure.of(Sheet.id(RISK, one.id()), List.of(one));
    }

    /** Accuracy against the number of training images; empty where all experiments learned from all. */
    public static Optional<Figure> learningFromSize(StudyAnalysis study) {
        return SizeFigure.of(study);
    }

    /** Figures about several experiments, in the order of the pages; empty for a study without any. */
    public static List<Figure> of(StudyAnalysis study) {
        if (study.experiments().isEmpty()) {
            return List.of();
        }
        List<Figure> figures = new ArrayList<>(List.of(accuracyOverview(study)));
        figures.add(recallByClass(study));
        accuracyAndCost(study).ifPresent(figures::add);
        backbones(study).forEach(backbone -> figures.add(recallOf(study, backbone)));
        for (int family = 0; family < study.families().size(); family++) {
            if (!study.families().get(family).pairs().isEmpty()) {
                figures.add(groups(study, family));
            }
        }
        figures.add(riskCoverage(study));
        learningFromSize(study).ifPresent(figures::add);
        for (int family = 0; family < study.families().size(); family++) {
            figures.addAll(decisions(study, family));
        }
        return figures;
    }

    /** All figures of one experiment, in the order of its page. */
    public static List<Figure> of(ExperimentAnalysis one) {
        return Stream.of(
                        Optional.of(confusionMatrix(one)),
                        Optional.of(rocCurves(one)),
                        learningCurves(one),
                        Optional.of(confidenceHistogram(one)),
                        Optional.of(reliabilityDiagram(one)),
                        Optional.of(riskCoverage(one)),
                        projection(one),
                        projectionViews(one))
                .flatMap(Optional::stream)
                .toList();
    }
}
