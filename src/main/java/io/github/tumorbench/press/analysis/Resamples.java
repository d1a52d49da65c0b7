package io.github.tumorbench.press.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Bootstrap resamples of several experiments on the same images: each resample draws the images once for all of them, so that
 * differences are paired.
 *
 * @param plan what was drawn
 * @param estimates of each experiment
 * @param replicates experiment × resample × metric
 * @param jackknife experiment × left-out unit × metric
 */
record Resamples(ResamplingPlan plan, double[][] estimates, double[][][] replicates, double[][][] jackknife) {
    /** The same whatever the number of threads: every resample has a seed of its own. */
    static Resamples of(ResamplingPlan plan, List<Scorer> scorers, Bootstrap bootstrap) {
        double[][] estimates = scorers.stream().map(Scorer::score).toArray(double[][]::new);
        double[][][] replicates = new double[scorers.size()][bootstrap.resamples()][];
        IntStream.range(0, bootstrap.resamples()).parallel().forEach(number -> {
            int[] weights = plan.draw(bootstrap.seed(), number);
            for (int one = 0; one < replicates.length; one++) {
                replicates[one][number] = scorers.get(one).score(weights);
            }
        });
        double[][][] jackknife = new double[scorers.size()][plan.units()][];
        IntStream.range(0, plan.units()).parallel().forEach(unit -> {
            int[] weights = plan.without(unit);
            for (int one = 0; one < jackknife.length; one++) {
                jackknife[one][unit] = scorers.get(one).score(weights);
            }
        });
        return new Resamples(plan, estimates, replicates, jackknife);
    }

    /** Percentile and BCa interval of one metric of one experiment. */
    BootstrapInterval interval(int experiment, int metric) {
        return interval(
                estimates[experiment][metric],
                replicates[experiment].length,
                number -> replicates[experiment][number][metric],
                unit -> jackknife[experiment][unit][metric]);
    }

    /**
     * Interval of a share from its jackknife within strata, on the logit scale; without ends where the share is 0, 1 or
     * undefined, or does not vary.
     */
    Estimate logit(int experiment, int metric) {
        double estimate = estimates[experiment][metric];
        Spread spread = new Spread(0, Double.POSITIVE_INFINITY);
        for (int[] stratum : plan.strata()) {
            double[] left = new double[stratum.length];
            for (int i = 0; i < left.length; i++) {
                left[i] = jackknife[experiment][stratum[i]][metric];
            }
            if (left.length > 1) {
                spread = spread.plus(Spread.ofSum(left, (left.length - 1.0) / left.length));
            }
        }
        return estimate > 0 && estimate < 1 && spread.variance() > 0
                ? spread.logit(estimate, Resampled.JACKKNIFE)
                : new Estimate(
                        MetricIntervals.defined(estimate), null, null, "no interval: no image decides otherwise");
    }

    /** Percentile and BCa interval of the first experiment's metric minus the second's. */
    BootstrapInterval difference(int first, int second, int metric) {
        return interval(
                estimates[first][metric] - estimates[second][metric],
                replicates[first].length,
                number -> replicates[first][number][metric] - replicates[second][number][metric],
                unit -> jackknife[first][unit][metric] - jackknife[second][unit][metric]);
    }

    private BootstrapInterval interval(
            double estimate, int size, IntToDoubleFunction replicate, IntToDoubleFunction leftOut) {
        double[] values = new double[size];
        int defined = 0;
        for (int number = 0; number < size; number++) {
            double value = replicate.applyAsDouble(number);
            values[defined] = value;
            defined += Double.isNaN(value) ? 0 : 1;
        }
        values = Arrays.copyOf(values, defined);
        Arrays.sort(values);
        double[] jack = new double[plan.units()];
        Arrays.setAll(jack, leftOut);
        return BootstrapInterval.of(estimate, values, size, jack, plan.strata());
    }
}
