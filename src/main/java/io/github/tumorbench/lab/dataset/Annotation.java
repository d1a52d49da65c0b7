package io.github.tumorbench.lab.dataset;

/**
 * What is known of where an image comes from.
 *
 * @param patient pseudonymous group, or null
 * @param slice name of the slice the image was made from, or null
 * @param sourceLabel class the source gives that slice, or null
 */
public record Annotation(String patient, String slice, String sourceLabel) {
    /** Nothing is known. */
    public static final Annotation NONE = new Annotation(null, null, null);

    /** Whether the source gives the image another class than its folder. */
    boolean disagrees(String label) {
        return sourceLabel != null && !sourceLabel.equals(label);
    }
}
