package io.github.tumorbench.lab.dataset.similarity;

/**
 * Two pictures that may show the same.
 *
 * @param first number of a thumbnail of the first list
 * @param second number of a thumbnail of the second list, or of the first again
 * @param mirrored whether the second must be mirrored left to right
 * @param correlation Pearson's, of the grey values where both have some, once they lie over each other; in [−1, 1]
 */
public record Pair(int first, int second, boolean mirrored, double correlation) {}
