package io.github.tumorbench.press.site;

import io.github.tumorbench.record.CamRow;
import java.awt.image.BufferedImage;

/**
 * Draws what lies over an explained image, pixel by pixel, so that the result depends on nothing but its input. Maps keep their
 * native size; a browser enlarges them.
 */
final class Layers {
    private static final int OPAQUE = 0xff000000;
    private static final int OUTLINE = 0xff5fe0ff;

    private Layers() {}

    /** The map alone, one pixel per value. */
    static BufferedImage map(CamRow row) {
        return draw(row, BufferedImage.TYPE_INT_RGB, value -> OPAQUE | ColourMap.rgb(value));
    }

    /** The same to lie over an image, the more opaque the higher it is. */
    static BufferedImage over(CamRow row) {
        return draw(
                row,
                BufferedImage.TYPE_INT_ARGB,
                value -> (int) Math.round(255 * Math.max(0, Math.min(1, value))) << 24 | ColourMap.rgb(value));
    }

    @FunctionalInterface
    private interface Colour {
        int of(double value);
    }

    private static BufferedImage draw(CamRow row, int type, Colour colour) {
        BufferedImage image = new BufferedImage(row.columns(), row.rows(), type);
        for (int y = 0; y < row.rows(); y++) {
            for (int x = 0; x < row.columns(); x++) {
                image.setRGB(x, y, colour.of(row.map().get(y * row.columns() + x)));
            }
        }
        return image;
    }

    /** The border of a mask that is white inside: pixels in the tumour of which one of four neighbours is not. */
    static BufferedImage outline(BufferedImage mask) {
        BufferedImage out = new BufferedImage(mask.getWidth(), mask.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < mask.getHeight(); y++) {
            for (int x = 0; x < mask.getWidth(); x++) {
                out.setRGB(x, y, border(mask, x, y) ? OUTLINE : 0);
            }
        }
        return out;
    }

    private static boolean border(BufferedImage mask, int x, int y) {
        return inside(mask, x, y)
                && !(inside(mask, x - 1, y)
                        && inside(mask, x + 1, y)
                        && inside(mask, x, y - 1)
                        && inside(mask, x, y + 1));
    }

    private static boolean inside(BufferedImage mask, int x, int y) {
        return x >= 0 && y >= 0 && x < mask.getWidth() && y < mask.getHeight() && (mask.getRGB(x, y) & 0xff) > 127;
    }
}
