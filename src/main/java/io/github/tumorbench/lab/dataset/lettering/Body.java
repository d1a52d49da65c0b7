package io.github.tumorbench.lab.dataset.lettering;

import java.util.Arrays;

/**
 * Where the head is: what differs from the margin's most frequent grey value or is enclosed by what does, and is broad, a
 * sixteenth of the picture's shorter side at least; a little around it; and what has it on all four sides. Letters are narrower
 * and stay outside, unless they lie on the head.
 */
public final class Body {
    /** A pixel differs where it is farther from the margin's grey than this, */
    private static final int LEAST = 16;
    /** and than this share of the farthest but five percent of the pixels. */
    private static final double SHARE = 0.2;

    private static final double BRIGHT = 0.95;

    private Body() {}

    /**
     * For each pixel whether it belongs to the head.
     *
     * @param grey height · width intensities, row by row
     */
    public static boolean[] of(byte[] grey, int width, int height) {
        int breadth = Math.min(width, height) / 16 | 1;
        int margin = mostFrequent(grey, width, height, breadth);
        int[] counts = new int[256];
        for (byte value : grey) {
            counts[Math.abs((value & 0xff) - margin)]++;
        }
        int least = Math.max(LEAST, (int) (SHARE * quantile(counts, grey.length)));
        boolean[] different = new boolean[grey.length];
        for (int i = 0; i < grey.length; i++) {
            different[i] = Math.abs((grey[i] & 0xff) - margin) > least;
        }
        byte[] filled = filled(different, width, height);
        Morphology morphology = new Morphology(width, height);
        return enclosed(morphology.dilated(morphology.opened(filled, breadth), breadth), width, height);
    }

    /** 255 but for what is the same and leads to the picture's edge, over sides. */
    private static byte[] filled(boolean[] different, int width, int height) {
        byte[] filled = new byte[different.length];
        Arrays.fill(filled, (byte) 255);
        int[] stack = new int[different.length];
        int size = 0;
        for (int i = 0; i < filled.length; i++) {
            int x = i % width;
            boolean edge = x == 0 || x == width - 1 || i < width || i >= filled.length - width;
            size = edge ? reach(i, different, filled, stack, size) : size;
        }
        while (size > 0) {
            int at = stack[--size];
            int x = at % width;
            size = x > 0 ? reach(at - 1, different, filled, stack, size) : size;
            size = x < width - 1 ? reach(at + 1, different, filled, stack, size) : size;
            size = at >= width ? reach(at - width, different, filled, stack, size) : size;
            size = at < filled.length - width ? reach(at + width, different, filled, stack, size) : size;
        }
        return filled;
    }

    private static int reach(int at, boolean[] different, byte[] filled, int[] stack, int size) {
        if (different[at] || filled[at] == 0) {
            return size;
        }
        filled[at] = 0;
        stack[size] = at;
        return size + 1;
    }

    /** What is broad, or has something broad to the left and to the right, above and below. */
    private static boolean[] enclosed(byte[] broad, int width, int height) {
        boolean[] across = new boolean[broad.length];
        for (int y = 0; y < height; y++) {
            between(broad, across, y * width, 1, width);
        }
        boolean[] down = new boolean[broad.length];
        for (int x = 0; x < width; x++) {
            between(broad, down, x, width, height);
        }
        for (int i = 0; i < across.length; i++) {
            across[i] &= down[i];
        }
        return across;
    }

    /** Marks a row or column from its first to its last broad place. */
    private static void between(byte[] broad, boolean[] marked, int start, int step, int count) {
        int first = 0;
        while (first < count && broad[start + first * step] == 0) {
            first++;
        }
        int last = count - 1;
        while (last > first && broad[start + last * step] == 0) {
            last--;
        }
        for (int i = first; i <= last; i++) {
            marked[start + i * step] = true;
        }
    }

    private static int mostFrequent(byte[] grey, int width, int height, int breadth) {
        int[] counts = new int[256];
        for (int i = 0; i < grey.length; i++) {
            int x = i % width;
            int y = i / width;
            if (Math.min(Math.min(x, y), Math.min(width - 1 - x, height - 1 - y)) < breadth) {
                counts[grey[i] & 0xff]++;
            }
        }
        int most = Arrays.stream(counts).max().orElseThrow();
        int value = 0;
        while (counts[value] < most) {
            value++;
        }
        return value;
    }

    private static int quantile(int[] counts, int total) {
        int value = 0;
        for (long seen = counts[0]; seen < BRIGHT * total; seen += counts[value]) {
            value++;
        }
        return value;
    }
}
