package io.github.tumorbench.press.analysis.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What follows from the order of scores: ranks and the two sides of a threshold. Higher scores mean more likely positive. */
public final class Ranking {
    private Ranking() {}

    /** Ranks from 1 in input order; equal values share the mean of their ranks. */
    static double[] midranks(double[] values) {
        int[] order = ascending(values);
        double[] ranks = new double[values.length];
        for (int start = 0, end; start < order.length; start = end) {
            for (end = start + 1; end < order.length && values[order[end]] == values[order[start]]; end++) {}
            for (int i = start; i < end; i++) {
                ranks[order[i]] = (start + end + 1) / 2.0;
            }
        }
        return ranks;
    }

    static double[] select(double[] scores, boolean[] positive, boolean wanted) {
        return IntStream.range(0, scores.length)
                .filter(i -> positive[i] == wanted)
                .mapToDouble(i -> scores[i])
                .toArray();
    }

    /** Indices from the lowest value to the highest, equal ones in order; by sorting the values, as indices sort slowly. */
    public static int[] ascending(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] taken = new int[values.length];
        int[] order = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int first = firstPlace(sorted, values[i]);
            order[first + taken[first]++] = i;
        }
        return order;
    }

    private static int firstPlace(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Double.compare(sorted[middle], value) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
