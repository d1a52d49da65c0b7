package io.github.tumorbench.press.analysis.changes;

import io.github.tumorbench.press.analysis.metrics.OverallMetric;

/**
 * What the gate makes of one metric of one experiment.
 *
 * @param drop by how much the metric got worse, negative where it got better; null where it is undefined
 * @param holm p-value of the test of no difference, adjusted over all that the gate looks at; null where there is none
 */
public record GateVerdict(
        String experiment,
        String name,
        OverallMetric metric,
        MetricChange change,
        Double drop,
        Double holm,
        Outcome outcome) {
    /** From harmless to harmful. */
    public enum Outcome {
        /** Equal or better. */
        NO_DROP,
        /** Worse, by the margin at most. */
        WITHIN_MARGIN,
        /** Worse by more than the margin, as chance may well make it. */
        NOT_BEYOND_NOISE,
        /** Undefined in one of the records, or not to be tested. */
        CANNOT_BE_TOLD,
        /** Worse by more than the margin and by more than chance. */
        FAILED
    }
}
