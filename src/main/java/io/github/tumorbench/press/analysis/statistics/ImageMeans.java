package io.github.tumorbench.press.analysis.statistics;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Means over images with 95 % intervals, all from the same resamples of patients. */
public final class ImageMeans {
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
    public record Column(double[] values, boolean share) {}

    /** Columns about the same images, whose weights are gathered once; values are column × image. */
    private record Block(int[] images, int[] columns, double[][] values) {
        /** @param results column × place */
        void fill(double[][] results, int place, int[] weights) {
            double[] gathered = new double[images.length];
            long count = 0;
            for (int i = 0; i < images.length; i++) {
                int weight = weights[images[i]];
                gathered[i] = weight;
                count += weight;
            }
            for (int column = 0; column < columns.length; column++) {
                results[columns[column]][place] = count == 0 ? Double.NaN : sum(gathered, values[column]) / count;
            }
        }

        private static double sum(double[] weights, double[] values) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += weights[i] * values[i];
            }
            return sum;
        }
    }

    private ImageMeans(ResamplingPlan plan, List<Column> columns, Bootstrap bootstrap) {
        this.plan = plan;
        this.columns = columns;
        this.replicates = new double[columns.size()][bootstrap.resamples()];
        this.leftOut = new double[columns.size()][plan.units()];
        List<Block> blocks = blocks(columns);
        int[][] draws = plan.draws(bootstrap);
        IntStream.range(0, draws.length)
                .parallel()
                .forEach(number -> blocks.forEach(block -> block.fill(replicates, number, draws[number])));
        IntStream.range(0, plan.units()).parallel().forEach(unit -> {
            int[] weights = plan.without(unit);
            blocks.forEach(block -> block.fill(leftOut, unit, weights));
        });
    }

    private static List<Block> blocks(List<Column> columns) {
        Map<IntBuffer, List<Integer>> byImages = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            double[] values = columns.get(column).values();
            int[] images = IntStream.range(0, values.length)
                    .filter(i -> !Double.isNaN(values[i]))
                    .toArray();
            byImages.computeIfAbsent(IntBuffer.wrap(images), unused -> new ArrayList<>())
                    .add(column);
        }
        return byImages.entrySet().stream()
                .map(entry -> block(entry.getKey().array(), entry.getValue(), columns))
                .toList();
    }

    private static Block block(int[] images, List<Integer> members, List<Column> columns) {
        return new Block(
                images,
                members.stream().mapToInt(Integer::intValue).toArray(),
                members.stream()
                        .map(column -> Arrays.stream(images)
                                .mapToDouble(i -> columns.get(column).values()[i])
                                .toArray())
                        .toArray(double[][]::new));
    }

    /**
     * The mean of each column, with at most {@link Bootstrap#SECONDARY} resamples.
     *
     * @return in the columns' order; undefined where a column is about no image
     */
    public static List<Estimate> of(ResamplingPlan plan, List<Column> columns, Bootstrap bootstrap) {
        ImageMeans means = new ImageMeans(plan, columns, bootstrap.secondary());
        return IntStream.range(0, columns.size())
                .parallel()
                .mapToObj(means::estimate)
                .toList();
    }

    private Estimate estimate(int column) {
        double[] values = columns.get(column).values();
        double mean = mean(values);
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

    private static double mean(double[] values) {
        double sum = 0;
        int count = 0;
        for (double value : values) {
            sum += Double.isNaN(value) ? 0 : value;
            count += Double.isNaN(value) ? 0 : 1;
        }
        return count == 0 ? Double.NaN : sum / count;
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
