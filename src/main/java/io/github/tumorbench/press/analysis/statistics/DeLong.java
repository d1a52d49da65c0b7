package io.github.tumorbench.press.analysis.statistics;

import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * AUROC as a mean of placements (DeLong et al. 1988, by midranks after Sun and Xu 2014).
 *
 * @param area NaN where there is no positive or no negative
 * @param ofPositives for each positive, the share of negatives it exceeds, ties counting one half
 * @param ofNegatives for each negative, the share of positives that exceed it, ties counting one half
 */
public record DeLong(double area, double[] ofPositives, double[] ofNegatives) {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** @param scores higher means more likely positive */
    public static DeLong of(double[] scores, boolean[] positive) {
        double[] positives = Ranking.select(scores, positive, true);
        double[] negatives = Ranking.select(scores, positive, false);
        double[] above = placements(positives, negatives);
        double[] below = placements(negatives, positives);
        for (int i = 0; i < below.length; i++) {
            below[i] = 1 - below[i];
        }
        return new DeLong(area(positives, negatives), above, below);
    }

    int positives() {
        return ofPositives.length;
    }

    int negatives() {
        return ofNegatives.length;
    }

    /** Covariance of this area with another of the same images; with itself, its variance. */
    double covariance(DeLong other) {
        return covariance(ofPositives, other.ofPositives) / positives()
                + covariance(ofNegatives, other.ofNegatives) / negatives();
    }

    /**
     * Two-sided test of equal areas on the same images.
     *
     * @return null where an area is undefined, a side has fewer than two images or the difference has no variance
     */
    public static Test test(DeLong first, DeLong second) {
        if (first.positives() < 2 || first.negatives() < 2) {
            return null;
        }
        double variance = first.covariance(first) + second.covariance(second) - 2 * first.covariance(second);
        double difference = first.area - second.area;
        if (variance <= 0) {
            return null;
        }
        double error = Math.sqrt(variance);
        double z = difference / error;
        double half = Intervals.Z * error;
        return new Test(
                difference, difference - half, difference + half, z, 2 * NORMAL.cumulativeProbability(-Math.abs(z)));
    }

    /**
     * @param difference first area minus second
     * @param low lower end of its 95 % interval
     * @param high upper end
     * @param z standardised difference
     * @param p two-sided
     */
    public record Test(double difference, double low, double high, double z, double p) {}

    /** As the Mann–Whitney statistic over the number of pairs, exact but for one division. */
    private static double area(double[] positives, double[] negatives) {
        double pairs = 0;
        double[] pooled = pooled(positives, negatives);
        double[] ranks = Ranking.midranks(pooled);
        for (int i = 0; i < positives.length; i++) {
            pairs += ranks[i];
        }
        double m = positives.length;
        return m == 0 || negatives.length == 0 ? Double.NaN : (pairs - m * (m + 1) / 2) / (m * negatives.length);
    }

    private static double[] pooled(double[] side, double[] other) {
        double[] pooled = new double[side.length + other.length];
        System.arraycopy(side, 0, pooled, 0, side.length);
        System.arraycopy(other, 0, pooled, side.length, other.length);
        return pooled;
    }

    private static double[] placements(double[] side, double[] other) {
        double[] among = Ranking.midranks(pooled(side, other));
        double[] within = Ranking.midranks(side);
        return IntStream.range(0, side.length)
                .mapToDouble(i -> (among[i] - within[i]) / other.length)
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double covariance(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / (a.length - 1);
    }
}
