package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.metrics.ClassMetrics;
import io.github.tumorbench.press.analysis.metrics.MetricIntervals;
import io.github.tumorbench.press.analysis.metrics.Overall;
import java.util.List;

/**
 * The same experiment on the test images that have no copy, identical or nearly so, among the training or validation images.
 *
 * @param images how many are left
 * @param copies how many were left out; where 0, all else is as on all test images
 * @param classes in label order
 */
public record WithoutCopies(
        int images, int copies, Overall overall, List<ClassMetrics> classes, MetricIntervals intervals) {
    public WithoutCopies {
        classes = List.copyOf(classes);
    }
}
