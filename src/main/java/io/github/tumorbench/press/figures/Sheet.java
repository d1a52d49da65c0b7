package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.figures.Palette.Tone;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.plot.XYPlot;

/** A figure being drawn: a canvas, its size and the few things drawn beside plots. */
final class Sheet {
    /** Mean advance of a character in a sans-serif font, in font sizes; reserves room without asking the machine's fonts. */
    private static final double ADVANCE = 0.58;

    private final SvgCanvas canvas = new SvgCanvas();
    private final String id;
    private final int height;

    Sheet(String id, int height) {
        this.id = id;
        this.height = height;
    }

    /** One entry of a legend. */
    record Key(String label, Tone tone, Marker marker, boolean outline) {}

    SvgCanvas canvas() {
        return canvas;
    }

    void plot(XYPlot plot, double x, double y, double width, double tall) {
        Theme.draw(canvas, plot, new Rectangle2D.Double(x, y, width, tall));
    }

    void text(String text, double x, double y, Anchor anchor, Tone tone, int size, boolean bold) {
        canvas.setFont(Theme.font(size, bold));
        canvas.setPaint(tone.color());
        canvas.text(text, x, y, anchor);
    }

    /** A caption of an axis or panel. */
    void caption(String text, double x, double y, Anchor anchor) {
        text(text, x, y, anchor, Palette.MUTED, Theme.SMALL, false);
    }

    void line(double x1, double y1, double x2, double y2, Tone tone, double width) {
        canvas.setPaint(tone.color());
        canvas.setStroke(Theme.stroke(width));
        canvas.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void fill(Shape shape, Tone tone, double opacity) {
        canvas.setPaint(Theme.translucent(tone, opacity));
        canvas.fill(shape);
    }

    void mark(Marker marker, double x, double y, Tone tone, boolean outline) {
        canvas.setPaint(tone.color());
        canvas.setStroke(Theme.stroke(1.6));
        canvas.mark(marker, x, y, outline);
    }

    /** A legend in rows from (x, y), the baseline of its first row; returns the baseline of its last. */
    double legend(List<Key> keys, double x, double y, double right) {
        double left = x;
        double baseline = y;
        for (Key key : keys) {
            double wide = 16 + width(key.label(), Theme.SMALL);
            if (left > x && left + wide > right) {
                left = x;
                baseline += 20;
            }
            mark(key.marker(), left + 5, baseline - 4.5, key.tone(), key.outline());
            text(key.label(), left + 16, baseline, Anchor.START, Palette.INK, Theme.SMALL, false);
            left += wide + 18;
        }
        return baseline;
    }

    /** Baseline of the last row of a legend that starts at 14. */
    static double legendHeight(List<Key> keys, double right) {
        double left = 0;
        double baseline = 14;
        for (Key key : keys) {
            double wide = 16 + width(key.label(), Theme.SMALL);
            if (left > 0 && left + wide > right) {
                left = 0;
                baseline += 20;
            }
            left += wide + 18;
        }
        return baseline;
    }

    /** An id of a figure about an experiment: letters, digits and hyphens only. */
    static String id(String kind, String experiment) {
        return kind + "-" + experiment.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    /** About how wide a text is. */
    static double width(String text, int size) {
        return text.codePointCount(0, text.length()) * ADVANCE * size;
    }

    /** The text, cut with an ellipsis where it is longer than {@code most} characters. */
    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    String svg(String title, String description) {
        return SvgWriter.write(canvas, id, Theme.WIDTH, height, title, description);
    }
}
