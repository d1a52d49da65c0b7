package io.github.tumorbench.record;

import java.util.List;

/**
 * One experiment's files.
 *
 * @param history of the training that the validation images watched
 * @param refit of the training that then learnt from the validation images too, and whose network everything but {@code
 *     validation} is about; empty where there was none
 */
public record ExperimentRecord(
        Experiment experiment,
        List<Epoch> history,
        List<RefitEpoch> refit,
        List<Prediction> predictions,
        List<Prediction> validation,
        List<Projection> projection,
        List<CamRow> gradcam,
        Explanations explanations) {
    public ExperimentRecord {
        history = List.copyOf(history);
        refit = List.copyOf(refit);
        predictions = List.copyOf(predictions);
        validation = List.copyOf(validation);
        projection = List.copyOf(projection);
        gradcam = List.copyOf(gradcam);
    }

    /** An experiment whose network did not learn again. */
    public ExperimentRecord(
            Experiment experiment,
            List<Epoch> history,
            List<Prediction> predictions,
            List<Prediction> validation,
            List<Projection> projection,
            List<CamRow> gradcam,
            Explanations explanations) {
        this(experiment, history, List.of(), predictions, validation, projection, gradcam, explanations);
    }

    /** An experiment of which, further, nothing was measured beside the explained images. */
    public ExperimentRecord(
            Experiment experiment,
            List<Epoch> history,
            List<Prediction> predictions,
            List<Prediction> validation,
            List<Projection> projection,
            List<CamRow> gradcam) {
        this(experiment, history, predictions, validation, projection, gradcam, Explanations.EMPTY);
    }

    /** {@code history.csv}: one epoch, counted from 1. Losses are means per image, accuracies shares. */
    public record Epoch(
            int epoch,
            double learningRate,
            double trainLoss,
            double trainAccuracy,
            double valLoss,
            double valAccuracy) {}

    /** {@code refit.csv}: one epoch without validation images. */
    public record RefitEpoch(int epoch, double learningRate, double trainLoss, double trainAccuracy) {}

    /**
     * {@code projection.csv}: an image's place in the t-SNE plane.
     *
     * @param silhouette of the image among the true classes (Rousseeuw 1987), in the space that t-SNE projects, from −1 to 1;
     *     null before schema 2 and where it is not defined
     */
    public record Projection(String file, double x, double y, Double silhouette) {
        /** A place alone. */
        public Projection(String file, double x, double y) {
            this(file, x, y, null);
        }
    }
}
