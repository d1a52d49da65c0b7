package io.github.tumorbench.lab.dataset.lettering;

import java.util.Arrays;

/**
 * Where the head is: what differs from the margin's most frequent grey value and is broad, a sixteenth of the picture's shorter
 * side at least, and a little around it. Letters are narrower and stay outside, unless they lie on the head.
 */
final class Body {
    /** A pixel differs where it is farther from the margin's grey than this, */
    private static final int LEAST = 16;
    /** and than this share of the farthest but five percent of the pixels. */
    private static final double SHARE = 0.2;

    private static final double BRIGHT = 0.95;

    private Body() {}

    /** For each pixel whether it belongs to the head. */
    static boolean[] of(byte[] grey, int width, int height) {
        int breadth = Math.min(width, height) / 16 | 1;
        int margin = mostFrequent(grey, width, height, breadth);
        int[] counts = new int[256];
        for (byte value : grey) {
            counts[Math.abs((value & 0xff) - margin)]++;
        }
        int least = Math.max(LEAST, (int) (SHARE * quantile(counts, grey.length)));
        byte[] different = new byte[grey.length];
        for (int i = 0; i < grey.length; i++) {
            different[i] = (byte) (Math.abs((grey[i] & 0xff) - margin) > least ? 255 : 0);
        }
        Morphology morphology = new Morphology(width, height);
        byte[] broad = morphology.dilated(morphology.opened(different, breadth), breadth);
        boolean[] body = new boolean[grey.length];
        for (int i = 0; i < body.length; i++) {
            body[i] = broad[i] != 0;
        }
        return body;
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
