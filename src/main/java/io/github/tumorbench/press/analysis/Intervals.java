package io.github.tumorbench.press.analysis;

/** 95 % intervals. */
public final class Intervals {
    /** Method name of {@link #wilson}. */
    public static final String WILSON = "Wilson 95 %";

    /** Method name of {@link #deLong}. */
    public static final String DELONG = "DeLong 95 %, logit";

    private static final double Z = 1.959963984540054;

    private Intervals() {}

    /**
     * A share with Wilson's score interval (Wilson 1927).
     *
     * @param hits between 0 and {@code trials}
     * @return undefined where there is no trial
     */
    public static Estimate wilson(int hits, int trials) {
        if (trials == 0) {
            return Estimate.undefined("no image");
        }
        double n = trials;
        double share = hits / n;
        double centre = share + Z * Z / (2 * n);
        double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        double low = hits == 0 ? 0 : (centre - half) / scale;
        double high = hits == trials ? 1 : (centre + half) / scale;
        return new Estimate(share, low, high, WILSON);
    }

    /**
     * AUROC with DeLong's variance (DeLong et al. 1988, by midranks after Sun and Xu 2014), the interval taken on the logit
     * scale so that it stays within (0, 1).
     *
     * <p>No interval where the area is 0 or 1, where a side has fewer than two images or where the variance is 0.
     *
     * @param scores higher means more likely positive
     * @return undefined where there is no positive or no negative
     */
    public static Estimate deLong(double[] scores, boolean[] positive) {
        double[] ofPositives = Ranking.select(scores, positive, true);
        double[] ofNegatives = Ranking.select(scores, positive, false);
        int m = ofPositives.length;
        int n = ofNegatives.length;
        if (m == 0 || n == 0) {
            return Estimate.undefined(m == 0 ? "no image of this class" : "no image of another class");
        }
        double area = Ranking.auroc(scores, positive);
        if (m < 2 || n < 2) {
            return new Estimate(area, null, null, "no interval: fewer than two images on one side");
        }
        double variance =
                placementVariance(ofPositives, ofNegatives) / m + placementVariance(ofNegatives, ofPositives) / n;
        if (area <= 0 || area >= 1 || variance <= 0) {
            return new Estimate(area, null, null, "no interval: DeLong's variance is 0");
        }
        double logit = Math.log(area / (1 - area));
        double half = Z * Math.sqrt(variance) / (area * (1 - area));
        return new Estimate(area, logistic(logit - half), logistic(logit + half), DELONG);
    }

    /** Variance over one side of the share of the other side each score exceeds, ties counting one half. */
    private static double placementVariance(double[] side, double[] other) {
        double[] pooled = new double[side.length + other.length];
        System.arraycopy(side, 0, pooled, 0, side.length);
        System.arraycopy(other, 0, pooled, side.length, other.length);
        double[] among = Ranking.midranks(pooled);
        double[] within = Ranking.midranks(side);
        double[] placement = new double[side.length];
        double mean = 0;
        for (int i = 0; i < side.length; i++) {
            placement[i] = (among[i] - within[i]) / other.length;
            mean += placement[i] / side.length;
        }
        double sum = 0;
        for (double one : placement) {
            sum += (one - mean) * (one - mean);
        }
        return sum / (side.length - 1);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
