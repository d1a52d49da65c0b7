package io.github.tumorbench.lab.backbone;

/**
 * Shape of one image's feature map, the batch left out.
 *
 * @param height rows; 1 after global pooling
 * @param width columns; 1 after global pooling
 * @param channels feature channels
 */
public record Shape(int height, int width, int channels) {
    public Shape {
        if (height < 1 || width < 1 || channels < 1) {
            throw new IllegalArgumentException(
                    "a feature map of " + height + "×" + width + "×" + channels + " is empty: the input is too small");
        }
    }

    /** Numbers in one image's map. */
    public long size() {
        return (long) height * width * channels;
    }

    Shape withChannels(int filters) {
        return new Shape(height, width, filters);
    }

    /** What a square window leaves, as TensorFlow counts it. */
    Shape windowed(int kernel, int stride, Layer.Padding padding) {
        return new Shape(windowed(height, kernel, stride, padding), windowed(width, kernel, stride, padding), channels);
    }

    private static int windowed(int size, int kernel, int stride, Layer.Padding padding) {
        int positions = padding == Layer.Padding.SAME ? size : size - kernel + 1;
        return Math.floorDiv(positions + stride - 1, stride);
    }
}
