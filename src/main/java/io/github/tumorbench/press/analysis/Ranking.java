package io.github.tumorbench.press.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What follows from the order of scores: ranks, areas and curves. Higher scores mean more likely positive. */
final class Ranking {
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

    /** The curve's corner points from (0, 0) to (1, 1); empty where there is no positive or no negative. */
    static List<RocCurve.Point> roc(double[] scores, boolean[] positive) {
        List<int[]> steps = steps(scores, positive);
        int[] last = steps.isEmpty() ? new int[2] : steps.get(steps.size() - 1);
        if (last[0] == 0 || last[1] == 0) {
            return List.of();
        }
        List<int[]> corners = new ArrayList<>(List.of(new int[2]));
        for (int i = 0; i < steps.size(); i++) {
            int[] before = corners.get(corners.size() - 1);
            int[] here = steps.get(i);
            if (i == steps.size() - 1 || !straight(before, here, steps.get(i + 1))) {
                corners.add(here);
            }
        }
        return corners.stream()
                .map(step -> new RocCurve.Point((double) step[1] / last[1], (double) step[0] / last[0]))
                .toList();
    }

    static double[] select(double[] scores, boolean[] positive, boolean wanted) {
        return IntStream.range(0, scores.length)
                .filter(i -> positive[i] == wanted)
                .mapToDouble(i -> scores[i])
                .toArray();
    }

    /** (true positives, false positives) at each distinct threshold, from the highest score down. */
    private static List<int[]> steps(double[] scores, boolean[] positive) {
        int[] order = ascending(scores);
        List<int[]> steps = new ArrayList<>();
        int[] now = new int[2];
        for (int i = order.length - 1; i >= 0; i--) {
            now[positive[order[i]] ? 0 : 1]++;
            if (i == 0 || scores[order[i - 1]] != scores[order[i]]) {
                steps.add(now.clone());
            }
        }
        return steps;
    }

    private static boolean straight(int[] a, int[] b, int[] c) {
        return (long) (b[0] - a[0]) * (c[1] - b[1]) == (long) (b[1] - a[1]) * (c[0] - b[0]);
    }

    /** Indices from the lowest value to the highest, equal ones in order; by sorting the values, as indices sort slowly. */
    static int[] ascending(double[] values) {
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
