package io.github.tumorbench.record;

import java.util.List;

/** One experiment's files. */
public record ExperimentRecord(
        Experiment experiment,
        List<Epoch> history,
        List<Prediction> predictions,
        List<Prediction> validation,
        List<Projection> projection,
        List<CamRow> gradcam) {
    public ExperimentRecord {
        history = List.copyOf(history);
        predictions = List.copyOf(predictions);
        validation = List.copyOf(validation);
        projection = List.copyOf(projection);
        gradcam = List.copyOf(gradcam);
    }

    /** {@code history.csv}: one epoch, counted from 1. Losses are means per image, accuracies shares. */
    public record Epoch(
            int epoch,
            double learningRate,
            double trainLoss,
            double trainAccuracy,
            double valLoss,
            double valAccuracy) {}

    /** {@code projection.csv}: an image's place in the t-SNE plane. */
    public record Projection(String file, double x, double y) {}
}
