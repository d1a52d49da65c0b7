package io.github.tumorbench.press.analysis;

/**
 * A test image in the t-SNE plane; the axes have no meaning of their own.
 *
 * @param patient null where unknown
 */
public record ProjectedImage(String file, String label, String predicted, double x, double y, String patient) {
    /** Whether the predicted class is the true one. */
    public boolean correct() {
        return predicted.equals(label);
    }
}
