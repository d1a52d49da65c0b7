/**
 * The images: where they lie, how they are read, what is wrong with them, and which of them train, validate and test.
 *
 * <p>In: a study file and a folder, a zip archive or the phantom generator. Out: {@link
 * io.github.tumorbench.lab.dataset.Dataset} (samples, manifest, audit, digest) and {@link
 * io.github.tumorbench.lab.dataset.ImageStore} (pixels at a network's input size). Must not know networks, trainings or
 * anything of the press.
 */
package io.github.tumorbench.lab.dataset;
