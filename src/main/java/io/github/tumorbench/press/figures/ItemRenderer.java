package io.github.tumorbench.press.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/** A renderer whose items are drawn by a function, in the canvas's coordinates. */
final class ItemRenderer extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1;

    private final transient Item item;

    ItemRenderer(Item item) {
        this.item = item;
    }

    /** Draws one item of the dataset. */
    @FunctionalInterface
    interface Item {
        void draw(SvgCanvas canvas, Place place, int series, int index);
    }

    /** Data coordinates to the canvas's. */
    record Place(ValueAxis domain, ValueAxis range, Rectangle2D area, XYPlot plot) {
        double x(double value) {
            return domain.valueToJava2D(value, area, plot.getDomainAxisEdge());
        }

        double y(double value) {
            return range.valueToJava2D(value, area, plot.getRangeAxisEdge());
        }

        /** The rectangle between two opposite corners. */
        Rectangle2D box(double x1, double y1, double x2, double y2) {
            Rectangle2D box = new Rectangle2D.Double();
            box.setFrameFromDiagonal(x(x1), y(y1), x(x2), y(y2));
            return box;
        }
    }

    @Override
    public void drawItem(
            Graphics2D g2,
            XYItemRendererState state,
            Rectangle2D dataArea,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domainAxis,
            ValueAxis rangeAxis,
            XYDataset dataset,
            int series,
            int index,
            CrosshairState crosshairState,
            int pass) {
        item.draw((SvgCanvas) g2, new Place(domainAxis, rangeAxis, dataArea, plot), series, index);
    }
}
