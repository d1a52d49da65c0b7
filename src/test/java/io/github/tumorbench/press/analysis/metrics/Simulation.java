package io.github.tumorbench.press.analysis.metrics;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Predictions drawn from a known source, to see how often intervals hold the truth: logits are normal with deviation 1.5, the
 * true class's raised by {@code strength}, the second class's raised less, all multiplied by {@code sharpness}.
 */
public final class Simulation {
    static final int CLASSES = 4;

    private final double strength;
    private final double sharpness;

    /** @param strength how far the true class stands out; {@code sharpness} multiplies all logits */
    public Simulation(double strength, double sharpness) {
        this.strength = strength;
        this.sharpness = sharpness;
    }

    /** @param perClass images of each class */
    public Outcomes draw(int[] perClass, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = IntStream.of(perClass).sum();
        int[] truth = new int[size];
        int[] predicted = new int[size];
        double[] confidence = new double[size];
        double[][] rows = new double[size][];
        double[][] logits = new double[size][];
        for (int label = 0, image = 0; label < CLASSES; label++) {
            for (int i = 0; i < perClass[label]; i++, image++) {
                truth[image] = label;
                logits[image] = logits(label, random);
                rows[image] = softmax(logits[image]);
                for (int other = 1; other < CLASSES; other++) {
                    predicted[image] = rows[image][other] > rows[image][predicted[image]] ? other : predicted[image];
                }
                confidence[image] = rows[image][predicted[image]];
            }
        }
        List<String> files =
                IntStream.range(0, size).mapToObj("%07d.jpg"::formatted).toList();
        return new Outcomes(files, truth, predicted, confidence, rows, logits);
    }

    private double[] logits(int label, SplittableRandom random) {
        double[] values = new double[CLASSES];
        for (int other = 0; other < CLASSES; other++) {
            double raised = other == label ? strength * (label == 1 ? 0.8 : 1) : 0;
            values[other] = sharpness * (1.5 * random.nextGaussian() + raised);
        }
        return values;
    }

    private static double[] softmax(double[] logits) {
        double[] row = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            row[i] = Math.exp(logits[i]);
            sum += row[i];
        }
        for (int i = 0; i < row.length; i++) {
            row[i] /= sum;
        }
        return row;
    }
}
