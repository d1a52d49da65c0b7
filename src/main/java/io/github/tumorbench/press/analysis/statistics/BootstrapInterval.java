package io.github.tumorbench.press.analysis.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Two 95 % intervals from the same resamples; both without ends where they cannot be had, with the reason as method.
 *
 * @param percentile the resamples' 2.5th to 97.5th percentile
 * @param bca bias-corrected and accelerated (Efron 1987), acceleration from the jackknife within strata (Davison and Hinkley
 *     1997, section 5.3)
 */
public record BootstrapInterval(Estimate percentile, Estimate bca) {
    /** Method name of {@link #percentile}. */
    public static final String PERCENTILE = "bootstrap 95 %, percentile";

    /** Method name of {@link #bca}. */
    public static final String BCA = "bootstrap 95 %, BCa";

    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final double TAIL = 0.025;

    /** Share of undefined resamples up to which the others stand for all. */
    private static final double TOLERATED = 0.05;

    /** Range of resamples that differ by rounding alone. */
    private static final double ROUNDING = 1e-13;

    /**
     * @param values the defined resamples, sorted
     * @param drawn how many were drawn, undefined ones included
     * @param jackknife the metric without each unit
     * @param strata units of each stratum
     */
    public static BootstrapInterval of(
            double estimate, double[] values, int drawn, double[] jackknife, int[][] strata) {
        if (Double.isNaN(estimate)) {
            return none(null, "undefined");
        }
        if (values.length < (1 - TOLERATED) * drawn) {
            return none(estimate, "no interval: undefined in too many resamples");
        }
        if (values[values.length - 1] - values[0] <= ROUNDING) {
            return none(estimate, "no interval: every resample gives the same");
        }
        Estimate percentile = new Estimate(estimate, quantile(values, TAIL), quantile(values, 1 - TAIL), PERCENTILE);
        return new BootstrapInterval(percentile, bca(estimate, values, acceleration(jackknife, strata)));
    }

    private static BootstrapInterval none(Double estimate, String reason) {
        Estimate one = new Estimate(estimate, null, null, reason);
        return new BootstrapInterval(one, one);
    }

    private static Estimate bca(double estimate, double[] values, double acceleration) {
        double below = 0;
        for (double value : values) {
            below += value < estimate ? 1 : value == estimate ? 0.5 : 0;
        }
        double share = below / values.length;
        if (share <= 0 || share >= 1 || Double.isNaN(acceleration)) {
            return new Estimate(estimate, null, null, "no BCa interval: the estimate lies outside its resamples");
        }
        double bias = NORMAL.inverseCumulativeProbability(share);
        return new Estimate(
                estimate,
                quantile(values, adjusted(TAIL, bias, acceleration)),
                quantile(values, adjusted(1 - TAIL, bias, acceleration)),
                BCA);
    }

    private static double adjusted(double level, double bias, double acceleration) {
        double z = bias + NORMAL.inverseCumulativeProbability(level);
        double scale = 1 - acceleration * z;
        return scale <= 0 ? (z > 0 ? 1 : 0) : NORMAL.cumulativeProbability(bias + z / scale);
    }

    /** Σ l³/n³ over 6·(Σ l²/n²)^1.5, where l is a unit's influence and n the units of its stratum; NaN where undefined. */
    private static double acceleration(double[] jackknife, int[][] strata) {
        double cubes = 0;
        double squares = 0;
        for (int[] stratum : strata) {
            double size = stratum.length;
            double mean = 0;
            for (int unit : stratum) {
                mean += jackknife[unit] / size;
            }
            for (int unit : stratum) {
                double influence = (size - 1) * (mean - jackknife[unit]) / size;
                cubes += influence * influence * influence;
                squares += influence * influence;
            }
        }
        return cubes / (6 * Math.pow(squares, 1.5));
    }

    /** Quantile of sorted values at place (n + 1)·level, between neighbours in proportion. */
    static double quantile(double[] sorted, double level) {
        double place = (sorted.length + 1) * level - 1;
        int below = (int) Math.floor(place);
        if (below < 0) {
            return sorted[0];
        }
        if (below >= sorted.length - 1) {
            return sorted[sorted.length - 1];
        }
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
