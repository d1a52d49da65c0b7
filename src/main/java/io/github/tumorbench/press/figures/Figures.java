package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every figure of the report. Those that need what a record may lack are empty then.
 *
 * <p>The id of a figure about an experiment ends in the experiment's id, so figures of several experiments share a page.
 */
public final class Figures {
    private Figures() {}

    /** Accuracy of each experiment with its interval. */
    public static Figure accuracyOverview(StudyAnalysis study) {
        return AccuracyOverview.of(study);
    }

    /** Recall of each class under each experiment with its interval. */
    public static Figure recallByClass(StudyAnalysis study) {
        return RecallByClass.of(study);
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

    /** All figures of one experiment, in the order of its page. */
    public static List<Figure> of(ExperimentAnalysis one) {
        return Stream.of(
                        Optional.of(confusionMatrix(one)),
                        Optional.of(rocCurves(one)),
                        learningCurves(one),
                        Optional.of(confidenceHistogram(one)),
                        Optional.of(reliabilityDiagram(one)),
                        projection(one))
                .flatMap(Optional::stream)
                .toList();
    }
}
