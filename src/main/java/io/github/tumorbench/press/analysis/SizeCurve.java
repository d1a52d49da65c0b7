package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.metrics.ClassMetrics;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import java.util.List;

/**
 * Experiments that differ in nothing but how many training images they learned from.
 *
 * @param name backbone and schedule
 * @param points the smallest share first; at least two
 */
public record SizeCurve(String name, String backbone, List<Point> points) {
    public SizeCurve {
        points = List.copyOf(points);
    }

    /**
     * @param experiment id
     * @param share of each class's training images, 1 for all
     * @param trainImages that many
     * @param images tested
     * @param accuracy Wilson interval
     * @param macroF1 null where undefined
     * @param weakest lowest recall of a class, null without test images
     */
    public record Point(
            String experiment,
            double share,
            int trainImages,
            int images,
            Estimate accuracy,
            Double macroF1,
            ClassMetrics weakest) {}
}
