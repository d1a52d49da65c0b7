package io.github.tumorbench.lab.dataset;

/**
 * One readable image of a dataset.
 *
 * @param index from 0, in the order of the files; the image's number in every {@link ImageStore} of the dataset
 * @param file path from the dataset's root, {@code /}-separated
 * @param label index into {@link Dataset#classes()}
 * @param split what the image is used for, null where a protocol leaves it out
 */
public record Sample(int index, String file, int label, Split split) {}
