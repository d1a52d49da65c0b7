package io.github.tumorbench.study;

/**
 * Which test images are explained, and how thoroughly. 0 switches a part off; without {@code images} nothing but the gallery
 * is made.
 *
 * @param perClass for each backbone and class, this many of the most confident correct, of the least confident correct
 *     and of the most confident wrong predictions
 * @param images this many, evenly over the classes, for what takes many passes of the network: occlusion, agreement of
 *     methods, deletion and insertion; half as many for the randomisation of layers
 * @param corrupted this many, evenly over the classes, are made worse in each way and to each degree
 */
public record Explanation(int perClass, int images, int corrupted) {}
