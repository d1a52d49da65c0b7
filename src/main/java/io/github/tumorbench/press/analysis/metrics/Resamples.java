package io.github.tumorbench.press.analysis.metrics;

import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import io.github.tumorbench.press.analysis.statistics.BootstrapInterval;
import io.github.tumorbench.press.analysis.statistics.ResamplingPlan;
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
 * @param replicates experiment × metric × resample
 * @param jackknife experiment × left-out unit × metric
 */
public record Resamples(ResamplingPlan plan, double[][] estimates, double[][][] replicates, double[][][] jackknife) {
    /** The same whatever the number of threads: every resample has a seed of its own. */
    public static Resamples of(ResamplingPlan plan, List<Scorer> scorers, Bootstrap bootstrap) {
        double[][] estimates = scorers.stream().map(Scorer::score).toArray(double[][]::new);
        double[][][] replicates = new double[scorers.size()][][];
        for (int one = 0; one < replicates.length; one++) {
            replicates[one] = new double[estimates[one].length][bootstrap.resamples()];
        }
        IntStream.range(0, bootstrap.resamples()).parallel().forEach(number -> {
            int[] weights = plan.draw(bootstrap.seed(), number);
            long[] supports = scorers.get(0).supports(weights);
            for (int one = 0; one < replicates.length; one++) {
                double[] score = scorers.get(one).score(weights, supports);
                for (int metric = 0; metric < score.length; metric++) {
                    replicates[one][metric][number] = score[metric];
                }
            }
        });
        double[][][] jackknife =
                scorers.stream().map(scorer -> leftOut(plan, scorer)).toArray(double[][][]::new);
        return new Resamples(plan, estimates, replicates, jackknife);
    }

    private static double[][] leftOut(ResamplingPlan plan, Scorer scorer) {
        return plan.ofSingleImages()
                ? LeaveOneOut.of(scorer)
                : IntStream.range(0, plan.units())
                        .parallel()
                        .mapToObj(plan::without)
                        .map(weights -> scorer.score(weights, scorer.supports(weights)))
                        .toArray(double[][]::new);
    }

    /** Percentile and BCa interval of one metric of one experiment. */
    BootstrapInterval interval(int experiment, int metric) {
        return interval(
                estimates[experiment][metric],
                replicates[experiment][metric].clone(),
                unit -> jackknife[experiment][unit][metric]);
    }

    /** Percentile and BCa interval of the first experiment's metric minus the second's. */
    public BootstrapInterval difference(int first, int second, int metric) {
        double[] values = replicates[first][metric].clone();
        for (int number = 0; number < values.length; number++) {
            values[number] -= replicates[second][metric][number];
        }
        return interval(
                estimates[first][metric] - estimates[second][metric],
                values,
                unit -> jackknife[first][unit][metric] - jackknife[second][unit][metric]);
    }

    /** @param values of all resamples; are moved and sorted */
    private BootstrapInterval interval(double estimate, double[] values, IntToDoubleFunction leftOut) {
        int defined = 0;
        for (double value : values) {
            values[defined] = value;
            defined += Double.isNaN(value) ? 0 : 1;
        }
        double[] sorted = defined == values.length ? values : Arrays.copyOf(values, defined);
        Arrays.sort(sorted);
        double[] jack = new double[plan.units()];
        Arrays.setAll(jack, leftOut);
        return BootstrapInterval.of(estimate, sorted, values.length, jack, plan.strata());
    }
}
