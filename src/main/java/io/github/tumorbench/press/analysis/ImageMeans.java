package io.github.tumorbench.press.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Means over images with 95 % intervals, all from the same resamples of patients. */
final class ImageMeans {
    /** Method name of an interval of a share that no resample moves. */
    static final String EVEN = "Wilson 95 % over patients, as every resample gives the same";

    private final ResamplingPlan plan;
    private final List<Column> columns;
    private final double[][] replicates;
    private final double[][] leftOut;

    /**
     * One number for each image of the plan, NaN for those it is not about. A difference of two quantities is a column of its
     * own, so that it is paired.
     *
     * @param share whether the mean lies between 0 and 1, both of which need a bound of their own
     */
    record Column(double[] values, boolean share) {}

    private ImageMeans(ResamplingPlan plan, List<Column> columns, Bootstrap bootstrap) {
        this.plan = plan;
        this.columns = columns;
        this.replicates = new double[columns.size()][bootstrap.resamples()];
        this.leftOut = new double[columns.size()][plan.units()];
        IntStream.range(0, bootstrap.resamples())
                .parallel()
                .forEach(number -> fill(replicates, number, plan.draw(bootstrap.seed(), number)));
        IntStream.range(0, plan.units()).parallel().forEach(unit -> fill(leftOut, unit, plan.without(unit)));
    }

    /**
     * The mean of each column, with at most {@link Bootstrap#SECONDARY} resamples.
     *
     * @return in the columns' order; undefined where a column is about no image
     */
    static List<Estimate> of(ResamplingPlan plan, List<Column> columns, Bootstrap bootstrap) {
        ImageMeans means = new ImageMeans(plan, columns, bootstrap.secondary());
        return IntStream.range(0, columns.size())
                .parallel()
                .mapToObj(means::estimate)
                .toList();
    }

    private void fill(double[][] results, int place, int[] weights) {
        for (int column = 0; column < results.length; column++) {
            results[column][place] = mean(columns.get(column).values(), weights);
        }
    }

    private static double mean(double[] values, int[] weights) {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < values.length; i++) {
            if (weights[i] > 0 && !Double.isNaN(values[i])) {
                sum += weights[i] * values[i];
                count += weights[i];
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private Estimate estimate(int column) {
        double[] values = columns.get(column).values();
        int[] once = new int[values.length];
        Arrays.fill(once, 1);
        double mean = mean(values, once);
        if (Double.isNaN(mean)) {
            return Estimate.undefined("no image");
        }
        double[] drawn = Arrays.stream(replicates[column])
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        BootstrapInterval interval =
                BootstrapInterval.of(mean, drawn, replicates[column].length, leftOut[column], plan.strata());
        if (interval.bca().hasInterval()) {
            return interval.bca();
        }
        boolean bound = columns.get(column).share() && (mean == 0 || mean == 1);
        return bound && !interval.percentile().hasInterval() ? even(column, mean) : interval.percentile();
    }

    /** Patients who have a value count, as images of one hang together. */
    private Estimate even(int column, double mean) {
        double[] values = columns.get(column).values();
        long patients = IntStream.range(0, plan.units())
                .filter(unit -> Arrays.stream(plan.images(unit)).anyMatch(image -> !Double.isNaN(values[image])))
                .count();
        Estimate bound = Intervals.wilson(mean, patients);
        return new Estimate(mean, bound.low(), bound.high(), EVEN);
    }
}
