/**
 * Explanations: Grad-CAM maps of chosen test images, and how well they sit on the tumour where its outline is known.
 *
 * <p>In: a classifier, predictions, images, masks. Out: the record's {@code gradcam.csv} rows and pictures.
 */
package io.github.tumorbench.lab.explain;
