package io.github.tumorbench.press.analysis.metrics;

import io.github.tumorbench.press.analysis.statistics.Estimate;

/**
 * One class against the rest; null where undefined.
 *
 * @param name the class
 * @param support test images of this class
 * @param recall also called sensitivity, Wilson interval
 * @param specificity share of the other classes' images not given this class, Wilson interval
 * @param precision share of right among the images given this class, Wilson interval with the effective number of
 *     images; undefined where none was
 * @param f1 2·TP / (2·TP + FP + FN); undefined where all three are 0
 * @param auroc by the class's probability, DeLong interval on the logit scale
 * @param averagePrecision step-wise area under the precision–recall curve
 */
public record ClassMetrics(
        String name,
        int support,
        Estimate recall,
        Estimate specificity,
        Estimate precision,
        Double f1,
        Estimate auroc,
        Double averagePrecision) {}
