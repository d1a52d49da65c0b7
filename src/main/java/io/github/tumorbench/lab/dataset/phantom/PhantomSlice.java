package io.github.tumorbench.lab.dataset.phantom;

/**
 * One slice.
 *
 * @param size width and height in pixels
 * @param plane the plane it lies in
 * @param pixels 8-bit grey, {@code size * size} bytes, row by row from the top left
 * @param tumour true where at least half of the pixel lies in the tumour (ring and core, not the oedema); all false without
 *     one; neither array is copied
 */
public record PhantomSlice(int size, Plane plane, byte[] pixels, boolean[] tumour) {
    public PhantomSlice {
        if (pixels.length != size * size || tumour.length != size * size) {
            throw new IllegalArgumentException("A slice of %s by %s needs %s pixels and mask values, found %s and %s."
                    .formatted(size, size, size * size, pixels.length, tumour.length));
        }
    }
}
