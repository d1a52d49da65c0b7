package io.github.tumorbench.lab.dataset;

/**
 * One image of a source.
 *
 * @param file path from the dataset's root, {@code /}-separated
 * @param label class name: the folder's
 * @param split {@link Split#TRAINING} or {@link Split#TESTING}, or null where the source has no split of its own
 */
public record ImageEntry(String file, String label, Split split) {}
