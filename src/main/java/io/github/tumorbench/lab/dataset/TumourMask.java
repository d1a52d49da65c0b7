package io.github.tumorbench.lab.dataset;

/**
 * Where the tumour lies.
 *
 * @param width in pixels
 * @param height in pixels
 * @param inside height × width, row by row: whether the pixel is tumour; not copied
 */
public record TumourMask(int width, int height, boolean[] inside) {
    public TumourMask {
        if (inside.length != (long) width * height) {
            throw new IllegalArgumentException("%s values for %s×%s".formatted(inside.length, height, width));
        }
    }

    /** Whether the pixel is tumour. */
    public boolean at(int x, int y) {
        return inside[y * width + x];
    }

    /** Tumour pixels. */
    public int area() {
        int area = 0;
        for (boolean pixel : inside) {
            area += pixel ? 1 : 0;
        }
        return area;
    }

    /**
     * The mask on the grid of an image resized to {@code size × size} by {@link Resize}: a pixel is tumour where the
     * filtered mask covers at least half of it.
     */
    public TumourMask resized(int size) {
        if (width == size && height == size) {
            return this;
        }
        byte[] grey = new byte[inside.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (inside[i] ? 255 : 0);
        }
        return of(Resize.toSquare(new PixelImage(width, height, 1, grey), size));
    }

    /** The mask drawn by an image: tumour where its first channel is at least 128. */
    static TumourMask of(PixelImage image) {
        boolean[] inside = new boolean[image.width() * image.height()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = (image.data()[i * image.channels()] & 0xff) >= 128;
        }
        return new TumourMask(image.width(), image.height(), inside);
    }
}
