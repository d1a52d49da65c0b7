package io.github.tumorbench.study;

/**
 * Which test images are explained.
 *
 * @param perClass for each backbone and class, this many of the most confident correct, of the least confident correct
 *     and of the most confident wrong predictions
 */
public record Explanation(int perClass) {}
