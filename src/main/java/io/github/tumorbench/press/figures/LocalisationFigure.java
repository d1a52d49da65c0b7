package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.explained.Attention.Group;
import io.github.tumorbench.press.analysis.explained.Attention.Scores;
import io.github.tumorbench.press.analysis.explained.MapMethod;
import io.github.tumorbench.press.analysis.findings.AttentionFinding;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.figures.Data.Point;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How often maps point into the tumour: a dot on its interval for each network, beside what looks at no image. */
final class LocalisationFigure {
    private static final int NAME = 34;
    private static final int ROW = 44;
    private static final int VALUE = 172;

    private LocalisationFigure() {}

    static Optional<Figure> of(String id, String protocol, List<ExperimentAnalysis> all) {
        List<ExperimentAnalysis> shown =
                all.stream().filter(LocalisationFigure::scored).toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        String title = "How often the highest point lies in the tumour" + protocol;
        String alternative = "Dot plot of pointing hits with 95 % intervals. "
                + shown.stream()
                        .map(one -> AttentionFinding.sentence(
                                one.name(), one.explained().attention()))
                        .collect(Collectors.joining(" "));
        long beaten = shown.stream()
                .filter(one -> {
                    Estimate over = group(one).hitsOverCentre();
                    return over.hasInterval() && over.low() > 0;
                })
                .count();
        String reading = "%s of %s %s the image’s centre, interval and all."
                .formatted(
                        beaten,
                        shown.size() == 1 ? "1 network" : shown.size() + " networks",
                        beaten == 1 ? "beats" : "beat");
        return Optional.of(
                new Figure(id, title, reading, alternative, svg(id, title, alternative, shown), table(shown)));
    }

    private static boolean scored(ExperimentAnalysis one) {
        return one.explained().attention() != null
                && one.explained().attention().all() != null
                && group(one).of(MapMethod.GRADCAM) != null;
    }

    private static Group group(ExperimentAnalysis one) {
        return one.explained().attention().all();
    }

    private static Double hits(ExperimentAnalysis one, MapMethod method) {
        Scores scores = group(one).of(method);
        return scores == null ? null : scores.hits().value();
    }

    private static String svg(String id, String title, String alternative, List<ExperimentAnalysis> shown) {
        List<Sheet.Key> keys = List.of(
                new Sheet.Key("Grad-CAM", Palette.INK, Marker.CIRCLE, false),
                new Sheet.Key("image centre", Palette.MUTED, Marker.SQUARE, true),
                new Sheet.Key("best random map", Palette.MUTED, Marker.TRIANGLE, true),
                new Sheet.Key("chance", Palette.MUTED, Marker.POST, false));
        double top = Sheet.legendHeight(keys, Theme.WIDTH) + 12;
        double bottom = top + (double) ROW * shown.size();
        Sheet sheet = new Sheet(id, (int) bottom + 52);
        sheet.legend(keys, 0, 14, Theme.WIDTH);
        double left = Math.max(
                80,
                shown.stream()
                                .mapToDouble(one -> Sheet.width(Sheet.cut(one.name(), NAME), Theme.LABEL))
                                .max()
                                .orElse(0)
                        + 14);
        Scale scale = Scale.fromZero(
                shown.stream().mapToDouble(LocalisationFigure::highest).max().orElse(1), 4);
        double rows = shown.size();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            points.add(new Point(hits(shown.get(i), MapMethod.GRADCAM), rows - i - 0.5));
        }
        ItemRenderer renderer = new ItemRenderer(
                (canvas, place, series, index) -> draw(canvas, place, shown.get(index), rows - index - 0.5));
        sheet.plot(
                Theme.plot(
                        Data.series(List.of(points)),
                        Theme.axis(0, Math.min(1, scale.high()), scale.tick(), Theme.format("0 %")),
                        Theme.hidden(0, rows),
                        renderer,
                        true,
                        false),
                left,
                top,
                Theme.WIDTH - left - VALUE,
                bottom - top);
        for (int i = 0; i < shown.size(); i++) {
            label(sheet, shown.get(i), top + ROW * (i + 0.5) + 5);
        }
        sheet.caption(
                "maps that point into the tumour, 95 % interval",
                left + (Theme.WIDTH - left - VALUE) / 2, bottom + 44, Anchor.MIDDLE);
        return sheet.svg(title, alternative);
    }

    private static double highest(ExperimentAnalysis one) {
        Estimate hits = group(one).of(MapMethod.GRADCAM).hits();
        double highest = Math.max(group(one).chance(), hits.hasInterval() ? hits.high() : hits.value());
        for (MapMethod rival : List.of(MapMethod.CENTRE, MapMethod.RANDOM)) {
            Double other = hits(one, rival);
            highest = other == null ? highest : Math.max(highest, other);
        }
        return highest;
    }

    private static void label(Sheet sheet, ExperimentAnalysis one, double y) {
        Estimate hits = group(one).of(MapMethod.GRADCAM).hits();
        sheet.text(Sheet.cut(one.name(), NAME), 0, y, Anchor.START, Palette.INK, Theme.LABEL, false);
        sheet.text(
                Numbers.percent(hits.value()),
                Theme.WIDTH - VALUE + 62.0,
                y,
                Anchor.END,
                Palette.INK,
                Theme.LABEL,
                true);
        String range = hits.hasInterval()
                ? Numbers.decimal(100 * hits.low(), 1) + "–" + Numbers.decimal(100 * hits.high(), 1)
                : Numbers.UNDEFINED;
        sheet.caption(range, Theme.WIDTH, y, Anchor.END);
    }

    private static void draw(SvgCanvas canvas, ItemRenderer.Place place, ExperimentAnalysis one, double row) {
        double y = place.y(row);
        canvas.setStroke(Theme.stroke(1.6));
        canvas.setPaint(Palette.MUTED.color());
        canvas.mark(Marker.POST, place.x(group(one).chance()), y, false);
        mark(canvas, place, hits(one, MapMethod.CENTRE), y, Marker.SQUARE);
        mark(canvas, place, hits(one, MapMethod.RANDOM), y, Marker.TRIANGLE);
        Estimate hits = group(one).of(MapMethod.GRADCAM).hits();
        canvas.setPaint(Palette.ofBackbone(one.backbone()).color());
        if (hits.hasInterval()) {
            canvas.setStroke(Theme.stroke(2));
            double low = place.x(hits.low());
            double high = place.x(hits.high());
            canvas.draw(new Line2D.Double(low, y, high, y));
            canvas.draw(new Line2D.Double(low, y - 4, low, y + 4));
            canvas.draw(new Line2D.Double(high, y - 4, high, y + 4));
        }
        canvas.mark(Marker.CIRCLE, place.x(hits.value()), y, false);
    }

    private static void mark(SvgCanvas canvas, ItemRenderer.Place place, Double value, double y, Marker marker) {
        if (value != null) {
            canvas.mark(marker, place.x(value), y, true);
        }
    }

    private static DataTable table(List<ExperimentAnalysis> shown) {
        return new DataTable(
                List.of(
                        "Experiment",
                        "Images",
                        "Grad-CAM",
                        "95 % from",
                        "95 % to",
                        "Image centre",
                        "Best random map",
                        "Chance"),
                shown.stream()
                        .map(one -> {
                            Estimate hits = group(one).of(MapMethod.GRADCAM).hits();
                            return List.of(
                                    one.name(),
                                    String.valueOf(group(one).images()),
                                    Numbers.percent(hits.value()),
                                    Numbers.percent(hits.low()),
                                    Numbers.percent(hits.high()),
                                    Numbers.percent(hits(one, MapMethod.CENTRE)),
                                    Numbers.percent(hits(one, MapMethod.RANDOM)),
                                    Numbers.percent(group(one).chance()));
                        })
                        .toList());
    }
}
