package io.github.tumorbench.lab.dataset.lettering;

import java.util.Arrays;

/**
 * Grey-value morphology with square windows (Serra 1982). The window is shifted over the rows, then over the columns; a running
 * minimum over n values is put together from minima over powers of two, of a whole picture at a time. What lies outside of the
 * picture does not count.
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
        int padded = width + window - 1;
        int[] lines = new int[(height + window - 1) * padded];
        Arrays.fill(lines, WHITE);
        int start = window / 2 * (padded + 1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                lines[start + y * padded + x] = grey[y * width + x] & 0xff;
            }
        }
        int[] least = minima(minima(lines, window, 1), window, padded);
        byte[] eroded = new byte[grey.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                eroded[y * width + x] = (byte) least[y * padded + x];
            }
        }
        return eroded;
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

    /** The least of {@code window} values, {@code step} apart, from each place on; the last places are left as they are. */
    private static int[] minima(int[] values, int window, int step) {
        int[] least = values;
        int span = 1;
        for (; 2 * span <= window; span *= 2) {
            least = lesser(least, span * step);
        }
        return span == window ? least : lesser(least, (window - span) * step);
    }

    /** The lesser of each value and the one {@code distance} after it; a loop that the compiler makes vector instructions of. */
    private static int[] lesser(int[] values, int distance) {
        int[] lesser = values.clone();
        int count = values.length - distance;
        for (int i = 0; i < count; i++) {
            lesser[i] = Math.min(values[i], values[i + distance]);
        }
        return lesser;
    }
}
