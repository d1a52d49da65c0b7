package io.github.tumorbench.press.analysis.changes;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Holm;
import java.util.Objects;

/**
 * One metric of one experiment before and after.
 *
 * @param metric its key in {@code metrics.json}
 * @param className of a metric of one class; null over all images
 * @param before null where undefined
 * @param after null where undefined
 * @param difference after minus before, with its 95 % interval
 * @param byPatient the same with the interval over patients; null where no patient is known or the test images differ
 * @param test name of the test of no difference; null where there is none
 * @param p of that test, two-sided; null where there is none
 * @param holm the same, adjusted over all metrics over all images of all experiments; null for a metric of one class
 */
public record MetricChange(
        String metric,
        String className,
        Double before,
        Double after,
        Estimate difference,
        Estimate byPatient,
        String test,
        Double p,
        Double holm) {
    /** Whether the value is another. */
    public boolean moved() {
        return !Objects.equals(before, after);
    }

    /** Whether it moved by more than noise, all experiments and metrics taken together. */
    public boolean beyondNoise() {
        return moved() && holm != null && holm < Holm.LEVEL;
    }

    MetricChange withHolm(Double adjusted) {
        return new MetricChange(metric, className, before, after, difference, byPatient, test, p, adjusted);
    }
}
