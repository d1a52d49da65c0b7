package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.figures.Data.Point;
import io.github.tumorbench.press.figures.Palette.Tone;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/** Estimates as dots on their intervals, each at a height of its own, over one scale of shares. */
final class IntervalRows {
    private IntervalRows() {}

    /**
     * One dot.
     *
     * @param y in rows from the top, 0 to {@code rows}
     */
    record Dot(Estimate estimate, double y, Tone tone, Marker marker) {}

    /** The scale that holds every interval. */
    static Scale scale(List<Dot> dots) {
        double lowest = 1;
        for (Dot dot : dots) {
            Estimate one = dot.estimate();
            if (one.value() != null) {
                lowest = Math.min(lowest, one.hasInterval() ? one.low() : one.value());
            }
        }
        return Scale.share(lowest - 0.005);
    }

    static XYPlot plot(List<Dot> dots, double rows) {
        Scale scale = scale(dots);
        return plot(dots, rows, Theme.axis(scale.low(), scale.high(), scale.tick(), Theme.format("0 %")));
    }

    /** The same over a given scale whose axis is not drawn. */
    static XYPlot plot(List<Dot> dots, double rows, Scale scale) {
        return plot(dots, rows, Theme.hidden(scale.low(), scale.high()));
    }

    private static XYPlot plot(List<Dot> dots, double rows, NumberAxis axis) {
        List<Dot> known =
                dots.stream().filter(dot -> dot.estimate().value() != null).toList();
        List<Point> points = new ArrayList<>();
        known.forEach(dot -> points.add(new Point(dot.estimate().value(), rows - dot.y())));
        ItemRenderer renderer =
                new ItemRenderer((canvas, place, series, index) -> draw(canvas, place, known.get(index), rows));
        return Theme.plot(
                Data.series(List.of(points)), axis, Theme.hidden(0, rows), renderer, axis.isTickLabelsVisible(), false);
    }

    private static void draw(SvgCanvas canvas, ItemRenderer.Place place, Dot dot, double rows) {
        double y = place.y(rows - dot.y());
        canvas.setPaint(dot.tone().color());
        if (dot.estimate().hasInterval()) {
            canvas.setStroke(Theme.stroke(2));
            double low = place.x(dot.estimate().low());
            double high = place.x(dot.estimate().high());
            canvas.draw(new Line2D.Double(low, y, high, y));
            canvas.draw(new Line2D.Double(low, y - 4, low, y + 4));
            canvas.draw(new Line2D.Double(high, y - 4, high, y + 4));
        }
        canvas.mark(dot.marker(), place.x(dot.estimate().value()), y, false);
    }
}
