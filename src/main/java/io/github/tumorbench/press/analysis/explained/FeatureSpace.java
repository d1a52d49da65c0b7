package io.github.tumorbench.press.analysis.explained;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import java.util.List;

/**
 * How an experiment's features arrange the images.
 *
 * @param silhouette mean of all test images by true class (Rousseeuw 1987), from −1 to 1; interval over patients
 * @param classes the same of each class
 * @param misclassified the nearest training images of each misclassified test image
 */
public record FeatureSpace(Estimate silhouette, List<OfClass> classes, List<Misclassified> misclassified) {
    public FeatureSpace {
        classes = List.copyOf(classes);
        misclassified = List.copyOf(misclassified);
    }

    /**
     * One class's silhouettes.
     *
     * @param astray images nearer, on average, to another class than to their own
     */
    public record OfClass(String name, int images, Estimate silhouette, int astray) {}

    /** A misclassified test image and the training images nearest to it, the nearest first. */
    public record Misclassified(String file, String label, String predicted, List<Near> nearest) {
        public Misclassified {
            nearest = List.copyOf(nearest);
        }
    }

    /** A training image and its distance. */
    public record Near(String file, String label, double distance) {}

    /** Share of all those training images whose class is the predicted one; null where there are none. */
    public Double ofPredictedClass() {
        return share(true);
    }

    /** The same of the true class. */
    public Double ofTrueClass() {
        return share(false);
    }

    private Double share(boolean predicted) {
        long all = misclassified.stream()
                .mapToLong(image -> image.nearest().size())
                .sum();
        long hits = misclassified.stream()
                .mapToLong(image -> image.nearest().stream()
                        .filter(near -> near.label().equals(predicted ? image.predicted() : image.label()))
                        .count())
                .sum();
        return all == 0 ? null : (double) hits / all;
    }
}
