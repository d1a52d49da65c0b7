package io.github.tumorbench.study;

import java.util.List;

/**
 * When a new record is worse than the one before: some metric fell by more than a margin and by more than noise.
 *
 * @param margin a drop up to this is let through, in the metric's own unit, e.g. 0.01 for one point of accuracy
 * @param alpha a drop whose p-value, corrected over all tests, is not below this is let through
 * @param metrics what is looked at, at least one
 */
public record Gate(double margin, double alpha, List<Metric> metrics) {
    /** What holds where a study file says nothing. */
    public static final Gate DEFAULT = new Gate(
            0.01, 0.05, List.of(Metric.ACCURACY, Metric.BALANCED_ACCURACY, Metric.MACRO_F1, Metric.AUROC_MACRO));

    public Gate {
        metrics = List.copyOf(metrics);
    }

    /** A metric over all test images that a difference can be tested of; in study files lower-case with underscores. */
    public enum Metric {
        ACCURACY,
        BALANCED_ACCURACY,
        MACRO_F1,
        WEIGHTED_F1,
        MCC,
        KAPPA,
        AUROC_MACRO,
        AUROC_WEIGHTED,
        AVERAGE_PRECISION_MACRO,
        LOG_LOSS,
        BRIER;

        /** Whether a larger value is the worse one. */
        public boolean loss() {
            return this == LOG_LOSS || this == BRIER;
        }
    }
}
