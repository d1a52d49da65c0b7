package io.github.tumorbench.press.site;

import io.github.tumorbench.record.CamRow;
import java.awt.image.BufferedImage;

/** Draws maps and images under maps, pixel by pixel, so that the result depends on nothing but its input. */
final class Overlay {
    /** Opacity of the map where it is highest. */
    private static final double STRONGEST = 0.75;

    private static final int OUTLINE = 0x5fe0ff;

    private Overlay() {}

    /** The map alone, one pixel per value. */
    static BufferedImage map(CamRow row) {
        BufferedImage image = new BufferedImage(row.columns(), row.rows(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < row.rows(); y++) {
            for (int x = 0; x < row.columns(); x++) {
                image.setRGB(x, y, ColourMap.rgb(row.map().get(y * row.columns() + x)));
            }
        }
        return image;
    }

    /**
     * The image in grey, the map laid over it the more strongly the higher it is, the tumour's border on top.
     *
     * @param mask the tumour, white inside, of any size; null for none
     */
    static BufferedImage over(BufferedImage image, CamRow row, BufferedImage mask) {
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = at(row, (x + 0.5) / width, (y + 0.5) / height);
                int colour = blend(grey(image.getRGB(x, y)), ColourMap.rgb(value), STRONGEST * value);
                out.setRGB(x, y, mask != null && border(mask, x, y, width, height) ? OUTLINE : colour);
            }
        }
        return out;
    }

    /**
     * The map between its values: bilinear, pixel centres aligned, edges continued.
     *
     * @param x from 0 at the left edge to 1 at the right
     * @param y from 0 at the top to 1 at the bottom
     */
    static double at(CamRow row, double x, double y) {
        double column = Math.max(0, Math.min(row.columns() - 1, x * row.columns() - 0.5));
        double line = Math.max(0, Math.min(row.rows() - 1, y * row.rows() - 0.5));
        int left = (int) column;
        int top = (int) line;
        int right = Math.min(row.columns() - 1, left + 1);
        int bottom = Math.min(row.rows() - 1, top + 1);
        double across = column - left;
        double down = line - top;
        double upper = value(row, top, left) * (1 - across) + value(row, top, right) * across;
        double lower = value(row, bottom, left) * (1 - across) + value(row, bottom, right) * across;
        return upper * (1 - down) + lower * down;
    }

    private static double value(CamRow row, int line, int column) {
        return row.map().get(line * row.columns() + column);
    }

    /** Whether a pixel lies in the tumour and one of its four neighbours does not. */
    private static boolean border(BufferedImage mask, int x, int y, int width, int height) {
        return inside(mask, x, y, width, height)
                && !(inside(mask, x - 1, y, width, height)
                        && inside(mask, x + 1, y, width, height)
                        && inside(mask, x, y - 1, width, height)
                        && inside(mask, x, y + 1, width, height));
    }

    private static boolean inside(BufferedImage mask, int x, int y, int width, int height) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return false;
        }
        int column = Math.min(mask.getWidth() - 1, (int) ((x + 0.5) * mask.getWidth() / width));
        int line = Math.min(mask.getHeight() - 1, (int) ((y + 0.5) * mask.getHeight() / height));
        return (mask.getRGB(column, line) & 0xff) > 127;
    }

    /** Luma of ITU-R BT.601. */
    private static int grey(int rgb) {
        double luma = 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
        int level = (int) Math.round(luma);
        return level << 16 | level << 8 | level;
    }

    private static int blend(int below, int above, double share) {
        int out = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double mixed = (1 - share) * (below >> shift & 0xff) + share * (above >> shift & 0xff);
            out |= (int) Math.round(mixed) << shift;
        }
        return out;
    }
}
