package io.github.tumorbench.press.analysis.metrics;

/** The scale on which a metric's interval is taken from its jackknife ({@link Jackknife}). */
enum Scale {
    /** From 0 to 1, where 1 is no error: Wilson's interval with the effective number of images. */
    SHARE(0),
    /** From −1 to 1, where 1 is no error: the same after moving the metric to 0 to 1. */
    AGREEMENT(-1),
    /** An area under a curve, from 0 to 1: logit. */
    AREA(0),
    /** A mean loss, from 0 on: logarithm. */
    LOSS(0),
    /** Mean confidence minus accuracy: from the intervals of both. */
    GAP(-1),
    /** No interval. */
    NONE(0);

    private final double lowest;

    Scale(double lowest) {
        this.lowest = lowest;
    }

    /** The least value. */
    double lowest() {
        return lowest;
    }

    static Scale of(OverallMetric metric) {
        return switch (metric) {
            case ACCURACY, BALANCED_ACCURACY, MACRO_F1, WEIGHTED_F1 -> SHARE;
            case MCC, KAPPA -> AGREEMENT;
            case AUROC_MACRO, AUROC_WEIGHTED, AVERAGE_PRECISION_MACRO -> AREA;
            case LOG_LOSS, BRIER -> LOSS;
            case CONFIDENCE_GAP -> GAP;
            case ECE -> NONE;
        };
    }

    static Scale of(ClassMetric metric) {
        return switch (metric) {
            case RECALL, SPECIFICITY, PRECISION, F1 -> SHARE;
            case AUROC, AVERAGE_PRECISION -> AREA;
        };
    }
}
