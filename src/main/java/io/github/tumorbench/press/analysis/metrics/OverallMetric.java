package io.github.tumorbench.press.analysis.metrics;

import java.util.Locale;

/** A quantity over all test images; conventions in {@link Overall}. */
public enum OverallMetric {
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
    BRIER,
    /** Mean confidence minus accuracy: positive where predictions promise more than they keep. */
    CONFIDENCE_GAP,
    /** Expected calibration error; resampled for completeness, without a published interval (see {@link MetricIntervals}). */
    ECE;

    /** Its key in {@code metrics.json}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
