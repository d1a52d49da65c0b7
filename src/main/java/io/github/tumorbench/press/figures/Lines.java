package io.github.tumorbench.press.figures;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;

/** Lines through points of data, drawn in the present paint and stroke. */
final class Lines {
    private Lines() {}

    /** A line through the points in their order. */
    static void through(SvgCanvas canvas, ItemRenderer.Place place, List<Data.Point> points) {
        Path2D path = new Path2D.Double();
        for (Data.Point point : points) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(place.x(point.x()), place.y(point.y()));
            } else {
                path.lineTo(place.x(point.x()), place.y(point.y()));
            }
        }
        if (points.size() > 1) {
            canvas.draw(path);
        }
    }

    /** A vertical line between two values. */
    static void upright(SvgCanvas canvas, ItemRenderer.Place place, double x, double low, double high) {
        canvas.draw(new Line2D.Double(place.x(x), place.y(low), place.x(x), place.y(high)));
    }
}
