package io.github.tumorbench.press.analysis;

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
}
