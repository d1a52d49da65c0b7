package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import java.util.List;
import java.util.Optional;

/**
 * Every figure of the report. Those that need what a record may lack are empty then.
 *
 * <p>The id of a figure about an experiment ends in the experiment's id, so figures of several experiments share a page.
 */
public final class Figures {
    private Figures() {}

    /** Accuracy of each experiment with its interval. */
    public static Figure accuracyOverview(StudyAnalysis study) {
        return placeholder("accuracy-overview", "Accuracy on the test images");
    }

    /** Recall of each class under each experiment with its interval. */
    public static Figure recallByClass(StudyAnalysis study) {
        return placeholder("recall-by-class", "Recall by class");
    }

    /** One-vs-rest ROC curves. */
    public static Figure rocCurves(ExperimentAnalysis one) {
        return placeholder("roc-" + one.id(), "ROC curves, one class against the rest");
    }

    /** Counts and row shares of true against predicted classes. */
    public static Figure confusionMatrix(ExperimentAnalysis one) {
        return placeholder("confusion-" + one.id(), "Confusion matrix");
    }

    /** Loss and accuracy by epoch, the restored epoch marked; empty without a history. */
    public static Optional<Figure> learningCurves(ExperimentAnalysis one) {
        return Optional.of(placeholder("learning-" + one.id(), "Learning curves"));
    }

    /** Confidence of right against wrong predictions. */
    public static Figure confidenceHistogram(ExperimentAnalysis one) {
        return placeholder("confidence-" + one.id(), "Confidence of right and wrong predictions");
    }

    /** Accuracy against confidence. */
    public static Figure reliabilityDiagram(ExperimentAnalysis one) {
        return placeholder("reliability-" + one.id(), "Reliability diagram");
    }

    /** The t-SNE plane; empty without a projection. */
    public static Optional<Figure> projection(ExperimentAnalysis one) {
        return Optional.of(placeholder("projection-" + one.id(), "t-SNE of the features"));
    }

    /** All figures of one experiment, in the order of its page. */
    public static List<Figure> of(ExperimentAnalysis one) {
        return java.util.stream.Stream.of(
                        Optional.of(confusionMatrix(one)),
                        Optional.of(rocCurves(one)),
                        learningCurves(one),
                        Optional.of(confidenceHistogram(one)),
                        Optional.of(reliabilityDiagram(one)),
                        projection(one))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Figure placeholder(String id, String title) {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 640 360\"><title>" + title
                + "</title></svg>";
        return new Figure(id, title, title + ".", title, svg, new DataTable(List.of(title), List.of()));
    }
}
