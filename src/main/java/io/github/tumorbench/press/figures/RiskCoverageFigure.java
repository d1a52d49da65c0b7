package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.analysis.trust.Deferral;
import io.github.tumorbench.press.figures.Data.Point;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Error among the images kept, against the share kept, when the least certain are handed to a person. */
final class RiskCoverageFigure {
    private static final int LEFT = 56;
    private static final int SIDE = 320;
    /** Experiments drawn; more lines could not be followed. */
    private static final int MOST = 6;

    private RiskCoverageFigure() {}

    static Figure of(String id, List<ExperimentAnalysis> experiments) {
        List<ExperimentAnalysis> shown = experiments.stream()
                .filter(one -> one.images() > 0)
                .sorted(Comparator.comparingDouble(one -> one.deferral().aurc()))
                .limit(MOST)
                .toList();
        String title = "Risk and coverage";
        String alternative = "Error among the images kept. "
                + String.join(" ", shown.stream().map(RiskCoverageFigure::words).toList());
        String reading = shown.isEmpty()
                ? "There is no prediction to defer."
                : "%sThe lower a line, the better confidence sorts right from wrong: the area under it is smallest for %s (%s)."
                        .formatted(
                                experiments.size() > MOST ? "The " + MOST + " with the smallest area. " : "",
                                shown.get(0).name(),
                                Numbers.decimal(shown.get(0).deferral().aurc(), 5));
        return new Figure(id, title, reading, alternative, svg(id, title, alternative, shown), table(shown));
    }

    private static String words(ExperimentAnalysis one) {
        return "%s: %s of all, %s of the surer half."
                .formatted(one.name(), Numbers.percent(risk(one, 1)), Numbers.percent(risk(one, 0.5)));
    }

    private static Double risk(ExperimentAnalysis one, double coverage) {
        return one.deferral().curve().stream()
                .filter(point -> point.coverage() >= coverage - 1e-9)
                .findFirst()
                .map(Deferral.Point::risk)
                .orElse(null);
    }

    private static String svg(String id, String title, String alternative, List<ExperimentAnalysis> shown) {
        List<Sheet.Key> keys = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            keys.add(new Sheet.Key(
                    Sheet.cut(shown.get(i).name(), 34),
                    Palette.ofBackbone(shown.get(i).backbone()),
                    Marker.of(i),
                    false));
        }
        double top = Sheet.legendHeight(keys, Theme.WIDTH) + 36;
        Sheet sheet = new Sheet(id, (int) (top + SIDE + 52));
        sheet.legend(keys, 0, 14, Theme.WIDTH);
        sheet.caption("error among those kept", 0, top - 10, Anchor.START);
        double highest = shown.stream()
                .flatMap(one -> one.deferral().curve().stream())
                .mapToDouble(Deferral.Point::risk)
                .max()
                .orElse(0);
        Scale scale = Scale.fromZero(highest, 5);
        String pattern = scale.tick() < 0.01 ? "0.0 %" : "0 %";
        List<List<Point>> starts =
                shown.stream().map(one -> List.of(new Point(0, 0))).toList();
        ItemRenderer renderer = new ItemRenderer(
                (canvas, place, series, index) -> line(canvas, place, shown.get(series), Marker.of(series)));
        sheet.plot(
                Theme.plot(
                        Data.series(starts),
                        Theme.axis(0, 1, 0.2, Theme.format("0 %")),
                        Theme.axis(0, scale.high(), scale.tick(), Theme.format(pattern)),
                        renderer,
                        false,
                        true),
                LEFT,
                top,
                Theme.WIDTH - LEFT - 12.0,
                SIDE);
        sheet.caption(
                "share of images kept, the surest first",
                LEFT + (Theme.WIDTH - LEFT) / 2.0,
                top + SIDE + 44,
                Anchor.MIDDLE);
        return sheet.svg(title, alternative);
    }

    private static void line(SvgCanvas canvas, ItemRenderer.Place place, ExperimentAnalysis one, Marker marker) {
        canvas.setPaint(Palette.ofBackbone(one.backbone()).color());
        canvas.setStroke(Theme.stroke(1.8));
        Path2D path = new Path2D.Double();
        for (Deferral.Point point : one.deferral().curve()) {
            double x = place.x(point.coverage());
            double y = place.y(point.risk());
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        canvas.draw(path);
        for (double coverage = 0.6; coverage < 1.01; coverage += 0.2) {
            canvas.mark(marker, place.x(Math.min(1, coverage)), place.y(risk(one, coverage)), false);
        }
    }

    private static DataTable table(List<ExperimentAnalysis> shown) {
        List<List<String>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : shown) {
            for (double coverage : new double[] {1, 0.99, 0.98, 0.95, 0.9, 0.8, 0.5}) {
                rows.add(List.of(one.name(), Numbers.percentWhole(coverage), Numbers.percent(risk(one, coverage))));
            }
        }
        return new DataTable(List.of("Experiment", "Images kept", "Error among them"), rows);
    }
}
