package io.github.tumorbench.press.analysis.metrics;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import io.github.tumorbench.press.analysis.statistics.Spread;
import java.util.Arrays;

/**
 * 95 % intervals of one experiment's metrics from the values without each image, varied within true classes. Each metric has
 * its interval on a scale on which it is nearer to normal ({@link Scale}), and one that stays wide where hardly an image is
 * wrong, as resampling such images again cannot do.
 *
 * <ul>
 *   <li>Metrics of the confusion matrix: Wilson's (1927) interval with the effective number of images θ(1 − θ)/variance, as
 *       Korn and Graubard (1998) and Dean and Pagano (2015) do for shares in surveys. Without any error the variance is 0; the
 *       number is then the inverse of what one error would cost at most.
 *   <li>Areas: logit, Student's t with degrees of freedom from the kurtosis ({@link Spread}). An area of 1 has Wilson's interval
 *       over as many images as the smallest class has.
 *   <li>Losses: logarithm, Student's t.
 *   <li>Confidence minus accuracy: from the intervals of both and their correlation (Zou and Donner 2008).
 * </ul>
 *
 * <p>Coverage, 2000 draws (CoverageBench, seed 101): with 131 or 327 images and accuracies of 0.55 to 0.94 metrics other than
 * Wilson's shares lay within 93 to 97 % but for average precision (up to 97.8 %) and, with 131 images at 0.94, areas (up to
 * 99.3 %). At 0.98 and 0.99 areas are too wide (up to 99.7 %), shares up to 98.4 %, as few errors come in steps, and the log loss
 * of calibrated networks is too narrow: 89.4 % with 131 images at 0.98, 92.5 % with 327 at 0.99, as rare large losses are then
 * missing from most test sets.
 */
public final class Jackknife {
    /** Method name of metrics of the confusion matrix. */
    static final String WILSON = "Wilson 95 %, effective number of images";

    /** Method name of areas. */
    static final String LOGIT = "jackknife 95 %, logit, t";

    /** Method name of areas of 1. */
    static final String PERFECT = "Wilson 95 % over the smallest class, as no pair decides otherwise";

    /** Method name of losses. */
    static final String LOG = "jackknife 95 %, logarithm, t";

    /** Method name of confidence minus accuracy. */
    static final String GAP = "from the intervals of confidence and accuracy, 95 %";

    private static final int ACCURACY = Scorer.index(OverallMetric.ACCURACY);
    private static final int CONFIDENCE_GAP = Scorer.index(OverallMetric.CONFIDENCE_GAP);

    private final double[] estimates;
    private final double[][] left;
    private final int[][] strata;
    private final double[] worstError;

    /**
     * @param left image × metric, each without that image
     * @param strata images of each true class
     */
    public Jackknife(Scorer scorer, double[][] left, int[][] strata) {
        this.estimates = scorer.score();
        this.left = left;
        this.strata = strata;
        this.worstError = LeaveOneOut.worstError(scorer);
    }

    /** The metric's interval; without ends and with the reason where there is none. */
    public Estimate interval(int metric) {
        double estimate = estimates[metric];
        if (Double.isNaN(estimate)) {
            return none(null, "undefined");
        }
        Scale scale = Scorer.scale(metric);
        return switch (scale) {
            case SHARE, AGREEMENT -> share(metric, scale.lowest());
            case AREA -> area(metric);
            case LOSS -> loss(metric);
            case GAP -> gap();
            case NONE -> none(estimate, MetricIntervals.NO_ECE);
        };
    }

    private static Estimate none(Double estimate, String reason) {
        return new Estimate(estimate, null, null, reason);
    }

    private static Estimate constant(double estimate) {
        return none(estimate, "no interval: no image decides otherwise");
    }

    private Estimate share(int metric, double lowest) {
        double range = 1 - lowest;
        double share = (estimates[metric] - lowest) / range;
        double variance = spread(column(metric)).variance() / (range * range);
        double images = share >= 1 ? range / worstError[metric] : share * (1 - share) / variance;
        if (share < 1 && (share <= 0 || !(variance > 0)) || !Double.isFinite(images)) {
            return constant(estimates[metric]);
        }
        Estimate one = Intervals.wilson(Math.min(1, share), images);
        return new Estimate(estimates[metric], lowest + range * one.low(), lowest + range * one.high(), WILSON);
    }

    private Estimate area(int metric) {
        double estimate = estimates[metric];
        Spread spread = spread(column(metric));
        if (estimate >= 1) {
            double least =
                    Arrays.stream(strata).mapToInt(one -> one.length).min().orElse(0);
            Estimate one = Intervals.wilson(1, least);
            return new Estimate(estimate, one.low(), one.high(), PERFECT);
        }
        return estimate > 0 && spread.variance() > 0 ? spread.logit(estimate, LOGIT) : constant(estimate);
    }

    private Estimate loss(int metric) {
        Spread spread = spread(column(metric));
        double estimate = estimates[metric];
        if (estimate <= 0 || spread.variance() <= 0) {
            return constant(estimate);
        }
        double factor = Math.exp(spread.quantile() * Math.sqrt(spread.variance()) / estimate);
        return new Estimate(estimate, estimate / factor, estimate * factor, LOG);
    }

    private Estimate gap() {
        double estimate = estimates[CONFIDENCE_GAP];
        double[] accuracies = column(ACCURACY);
        double[] confidences = column(CONFIDENCE_GAP);
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] += accuracies[i];
        }
        Estimate accuracy = share(ACCURACY, 0);
        Spread spread = spread(confidences);
        double variances = spread.variance() * spread(accuracies).variance();
        if (!accuracy.hasInterval()) {
            return constant(estimate);
        }
        double half = spread.variance() > 0 ? spread.quantile() * Math.sqrt(spread.variance()) : 0;
        double correlation = variances > 0 ? covariance(confidences, accuracies) / Math.sqrt(variances) : 0;
        double below = apart(half, accuracy.high() - accuracy.value(), correlation);
        double above = apart(half, accuracy.value() - accuracy.low(), correlation);
        return new Estimate(estimate, estimate - below, estimate + above, GAP);
    }

    /** Length of one arm of the interval of a difference, from the arms of its two terms. */
    private static double apart(double first, double second, double correlation) {
        return Math.sqrt(Math.max(0, first * first + second * second - 2 * correlation * first * second));
    }

    private double[] column(int metric) {
        return Arrays.stream(left).mapToDouble(one -> one[metric]).toArray();
    }

    /** Variance of the estimate whose values without each image these are. */
    private Spread spread(double[] values) {
        return Spread.ofLeftOut(values, strata);
    }

    private double covariance(double[] first, double[] second) {
        double sum = 0;
        for (int[] stratum : strata) {
            double size = stratum.length;
            double a = Arrays.stream(stratum).mapToDouble(i -> first[i]).sum() / size;
            double b = Arrays.stream(stratum).mapToDouble(i -> second[i]).sum() / size;
            for (int i : stratum) {
                sum += (size - 1) / size * (first[i] - a) * (second[i] - b);
            }
        }
        return sum;
    }
}
