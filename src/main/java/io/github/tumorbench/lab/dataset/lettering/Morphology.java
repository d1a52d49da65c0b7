package io.github.tumorbench.lab.dataset.lettering;

/**
 * Grey-value morphology with square windows (Serra 1982). The window is shifted over the rows, then over the columns; a running
 * minimum over n values is put together from minima over powers of two. What lies outside of the picture does not count.
 */
final class Morphology {
    private static final int WHITE = 255;

    private final int width;
    private final int height;

    Morphology(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** What is brighter than its surroundings and fits no window of this odd size is gone. */
    byte[] opened(byte[] grey, int window) {
        return dilated(eroded(grey, window), window);
    }

    /** The least value of the window around each pixel. */
    byte[] eroded(byte[] grey, int window) {
        byte[] across = new byte[grey.length];
        for (int y = 0; y < height; y++) {
            minima(grey, across, y * width, 1, width, window);
        }
        byte[] both = new byte[grey.length];
        for (int x = 0; x < width; x++) {
            minima(across, both, x, width, height, window);
        }
        return both;
    }

    /** The largest value of the window around each pixel. */
    byte[] dilated(byte[] grey, int window) {
        return inverted(eroded(inverted(grey), window));
    }

    static byte[] inverted(byte[] grey) {
        byte[] inverted = new byte[grey.length];
        for (int i = 0; i < grey.length; i++) {
            inverted[i] = (byte) ~grey[i];
        }
        return inverted;
    }

    private static void minima(byte[] from, byte[] to, int start, int step, int count, int window) {
        int[] line = new int[count + window - 1];
        java.util.Arrays.fill(line, WHITE);
        for (int i = 0; i < count; i++) {
            line[i + window / 2] = from[start + i * step] & 0xff;
        }
        int span = 1;
        for (; 2 * span <= window; span *= 2) {
            shrink(line, span);
        }
        shrink(line, window - span);
        for (int i = 0; i < count; i++) {
            to[start + i * step] = (byte) line[i];
        }
    }

    private static void shrink(int[] line, int distance) {
        for (int i = 0; i + distance < line.length; i++) {
            line[i] = Math.min(line[i], line[i + distance]);
        }
    }
}
