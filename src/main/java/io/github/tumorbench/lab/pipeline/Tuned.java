package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.record.Prediction;
import java.util.List;

/**
 * What the validation images say of one experiment or ensemble: all that recipes may be compared by.
 *
 * @param id of the experiment
 * @param epochs done; 0 for an ensemble
 * @param restoredEpoch whose weights were kept, from 1; 0 for an ensemble
 * @param validation one row for each validation image
 */
public record Tuned(String id, int epochs, int restoredEpoch, List<Prediction> validation) {
    public Tuned {
        validation = List.copyOf(validation);
    }

    /** Validation images. */
    public int images() {
        return validation.size();
    }

    /** Validation images that were predicted rightly. */
    public long correct() {
        return validation.stream()
                .filter(row -> row.predicted().equals(row.label()))
                .count();
    }

    /**
     * Mean of −log p of the true class.
     *
     * @param classes in label order
     */
    public double logLoss(List<String> classes) {
        return validation.stream()
                .mapToDouble(row -> -Math.log(
                        Math.max(Double.MIN_NORMAL, row.probabilities().get(classes.indexOf(row.label())))))
                .average()
                .orElseThrow();
    }
}
