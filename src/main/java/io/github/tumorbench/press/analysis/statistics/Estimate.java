package io.github.tumorbench.press.analysis.statistics;

/**
 * A measured quantity and its 95 % interval.
 *
 * @param value null where undefined
 * @param low lower end of the interval, null where undefined
 * @param high upper end of the interval, null where undefined
 * @param method how the interval was computed, or why there is none; null where no interval applies
 */
public record Estimate(Double value, Double low, Double high, String method) {
    public Estimate {
        if ((low == null) != (high == null)) {
            throw new IllegalArgumentException("an interval has two ends or none");
        }
    }

    /** Nothing to measure. */
    public static Estimate undefined(String reason) {
        return new Estimate(null, null, null, reason);
    }

    /** The same with the sign turned, for a difference taken the other way round. */
    public Estimate negated() {
        return new Estimate(
                value == null ? null : 0 - value, high == null ? null : 0 - high, low == null ? null : 0 - low, method);
    }

    /** Whether both ends of the interval are known. */
    public boolean hasInterval() {
        return low != null;
    }

    /** Whether the two intervals share a point; false where one is undefined. */
    public boolean overlaps(Estimate other) {
        return hasInterval() && other.hasInterval() && low <= other.high && other.low <= high;
    }
}
