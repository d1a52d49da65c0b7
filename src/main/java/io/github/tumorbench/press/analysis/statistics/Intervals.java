package io.github.tumorbench.press.analysis.statistics;

/** 95 % intervals. */
public final class Intervals {
    /** Method name of {@link #wilson}. */
    public static final String WILSON = "Wilson 95 %";

    /** Method name of {@link #deLong}. */
    public static final String DELONG = "DeLong 95 %, logit, t";

    /** Method name of {@link #deLong} where the classes are perfectly apart. */
    public static final String PAIRS = "Wilson 95 % over disjoint pairs, as no pair decides otherwise";

    /** 97.5th percentile of the normal distribution. */
    public static final double Z = 1.959963984540054;

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
        return wilson((double) hits / trials, trials);
    }

    /**
     * The same of a share of {@code n} images, which need not be a whole number.
     *
     * @param share from 0 to 1
     * @param n above 0
     */
    public static Estimate wilson(double share, double n) {
        double centre = share + Z * Z / (2 * n);
        double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        double low = share == 0 ? 0 : (centre - half) / scale;
        double high = share == 1 ? 1 : (centre + half) / scale;
        return new Estimate(share, low, high, WILSON);
    }

    /**
     * AUROC with DeLong's variance, the interval taken on the logit scale so that it stays within (0, 1), with Student's t ({@link
     * Spread} says why).
     *
     * <p>Where no pair of images is out of order (area 1), or every one is (area 0), DeLong's variance is 0 and says nothing.
     * The smaller side's number of images is then taken as that many disjoint pairs, each in order with the probability that
     * the area estimates: Wilson's interval for all of them or none, a bound that is wide rather than wrong.
     *
     * @param scores higher means more likely positive
     * @return undefined where there is no positive or no negative; without an interval where a side has fewer than two images
     *     or all scores are equal
     */
    public static Estimate deLong(double[] scores, boolean[] positive) {
        DeLong side = DeLong.of(scores, positive);
        int m = side.positives();
        int n = side.negatives();
        if (m == 0 || n == 0) {
            return Estimate.undefined(m == 0 ? "no image of this class" : "no image of another class");
        }
        double area = side.area();
        if (m < 2 || n < 2) {
            return new Estimate(area, null, null, "no interval: fewer than two images on one side");
        }
        if (area <= 0 || area >= 1) {
            int pairs = Math.min(m, n);
            Estimate bound = wilson(area <= 0 ? 0 : pairs, pairs);
            return new Estimate(area, bound.low(), bound.high(), PAIRS);
        }
        Spread spread = Spread.ofSum(side.ofPositives(), 1.0 / m).plus(Spread.ofSum(side.ofNegatives(), 1.0 / n));
        return spread.variance() == 0
                ? new Estimate(area, null, null, "no interval: DeLong's variance is 0")
                : spread.logit(area, DELONG);
    }
}
