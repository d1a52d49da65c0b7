package io.github.tumorbench.press.analysis.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * What follows from counts of true against predicted classes alone. Counts lie row by row, true classes in rows; every image
 * may count several times or not at all. Undefined is NaN.
 */
public final class Agreement {
    private Agreement() {}

    /** Counts of true against predicted classes, classes × classes. */
    static long[] counts(Outcomes outcomes, int classes, int[] weights) {
        long[] counts = new long[classes * classes];
        int[] truth = outcomes.truth();
        int[] predicted = outcomes.predicted();
        for (int i = 0; i < weights.length; i++) {
            counts[truth[i] * classes + predicted[i]] += weights[i];
        }
        return counts;
    }

    /** Every image counted once. */
    public static ConfusionMatrix confusion(Outcomes outcomes, List<String> classes) {
        int size = classes.size();
        long[] counts = counts(outcomes, size, outcomes.once());
        List<List<Integer>> rows = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            List<Integer> cells = new ArrayList<>();
            for (int column = 0; column < size; column++) {
                cells.add((int) counts[row * size + column]);
            }
            rows.add(cells);
        }
        return new ConfusionMatrix(classes, rows);
    }

    /** Images of each true class. */
    public static long[] supports(long[] counts, int classes) {
        long[] sums = new long[classes];
        for (int cell = 0; cell < counts.length; cell++) {
            sums[cell / classes] += counts[cell];
        }
        return sums;
    }

    /** Images given each class. */
    public static long[] predicted(long[] counts, int classes) {
        long[] sums = new long[classes];
        for (int cell = 0; cell < counts.length; cell++) {
            sums[cell % classes] += counts[cell];
        }
        return sums;
    }

    /** {@code part / whole}, NaN for a whole of 0. */
    static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }

    /** 2·TP / (2·TP + FP + FN); NaN where the class is neither present nor predicted. */
    static double f1(long hits, long support, long predicted) {
        return share(2 * hits, support + predicted);
    }

    /** Matthews correlation for several classes (Gorodkin 2004); NaN where only one class is present or predicted. */
    static double mcc(long correct, long[] supports, long[] predicted) {
        double total = sum(supports);
        double scale = Math.sqrt(total * total - product(supports, supports))
                * Math.sqrt(total * total - product(predicted, predicted));
        return scale == 0 ? Double.NaN : (correct * total - product(supports, predicted)) / scale;
    }

    /** Cohen's kappa; NaN where chance agreement is total or there is no image. */
    public static double kappa(long correct, long[] supports, long[] predicted) {
        double total = sum(supports);
        double chance = product(supports, predicted);
        double scale = total * total - chance;
        return scale == 0 ? Double.NaN : (correct * total - chance) / scale;
    }

    private static double sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }

    private static double product(long[] a, long[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
