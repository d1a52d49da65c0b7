package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.statistics.Estimate;

/** What metrics are called and how their numbers look. */
final class MetricNames {
    private MetricNames() {}

    static String of(OverallMetric metric) {
        return switch (metric) {
            case ACCURACY -> "Accuracy";
            case BALANCED_ACCURACY -> "Balanced accuracy";
            case MACRO_F1 -> "Macro F1";
            case WEIGHTED_F1 -> "Weighted F1";
            case MCC -> "MCC";
            case KAPPA -> "Kappa";
            case AUROC_MACRO -> "AUROC";
            case AUROC_WEIGHTED -> "AUROC, weighted";
            case AVERAGE_PRECISION_MACRO -> "Average precision";
            case LOG_LOSS -> "Log loss";
            case BRIER -> "Brier score";
            case CONFIDENCE_GAP -> "Confidence minus accuracy";
            case ECE -> "Calibration error";
        };
    }

    private static boolean share(OverallMetric metric) {
        return metric == OverallMetric.ACCURACY
                || metric == OverallMetric.BALANCED_ACCURACY
                || metric == OverallMetric.ECE;
    }

    /** The value; shares of images as percentages. */
    static String text(OverallMetric metric, Double value) {
        return share(metric) ? Format.percent(value) : Format.decimal(value, 3);
    }

    /** The value with its interval as a note. */
    static Cell cell(OverallMetric metric, Estimate one) {
        return Cell.number(
                text(metric, one.value()), share(metric) ? Format.percentInterval(one) : Format.interval(one));
    }
}
