package io.github.tumorbench.press.site;

/**
 * Colours of a map: a straight run through eleven points of rising lightness, from near black through violet and orange to
 * pale yellow, even to the eye (it follows matplotlib's inferno) and readable in grey.
 */
final class ColourMap {
    private static final int[] POINTS = {
        0x000004, 0x160b39, 0x420a68, 0x6a176e, 0x932667, 0xbc3754, 0xdd513a, 0xf37819, 0xfca50a, 0xf6d746, 0xfcffa4
    };

    private ColourMap() {}

    /** {@code 0xrrggbb} of a value in [0, 1]; values outside are brought in. */
    static int rgb(double value) {
        double place = Math.max(0, Math.min(1, value)) * (POINTS.length - 1);
        int below = Math.min(POINTS.length - 2, (int) place);
        double share = place - below;
        return channel(below, share, 16) << 16 | channel(below, share, 8) << 8 | channel(below, share, 0);
    }

    private static int channel(int below, double share, int shift) {
        int low = POINTS[below] >> shift & 0xff;
        int high = POINTS[below + 1] >> shift & 0xff;
        return (int) Math.round(low + share * (high - low));
    }
}
