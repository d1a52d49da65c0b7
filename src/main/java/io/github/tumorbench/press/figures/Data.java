package io.github.tumorbench.press.figures;

import java.util.List;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Datasets of JFreeChart from plain lists. */
final class Data {
    private Data() {}

    /** A point in data coordinates. */
    record Point(double x, double y) {}

    /** One series per list, items in the lists' order. */
    static XYSeriesCollection series(List<List<Point>> lists) {
        XYSeriesCollection collection = new XYSeriesCollection();
        for (int i = 0; i < lists.size(); i++) {
            XYSeries series = new XYSeries(i, false, true);
            lists.get(i).forEach(point -> series.add(point.x(), point.y()));
            collection.addSeries(series);
        }
        return collection;
    }
}
