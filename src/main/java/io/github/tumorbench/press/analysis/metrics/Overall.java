package io.github.tumorbench.press.analysis.metrics;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import java.util.List;

/**
 * Metrics of one experiment over all its test images; null where undefined.
 *
 * <p>Macro averages leave out the classes whose own value is undefined (a class without test images has no recall, AUROC
 * or average precision; F1 is undefined where a class is neither present nor predicted). {@link #absent} names the classes
 * without test images, so that a page can say so.
 *
 * @param accuracy share of right predictions, Wilson interval
 * @param balancedAccuracy mean recall
 * @param macroF1 mean F1
 * @param weightedF1 F1 weighted by support
 * @param mcc multiclass Matthews correlation (Gorodkin 2004); undefined where only one class is present or predicted
 * @param kappa Cohen's kappa; undefined where chance agreement is total
 * @param aurocMacro mean one-vs-rest AUROC
 * @param aurocWeighted one-vs-rest AUROC weighted by support
 * @param averagePrecisionMacro mean one-vs-rest average precision
 * @param logLoss natural logarithm, rows normalised and then clipped at 2.2e-16
 * @param brier mean over images of the sum over classes of squared differences, in [0, 2]
 * @param confidenceGap mean confidence minus accuracy
 * @param ece expected calibration error, top label, 15 uniform bins (lo, hi] (Guo et al. 2017)
 * @param absent classes without test images
 */
public record Overall(
        Estimate accuracy,
        Double balancedAccuracy,
        Double macroF1,
        Double weightedF1,
        Double mcc,
        Double kappa,
        Double aurocMacro,
        Double aurocWeighted,
        Double averagePrecisionMacro,
        Double logLoss,
        Double brier,
        Double confidenceGap,
        Double ece,
        List<String> absent) {
    public Overall {
        absent = List.copyOf(absent);
    }

    /** The value of a metric; null where undefined. */
    public Double value(OverallMetric metric) {
        return switch (metric) {
            case ACCURACY -> accuracy.value();
            case BALANCED_ACCURACY -> balancedAccuracy;
            case MACRO_F1 -> macroF1;
            case WEIGHTED_F1 -> weightedF1;
            case MCC -> mcc;
            case KAPPA -> kappa;
            case AUROC_MACRO -> aurocMacro;
            case AUROC_WEIGHTED -> aurocWeighted;
            case AVERAGE_PRECISION_MACRO -> averagePrecisionMacro;
            case LOG_LOSS -> logLoss;
            case BRIER -> brier;
            case CONFIDENCE_GAP -> confidenceGap;
            case ECE -> ece;
        };
    }
}
