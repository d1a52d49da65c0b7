package io.github.tumorbench.press.analysis.metrics;

/**
 * One kind of error.
 *
 * @param truth the images' true class
 * @param predicted the class they were given
 * @param count how many images, at least 1
 * @param support test images of the true class
 */
public record ConfusedPair(String truth, String predicted, int count, int support) {
    /** {@code count} as a share of the true class. */
    public double share() {
        return (double) count / support;
    }
}
