package io.github.tumorbench.lab.dataset.figshare;

/**
 * One slice.
 *
 * @param patient id as the file gives it
 * @param label class name: {@code meningioma}, {@code glioma} or {@code pituitary}
 * @param width in pixels
 * @param height in pixels
 * @param grey height × width unsigned bytes, row by row: the file's 16-bit values, lowest to 0 and highest to 255; not copied
 * @param tumour height × width, row by row: whether the pixel is tumour; not copied
 */
public record MatSlice(String patient, String label, int width, int height, byte[] grey, boolean[] tumour) {}
