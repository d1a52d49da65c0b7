package io.github.tumorbench.lab.dataset.lettering;

import java.util.ArrayList;
import java.util.List;

/**
 * Strokes that hang together: a letter, a digit, or some that touch.
 *
 * @param left first column
 * @param top first row
 * @param right column behind the last
 * @param bottom row behind the last
 * @param area in pixels
 */
record Glyph(int left, int top, int right, int bottom, int area) {
    /** Smaller ones cannot be told from noise. */
    private static final int LEAST_HEIGHT = 4;

    private static final int LEAST_AREA = 6;
    /** Letters are not higher than this part of the picture's shorter side. */
    private static final int MOST_HEIGHT = 7;
    /** Wider ones, in heights, are no letters, even touching ones, but rules and scales. */
    private static final int MOST_ASPECT = 6;

    int height() {
        return bottom - top;
    }

    int width() {
        return right - left;
    }

    private boolean isLetter() {
        return height() >= LEAST_HEIGHT && area >= LEAST_AREA && width() <= MOST_ASPECT * height();
    }

    /** Whether another may stand in the same line beside this one. */
    boolean goesWith(Glyph other) {
        int lower = Math.min(height(), other.height());
        int higher = Math.max(height(), other.height());
        int common = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        int gap = Math.max(left, other.left) - Math.min(right, other.right);
        return common >= 0.6 * lower && higher <= 2.2 * lower && gap <= higher;
    }

    /** Glyphs among strokes, connected over sides and corners, in the order of their first pixels. */
    static List<Glyph> of(boolean[] strokes, int width, int height) {
        List<Glyph> glyphs = new ArrayList<>();
        boolean[] left = strokes.clone();
        int[] stack = new int[strokes.length];
        int most = Math.min(width, height) / MOST_HEIGHT;
        for (int i = 0; i < left.length; i++) {
            if (left[i]) {
                Glyph glyph = take(left, width, height, i, stack);
                if (glyph.height() <= most && glyph.isLetter()) {
                    glyphs.add(glyph);
                }
            }
        }
        return glyphs;
    }

    /** Removes the strokes around a pixel. */
    private static Glyph take(boolean[] left, int width, int height, int first, int[] stack) {
        int[] box = {width, height, 0, 0};
        int area = 0;
        int size = 0;
        stack[size++] = first;
        left[first] = false;
        while (size > 0) {
            int at = stack[--size];
            int x = at % width;
            int y = at / width;
            area++;
            box[0] = Math.min(box[0], x);
            box[1] = Math.min(box[1], y);
            box[2] = Math.max(box[2], x + 1);
            box[3] = Math.max(box[3], y + 1);
            for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                    if (left[ny * width + nx]) {
                        left[ny * width + nx] = false;
                        stack[size++] = ny * width + nx;
                    }
                }
            }
        }
        return new Glyph(box[0], box[1], box[2], box[3], area);
    }
}
