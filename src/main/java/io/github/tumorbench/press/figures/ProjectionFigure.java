package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.ProjectedImage;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.figures.Data.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jfree.chart.plot.XYPlot;

/** The t-SNE plane: colour and shape by true class, wrong predictions ringed. Its axes mean nothing and are not drawn. */
final class ProjectionFigure {
    private static final double TALLEST = 560;
    private static final double FLATTEST = 280;
    private static final double MARGIN = 10;

    private ProjectionFigure() {}

    static Optional<Figure> of(ExperimentAnalysis one) {
        return one.projection().isEmpty() ? Optional.empty() : Optional.of(figure(one));
    }

    private static Figure figure(ExperimentAnalysis one) {
        String id = Sheet.id(Figures.PROJECTION, one.id());
        String title = "Test images in the t-SNE plane of " + one.name();
        int wrong = (int)
                one.projection().stream().filter(image -> !image.correct()).count();
        String reading =
                "Each point is one of %s test images, near to those whose features are alike, coloured by true class; %s."
                        .formatted(
                                one.projection().size(),
                                wrong == 0
                                        ? "all are classified correctly"
                                        : wrong + " are classified wrongly and ringed");
        String alternative = "Scatter plot of t-SNE coordinates by true class. " + reading + " " + centres(one);
        return new Figure(
                id,
                title,
                reading,
                alternative,
                svg(one, id, title, alternative),
                table(one),
                "experiments/" + one.id() + "/projection.csv");
    }

    private static String svg(ExperimentAnalysis one, String id, String title, String alternative) {
        List<Sheet.Key> keys = new ArrayList<>();
        for (int i = 0; i < one.classNames().size(); i++) {
            keys.add(new Sheet.Key(Sheet.cut(one.classNames().get(i), 40), Palette.ofClass(i), Marker.of(i), false));
        }
        keys.add(new Sheet.Key("wrong prediction", Palette.INK, Marker.RING, true));
        double top = Sheet.legendHeight(keys, Theme.WIDTH) + 12;
        Bounds bounds = Bounds.of(one.projection());
        double width = Theme.WIDTH - 2 * MARGIN;
        double tall = Math.max(FLATTEST, Math.min(TALLEST, width * bounds.height() / bounds.width()));
        Sheet sheet = new Sheet(id, (int) Math.ceil(top + tall + MARGIN));
        sheet.legend(keys, 4, 14, Theme.WIDTH);
        sheet.plot(plot(one, bounds.fit(width / tall)), MARGIN, top, width, tall);
        return sheet.svg(title, alternative);
    }

    /** Right predictions first, so that no wrong one is covered. */
    private static XYPlot plot(ExperimentAnalysis one, Bounds bounds) {
        List<Integer> rows = IntStream.range(0, one.projection().size())
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer row) -> !one.projection().get(row).correct()))
                .toList();
        List<ProjectedImage> images = rows.stream().map(one.projection()::get).toList();
        List<Point> points =
                images.stream().map(image -> new Point(image.x(), image.y())).toList();
        return Theme.plot(
                Data.series(List.of(points, points)),
                Theme.hidden(bounds.left(), bounds.left() + bounds.width()),
                Theme.hidden(bounds.bottom(), bounds.bottom() + bounds.height()),
                new ItemRenderer((canvas, place, series, index) -> {
                    ProjectedImage image = images.get(index);
                    int label = one.classNames().indexOf(image.label());
                    double x = place.x(image.x());
                    double y = place.y(image.y());
                    if (series == 0) {
                        canvas.setPaint(Theme.translucent(Palette.ofClass(label), 0.75));
                        canvas.mark(Marker.of(label), x, y, false, rows.get(index));
                    } else if (!image.correct()) {
                        canvas.setPaint(Palette.INK.color());
                        canvas.setStroke(Theme.stroke(1.6));
                        canvas.mark(Marker.RING, x, y, true, rows.get(index));
                    }
                }),
                false,
                false);
    }

    private static String centres(ExperimentAnalysis one) {
        List<String> sentences = new ArrayList<>();
        for (String name : one.classNames()) {
            List<ProjectedImage> images = one.projection().stream()
                    .filter(image -> image.label().equals(name))
                    .toList();
            if (!images.isEmpty()) {
                sentences.add("%s: %s images around (%s, %s)."
                        .formatted(
                                name,
                                images.size(),
                                Numbers.decimal(mean(images, true), 1),
                                Numbers.decimal(mean(images, false), 1)));
            }
        }
        return String.join(" ", sentences);
    }

    private static double mean(List<ProjectedImage> images, boolean x) {
        return images.stream()
                .mapToDouble(image -> x ? image.x() : image.y())
                .average()
                .orElseThrow();
    }

    /** What each point is, and only of wrong predictions what was predicted; where it lies is a table of the record. */
    private static DataTable table(ExperimentAnalysis one) {
        return new DataTable(
                List.of("File", "True class", "Mistaken for"),
                one.projection().stream()
                        .map(image -> List.of(image.file(), image.label(), image.correct() ? "" : image.predicted()))
                        .toList());
    }

    /** A rectangle of the plane. */
    private record Bounds(double left, double bottom, double width, double height) {
        static Bounds of(List<ProjectedImage> images) {
            double left = images.stream().mapToDouble(ProjectedImage::x).min().orElse(0);
            double right = images.stream().mapToDouble(ProjectedImage::x).max().orElse(0);
            double bottom = images.stream().mapToDouble(ProjectedImage::y).min().orElse(0);
            double top = images.stream().mapToDouble(ProjectedImage::y).max().orElse(0);
            double least = 1e-6 + 0.1 * Math.max(right - left, top - bottom);
            double width = Math.max(least, right - left);
            double height = Math.max(least, top - bottom);
            return new Bounds((left + right - width) / 2, (bottom + top - height) / 2, width, height);
        }

        /** The least rectangle around this one with the given ratio of width to height, so that distances stay true. */
        Bounds fit(double ratio) {
            double wide = Math.max(width, height * ratio);
            double tall = Math.max(height, width / ratio);
            return new Bounds(left - (wide - width) / 2, bottom - (tall - height) / 2, wide, tall);
        }
    }
}
