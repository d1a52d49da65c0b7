/**
 * Procedural head MRI: contrast-enhanced T1-like slices with or without a tumour, and the tumour's exact mask.
 *
 * <p>In: a seed, an image size, a class and an index. Out: {@link
 * io.github.tumorbench.lab.dataset.phantom.PhantomSlice}, the same bytes on every machine. Must not know: files,
 * studies, splits, image formats, other sources of images.
 *
 * <p>One head is a solid model in head coordinates, built of distance functions in centimetres: x to the side, y to the
 * front, z up, the origin between thalamus and corpus callosum. A slice is a plane through it, so anatomy agrees between the
 * axial, coronal and sagittal planes and a lesion is cut wherever the plane happens to meet it.
 */
package io.github.tumorbench.lab.dataset.phantom;
