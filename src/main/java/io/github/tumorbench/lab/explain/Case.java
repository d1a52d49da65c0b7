package io.github.tumorbench.lab.explain;

import io.github.tumorbench.lab.dataset.Sample;

/**
 * One explanation that is asked for.
 *
 * @param predicted class number that the network gives the image
 * @param target class number to explain
 */
public record Case(Sample sample, int predicted, int target) {
    /** Why the image was given the class it was given. */
    public static Case ofPredicted(Sample sample, int predicted) {
        return new Case(sample, predicted, predicted);
    }
}
