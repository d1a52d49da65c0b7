package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.figures.Palette.Tone;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYDataset;

/** The one visual language: fonts, strokes, axes and plots without frames. */
final class Theme {
    /** Font families, the reader's own first. */
    static final String FONT_STACK = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

    /** Font size of ticks and secondary text, in view box units. */
    static final int SMALL = 14;
    /** Font size of labels. */
    static final int LABEL = 15;
    /** Width of the view box of every figure. */
    static final int WIDTH = 600;

    private Theme() {}

    static Font font(int size, boolean bold) {
        return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, size);
    }

    static BasicStroke stroke(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    static BasicStroke dashed(double width, double... lengths) {
        float[] dashes = new float[lengths.length];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = (float) lengths[i];
        }
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
    }

    /** The tone with an opacity in [0, 1]. */
    static Color translucent(Tone tone, double opacity) {
        Color base = tone.color();
        return new Color(base.getRed(), base.getGreen(), base.getBlue(), (int) Math.round(255 * opacity));
    }

    /** Decimal format with a dot; a pattern of {@link DecimalFormat}. */
    static NumberFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    /** An axis with given ends and ticks; labels anchored so that the reader's font does not move them. */
    static NumberAxis axis(double low, double high, double tick, NumberFormat format) {
        NumberAxis axis = new AnchoredAxis();
        axis.setAutoRange(false);
        axis.setRange(low, high);
        axis.setTickUnit(new NumberTickUnit(tick, format));
        axis.setTickLabelFont(font(SMALL, false));
        axis.setTickLabelPaint(Palette.MUTED.color());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelInsets(new RectangleInsets(4, 2, 4, 6));
        return axis;
    }

    /** An axis that is not drawn. */
    static NumberAxis hidden(double low, double high) {
        NumberAxis axis = axis(low, high, (high - low), format("0"));
        axis.setTickLabelsVisible(false);
        return axis;
    }

    /** A plot without frame or background; grid lines along the given axes only. */
    static XYPlot plot(
            XYDataset data,
            ValueAxis domain,
            ValueAxis range,
            XYItemRenderer renderer,
            boolean vertical,
            boolean horizontal) {
        XYPlot plot = new XYPlot(data, domain, range, renderer);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(vertical);
        plot.setRangeGridlinesVisible(horizontal);
        plot.setDomainGridlinePaint(Palette.GRID.color());
        plot.setRangeGridlinePaint(Palette.GRID.color());
        plot.setDomainGridlineStroke(stroke(1));
        plot.setRangeGridlineStroke(stroke(1));
        plot.setRangeZeroBaselineVisible(false);
        return plot;
    }

    /** Draws a plot so that its data area is exactly {@code area}. */
    static void draw(SvgCanvas canvas, XYPlot plot, Rectangle2D area) {
        double left = 60;
        double bottom = 30;
        AxisSpace horizontal = new AxisSpace();
        horizontal.setLeft(left);
        AxisSpace vertical = new AxisSpace();
        vertical.setBottom(bottom);
        plot.setFixedRangeAxisSpace(horizontal);
        plot.setFixedDomainAxisSpace(vertical);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        chart.setBorderVisible(false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.draw(
                canvas,
                new Rectangle2D.Double(
                        area.getX() - left, area.getY(), area.getWidth() + left, area.getHeight() + bottom));
    }

    private static final class AnchoredAxis extends NumberAxis {
        private static final long serialVersionUID = 1;

        @Override
        protected AxisState drawTickMarksAndLabels(
                Graphics2D g2, double cursor, Rectangle2D plotArea, Rectangle2D dataArea, RectangleEdge edge) {
            boolean side = edge == RectangleEdge.LEFT || edge == RectangleEdge.RIGHT;
            g2.setRenderingHint(SvgCanvas.ANCHOR, side ? Anchor.END : Anchor.MIDDLE);
            AxisState state = super.drawTickMarksAndLabels(g2, cursor, plotArea, dataArea, edge);
            g2.setRenderingHint(SvgCanvas.ANCHOR, Anchor.START);
            return state;
        }
    }
}
