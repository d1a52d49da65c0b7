package io.github.tumorbench.press.analysis.metrics;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Ranking;
import java.util.ArrayList;
import java.util.List;

/**
 * Receiver operating characteristic of one class against the rest.
 *
 * @param name the class
 * @param auroc area under the curve, DeLong interval
 * @param points from (0, 0) to (1, 1), one per change of threshold, without those on a straight line between their
 *     neighbours; empty where the class or the rest has no image
 */
public record RocCurve(String name, Estimate auroc, List<Point> points) {
    public RocCurve {
        points = List.copyOf(points);
    }

    /**
     * @param falsePositiveRate 1 − specificity
     * @param truePositiveRate sensitivity
     */
    public record Point(double falsePositiveRate, double truePositiveRate) {}

    /** The corner points of a class's curve from (0, 0) to (1, 1); empty where there is no positive or no negative. */
    public static List<Point> points(double[] scores, boolean[] positive) {
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
                .map(step -> new Point((double) step[1] / last[1], (double) step[0] / last[0]))
                .toList();
    }

    /** (true positives, false positives) at each distinct threshold, from the highest score down. */
    private static List<int[]> steps(double[] scores, boolean[] positive) {
        int[] order = Ranking.ascending(scores);
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
}
