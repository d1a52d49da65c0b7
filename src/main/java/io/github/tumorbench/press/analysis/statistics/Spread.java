package io.github.tumorbench.press.analysis.statistics;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A variance and how well it is known. Near an AUROC of 1 nearly all placements are equal and a few rare images decide the
 * variance, so that a normal quantile promises too much; the degrees of freedom follow from the kurtosis of what the variance
 * was taken over (a sample variance varies by (κ − 1)/n of its square) and add up after Satterthwaite (1946).
 *
 * @param variance of an estimate
 * @param freedom degrees of freedom; infinite where the variance is 0
 */
public record Spread(double variance, double freedom) {
    private static final double MOST = 1e6;

    /** Mean square below which equal values differ by rounding alone. */
    private static final double ROUNDING = 1e-28;

    /** Of a sum of independent values with this sample, each weighing {@code weight}. */
    static Spread ofSum(double[] values, double weight) {
        int size = values.length;
        double mean = 0;
        for (double value : values) {
            mean += value / size;
        }
        double squares = 0;
        double fourths = 0;
        for (double value : values) {
            double square = (value - mean) * (value - mean);
            squares += square;
            fourths += square * square;
        }
        if (squares <= ROUNDING * size) {
            return new Spread(0, Double.POSITIVE_INFINITY);
        }
        double kurtosis = size * fourths / (squares * squares);
        return new Spread(weight * weight * size * squares / (size - 1), 2 * size / Math.max(1e-9, kurtosis - 1));
    }

    /**
     * Of an estimate, from its values without each unit.
     *
     * @param values without unit 0, 1, …
     * @param strata units of each stratum, varied within it
     */
    public static Spread ofLeftOut(double[] values, int[][] strata) {
        Spread spread = new Spread(0, Double.POSITIVE_INFINITY);
        for (int[] stratum : strata) {
            if (stratum.length > 1) {
                double[] part =
                        Arrays.stream(stratum).mapToDouble(i -> values[i]).toArray();
                spread = spread.plus(Spread.ofSum(part, (part.length - 1.0) / part.length));
            }
        }
        return spread;
    }

    /** Of the sum of two independent estimates. */
    public Spread plus(Spread other) {
        double sum = variance + other.variance;
        double parts = variance * variance / freedom + other.variance * other.variance / other.freedom;
        return new Spread(sum, parts == 0 ? Double.POSITIVE_INFINITY : sum * sum / parts);
    }

    /** Two-sided p-value of an estimate of zero, by Student's t; NaN where there is no variance. */
    public double p(double estimate) {
        return variance > 0
                ? 2
                        * new TDistribution(Math.min(MOST, freedom))
                                .cumulativeProbability(-Math.abs(estimate) / Math.sqrt(variance))
                : Double.NaN;
    }

    /** Student's 97.5th percentile with these degrees of freedom. */
    public double quantile() {
        return new TDistribution(Math.min(MOST, freedom)).inverseCumulativeProbability(0.975);
    }

    /** 95 % interval of a share on the logit scale, so that it stays within (0, 1), with Student's t. */
    public Estimate logit(double share, String method) {
        double centre = Math.log(share / (1 - share));
        double half = quantile() * Math.sqrt(variance) / (share * (1 - share));
        return new Estimate(share, logistic(centre - half), logistic(centre + half), method);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
