package io.github.tumorbench.press.analysis.statistics;

/**
 * How intervals are resampled.
 *
 * @param resamples how many, at least 1
 * @param seed the one number all draws come from
 */
public record Bootstrap(int resamples, long seed) {
    /** Resamples of a report. */
    public static final int RESAMPLES = 10_000;

    /** At most so many for what stands beside the main results: over patients, and without copies. */
    public static final int SECONDARY = 2000;

    public Bootstrap {
        if (resamples < 1) {
            throw new IllegalArgumentException("expected at least one resample, found " + resamples);
        }
    }

    /** The same with at most {@link #SECONDARY} resamples. */
    public Bootstrap secondary() {
        return new Bootstrap(Math.min(resamples, SECONDARY), seed);
    }
}
