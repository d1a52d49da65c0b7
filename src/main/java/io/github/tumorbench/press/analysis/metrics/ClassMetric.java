package io.github.tumorbench.press.analysis.metrics;

import java.util.Locale;

/** A quantity of one class against the rest; conventions in {@link ClassMetrics}. */
public enum ClassMetric {
    RECALL,
    SPECIFICITY,
    PRECISION,
    F1,
    AUROC,
    AVERAGE_PRECISION;

    /** Its key in {@code metrics.json}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
