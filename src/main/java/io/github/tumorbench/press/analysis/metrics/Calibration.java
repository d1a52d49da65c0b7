package io.github.tumorbench.press.analysis.metrics;

import io.github.tumorbench.press.analysis.statistics.Intervals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How far probabilities can be believed. */
public final class Calibration {
    /** Bins of the expected calibration error and of the reliability diagram. */
    public static final int BINS = 15;

    /** Bins of the confidence histogram. */
    static final int HISTOGRAM_BINS = 20;

    /** 2.2e-16, the distance from 1 to the next double. */
    private static final double CLIP = Math.ulp(1.0);

    private Calibration() {}

    /** Negative log of each image's true class's probability, rows normalised and then clipped at 2.2e-16. */
    static double[] logLosses(Outcomes outcomes) {
        double[] losses = new double[outcomes.size()];
        for (int i = 0; i < losses.length; i++) {
            double[] row = outcomes.probabilities()[i];
            losses[i] = -Math.log(
                    Math.max(CLIP, row[outcomes.truth()[i]] / Arrays.stream(row).sum()));
        }
        return losses;
    }

    /** Squared distance of each image's probabilities to its true class's unit vector (Brier 1950), in [0, 2]. */
    public static double[] brierScores(Outcomes outcomes) {
        double[] scores = new double[outcomes.size()];
        for (int i = 0; i < scores.length; i++) {
            double[] row = outcomes.probabilities()[i];
            for (int label = 0; label < row.length; label++) {
                double difference = row[label] - (label == outcomes.truth()[i] ? 1 : 0);
                scores[i] += difference * difference;
            }
        }
        return scores;
    }

    /** Predictions gathered by confidence into {@code size} uniform bins, each with its share of right ones. */
    public static List<ReliabilityBin> reliability(Outcomes outcomes, int size) {
        int[] count = new int[size];
        int[] correct = new int[size];
        double[] confidence = new double[size];
        for (int i = 0; i < outcomes.size(); i++) {
            int bin = bin(outcomes.confidence()[i], size);
            count[bin]++;
            correct[bin] += outcomes.correct(i) ? 1 : 0;
            confidence[bin] += outcomes.confidence()[i];
        }
        List<ReliabilityBin> bins = new ArrayList<>();
        for (int bin = 0; bin < size; bin++) {
            bins.add(new ReliabilityBin(
                    (double) bin / size,
                    (bin + 1.0) / size,
                    count[bin],
                    count[bin] == 0 ? null : confidence[bin] / count[bin],
                    Intervals.wilson(correct[bin], count[bin])));
        }
        return bins;
    }

    /** Right and wrong predictions apart, by confidence in 20 uniform bins. */
    public static ConfidenceHistogram histogram(Outcomes outcomes) {
        int[] correct = new int[HISTOGRAM_BINS];
        int[] wrong = new int[HISTOGRAM_BINS];
        for (int i = 0; i < outcomes.size(); i++) {
            (outcomes.correct(i) ? correct : wrong)[bin(outcomes.confidence()[i], HISTOGRAM_BINS)]++;
        }
        List<ConfidenceHistogram.Bin> bins = IntStream.range(0, HISTOGRAM_BINS)
                .mapToObj(bin -> new ConfidenceHistogram.Bin(
                        (double) bin / HISTOGRAM_BINS, (bin + 1.0) / HISTOGRAM_BINS, correct[bin], wrong[bin]))
                .toList();
        double[] ofCorrect = confidences(outcomes, true);
        double[] ofWrong = confidences(outcomes, false);
        return new ConfidenceHistogram(bins, ofCorrect.length, ofWrong.length, median(ofCorrect), median(ofWrong));
    }

    /** Index of the bin (lo, hi] that holds {@code confidence}; the first bin also holds 0. */
    public static int bin(double confidence, int size) {
        int bin = Math.max(0, Math.min(size - 1, (int) Math.ceil(confidence * size) - 1));
        if (bin > 0 && confidence <= (double) bin / size) {
            return bin - 1;
        }
        return bin < size - 1 && confidence > (bin + 1.0) / size ? bin + 1 : bin;
    }

    /** Middle value, the mean of the middle two for an even number; null for none. */
    static Double median(double[] values) {
        if (values.length == 0) {
            return null;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static double[] confidences(Outcomes outcomes, boolean correct) {
        return IntStream.range(0, outcomes.size())
                .filter(i -> outcomes.correct(i) == correct)
                .mapToDouble(i -> outcomes.confidence()[i])
                .toArray();
    }
}
