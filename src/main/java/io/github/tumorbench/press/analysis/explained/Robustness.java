package io.github.tumorbench.press.analysis.explained;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import java.util.Comparator;
import java.util.List;

/**
 * How an experiment fares when its test images are made worse.
 *
 * @param images test images that were
 * @param clean the same images as they are
 * @param corruptions in the order of the record
 */
public record Robustness(int images, Point clean, List<Corruption> corruptions) {
    public Robustness {
        corruptions = List.copyOf(corruptions);
    }

    /**
     * One degree of one corruption.
     *
     * @param severity 1 to 5, 0 for images as they are
     * @param accuracy share of right predictions, Wilson interval
     * @param confidence mean probability of the predicted class
     * @param truth mean probability of the true class
     */
    public record Point(int severity, int images, Estimate accuracy, double confidence, double truth) {}

    /** A way to make images worse, at rising severity. */
    public record Corruption(String name, List<Point> points) {
        public Corruption {
            points = List.copyOf(points);
        }

        /** Mean over the severities. */
        public double accuracy() {
            return points.stream()
                    .mapToDouble(point -> point.accuracy().value())
                    .average()
                    .orElseThrow();
        }

        /** At the highest severity. */
        public Point worst() {
            return points.get(points.size() - 1);
        }

        /** The highest mean confidence above the accuracy at any severity. */
        public Point surest() {
            return points.stream()
                    .max(Comparator.comparingDouble(
                            point -> point.confidence() - point.accuracy().value()))
                    .orElseThrow();
        }
    }

    /** Mean accuracy over corruptions and severities. */
    public double accuracy() {
        return corruptions.stream().mapToDouble(Corruption::accuracy).average().orElseThrow();
    }

    /** The corruption with the lowest mean accuracy, the first on ties. */
    public Corruption costliest() {
        return corruptions.stream()
                .min(Comparator.comparingDouble(Corruption::accuracy))
                .orElseThrow();
    }
}
