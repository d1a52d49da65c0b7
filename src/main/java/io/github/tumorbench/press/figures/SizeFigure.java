package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.SizeCurve;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.figures.Data.Point;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Accuracy against the number of training images, each doubling as wide as the last. */
final class SizeFigure {
    private static final int LEFT = 56;
    private static final int SIDE = 300;

    private SizeFigure() {}

    static Optional<Figure> of(StudyAnalysis study) {
        if (study.sizes().isEmpty()) {
            return Optional.empty();
        }
        String id = Figures.SIZE;
        String title = "Accuracy against the number of training images";
        String alternative =
                String.join(" ", study.sizes().stream().map(SizeFigure::words).toList());
        String reading =
                String.join(" ", study.sizes().stream().map(SizeFigure::reading).toList());
        return Optional.of(
                new Figure(id, title, reading, alternative, svg(id, title, alternative, study), table(study)));
    }

    private static String words(SizeCurve curve) {
        return curve.name() + ": "
                + String.join(
                        ", ",
                        curve.points().stream()
                                .map(point -> "%s images %s"
                                        .formatted(
                                                point.trainImages(),
                                                Numbers.percent(point.accuracy().value())))
                                .toList())
                + ".";
    }

    private static String reading(SizeCurve curve) {
        SizeCurve.Point first = curve.points().get(0);
        SizeCurve.Point last = curve.points().get(curve.points().size() - 1);
        return "%s goes from %s with %s training images to %s with %s."
                .formatted(
                        curve.name(),
                        Numbers.percent(first.accuracy().value()),
                        first.trainImages(),
                        Numbers.percent(last.accuracy().value()),
                        last.trainImages());
    }

    private static double place(SizeCurve.Point point) {
        return Math.log(Math.max(1, point.trainImages())) / Math.log(2);
    }

    private static String svg(String id, String title, String alternative, StudyAnalysis study) {
        List<Sheet.Key> keys = new ArrayList<>();
        for (int i = 0; i < study.sizes().size(); i++) {
            SizeCurve curve = study.sizes().get(i);
            keys.add(new Sheet.Key(
                    Sheet.cut(curve.name(), 60), Palette.ofBackbone(curve.backbone()), Marker.of(i), false));
        }
        double top = Sheet.legendHeight(keys, Theme.WIDTH) + 36;
        Sheet sheet = new Sheet(id, (int) (top + SIDE + 52));
        sheet.legend(keys, 0, 14, Theme.WIDTH);
        sheet.caption("accuracy, 95 % interval", 0, top - 10, Anchor.START);
        List<SizeCurve.Point> all = study.sizes().stream()
                .flatMap(curve -> curve.points().stream())
                .filter(point -> point.accuracy().value() != null)
                .toList();
        double lowest =
                all.stream().mapToDouble(point -> point.accuracy().low()).min().orElse(0);
        double from =
                Math.floor(all.stream().mapToDouble(SizeFigure::place).min().orElse(0) - 0.3);
        double to = Math.ceil(all.stream().mapToDouble(SizeFigure::place).max().orElse(1) + 0.1);
        Scale scale = Scale.share(lowest - 0.005);
        List<List<Point>> starts =
                study.sizes().stream().map(curve -> List.of(new Point(from, 1))).toList();
        ItemRenderer renderer = new ItemRenderer(
                (canvas, at, series, index) -> draw(canvas, at, study.sizes().get(series), Marker.of(series)));
        sheet.plot(
                Theme.plot(
                        Data.series(starts),
                        Theme.axis(from, to, 1, new Doublings()),
                        Theme.axis(scale.low(), scale.high(), scale.tick(), Theme.format("0 %")),
                        renderer,
                        true,
                        true),
                LEFT,
                top,
                Theme.WIDTH - LEFT - 24.0,
                SIDE);
        sheet.caption("training images", LEFT + (Theme.WIDTH - LEFT) / 2.0, top + SIDE + 44, Anchor.MIDDLE);
        return sheet.svg(title, alternative);
    }

    private static void draw(SvgCanvas canvas, ItemRenderer.Place at, SizeCurve curve, Marker marker) {
        canvas.setPaint(Palette.ofBackbone(curve.backbone()).color());
        SizeCurve.Point before = null;
        for (SizeCurve.Point point : curve.points()) {
            if (point.accuracy().value() != null) {
                double x = at.x(place(point));
                double y = at.y(point.accuracy().value());
                canvas.setStroke(Theme.stroke(1.6));
                canvas.draw(new Line2D.Double(
                        x,
                        at.y(point.accuracy().low()),
                        x,
                        at.y(point.accuracy().high())));
                canvas.mark(marker, x, y, false);
                if (before != null) {
                    canvas.draw(new Line2D.Double(
                            at.x(place(before)), at.y(before.accuracy().value()), x, y));
                }
                before = point;
            }
        }
    }

    private static DataTable table(StudyAnalysis study) {
        List<List<String>> rows = new ArrayList<>();
        for (SizeCurve curve : study.sizes()) {
            for (SizeCurve.Point point : curve.points()) {
                rows.add(List.of(
                        curve.name(),
                        Numbers.percentWhole(point.share()),
                        String.valueOf(point.trainImages()),
                        Numbers.percent(point.accuracy().value()),
                        Numbers.percent(point.accuracy().low()),
                        Numbers.percent(point.accuracy().high())));
            }
        }
        return new DataTable(List.of("Network", "Share", "Training images", "Accuracy", "95 % from", "95 % to"), rows);
    }
}
