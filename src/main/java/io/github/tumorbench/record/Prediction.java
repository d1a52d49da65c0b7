package io.github.tumorbench.record;

import java.util.List;

/**
 * {@code predictions.csv} and {@code validation.csv}: one image under one model.
 *
 * @param label true class name
 * @param predicted class name of the highest logit, the first on ties
 * @param confidence probability of the predicted class
 * @param probabilities in class order, columns {@code p_<class>}
 * @param logits in class order, columns {@code logit_<class>}
 */
public record Prediction(
        String file,
        String label,
        String predicted,
        double confidence,
        List<Double> probabilities,
        List<Double> logits) {
    public Prediction {
        probabilities = List.copyOf(probabilities);
        logits = List.copyOf(logits);
    }

    /** Whether the predicted class is the true one. */
    public boolean correct() {
        return predicted.equals(label);
    }
}
