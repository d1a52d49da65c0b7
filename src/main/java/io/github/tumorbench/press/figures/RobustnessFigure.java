package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.explained.Robustness;
import io.github.tumorbench.press.analysis.explained.Robustness.Corruption;
import io.github.tumorbench.press.analysis.findings.RobustnessFinding;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.figures.Data.Point;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;

/** Accuracy and mean confidence against severity: one panel for each corruption, one colour for each network. */
final class RobustnessFigure {
    private static final int LEFT = 48;
    private static final int GAP = 20;
    private static final int ACROSS = 3;
    private static final int TALL = 120;
    private static final int ROW = TALL + 74;

    private RobustnessFigure() {}

    static Optional<Figure> of(String id, String protocol, List<ExperimentAnalysis> all) {
        List<ExperimentAnalysis> shown =
                all.stream().filter(one -> one.explained().robustness() != null).toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        String title = "Accuracy and confidence as images get worse" + protocol;
        String alternative = "Accuracy by corruption and severity. "
                + shown.stream()
                        .map(one -> RobustnessFinding.sentence(
                                one.name(), one.explained().robustness()))
                        .collect(Collectors.joining(" "));
        String reading =
                "Lines with marks are accuracy with 95 % intervals, dashed lines mean confidence; where the dashed line lies above, a network is surer than it is right.";
        return Optional.of(
                new Figure(id, title, reading, alternative, svg(id, title, alternative, shown), table(shown)));
    }

    private static Robustness of(ExperimentAnalysis one) {
        return one.explained().robustness();
    }

    /** The image as it is, then each severity. */
    private static List<Robustness.Point> points(ExperimentAnalysis one, String corruption) {
        Stream<Robustness.Point> worse = of(one).corruptions().stream()
                .filter(other -> other.name().equals(corruption))
                .flatMap(other -> other.points().stream());
        return Stream.concat(Stream.of(of(one).clean()), worse).toList();
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
        List<String> corruptions =
                of(shown.get(0)).corruptions().stream().map(Corruption::name).toList();
        double top = Sheet.legendHeight(keys, Theme.WIDTH) + 36;
        int rows = (corruptions.size() + ACROSS - 1) / ACROSS;
        Sheet sheet = new Sheet(id, (int) top + rows * ROW);
        sheet.legend(keys, 0, 14, Theme.WIDTH);
        Scale scale = Scale.share(shown.stream()
                        .flatMap(one -> corruptions.stream().flatMap(name -> points(one, name).stream()))
                        .mapToDouble(point -> Math.min(point.accuracy().low(), point.confidence()))
                        .min()
                        .orElse(0)
                - 0.005);
        double width = (Theme.WIDTH - LEFT - (ACROSS - 1) * GAP - 8) / (double) ACROSS;
        for (int i = 0; i < corruptions.size(); i++) {
            double x = LEFT + i % ACROSS * (width + GAP);
            double y = top + i / ACROSS * (double) ROW;
            panel(sheet, shown, corruptions.get(i), scale, x, y, width, i % ACROSS == 0);
        }
        return sheet.svg(title, alternative);
    }

    private static void panel(
            Sheet sheet,
            List<ExperimentAnalysis> shown,
            String corruption,
            Scale scale,
            double x,
            double y,
            double width,
            boolean first) {
        sheet.text(RobustnessFinding.words(corruption), x, y - 8, Anchor.START, Palette.INK, Theme.SMALL, true);
        NumberAxis share = Theme.axis(scale.low(), scale.high(), scale.tick(), Theme.format("0 %"));
        share.setTickLabelsVisible(first);
        List<List<Point>> starts =
                shown.stream().map(one -> List.of(new Point(0, 1))).toList();
        ItemRenderer renderer = new ItemRenderer((canvas, place, series, index) -> draw(
                canvas,
                place,
                points(shown.get(series), corruption),
                shown.get(series),
                Marker.of(series),
                0.08 * (series - (shown.size() - 1) / 2.0)));
        sheet.plot(
                Theme.plot(
                        Data.series(starts), Theme.axis(-0.3, 5.3, 1, Theme.format("0")), share, renderer, false, true),
                x,
                y,
                width,
                TALL);
        sheet.caption("severity", x + width / 2, y + TALL + 38, Anchor.MIDDLE);
    }

    private static void draw(
            SvgCanvas canvas,
            ItemRenderer.Place place,
            List<Robustness.Point> points,
            ExperimentAnalysis one,
            Marker marker,
            double aside) {
        canvas.setPaint(Palette.ofBackbone(one.backbone()).color());
        canvas.setStroke(Theme.dashed(1.4, 4, 3));
        Lines.through(
                canvas,
                place,
                points.stream()
                        .map(point -> new Point(point.severity() + aside, point.confidence()))
                        .toList());
        canvas.setStroke(Theme.stroke(1.6));
        Lines.through(
                canvas,
                place,
                points.stream()
                        .map(point -> new Point(
                                point.severity() + aside, point.accuracy().value()))
                        .toList());
        for (Robustness.Point point : points) {
            double at = point.severity() + aside;
            canvas.setStroke(Theme.stroke(1));
            Lines.upright(
                    canvas, place, at, point.accuracy().low(), point.accuracy().high());
            canvas.mark(marker, place.x(at), place.y(point.accuracy().value()), false);
        }
    }

    private static DataTable table(List<ExperimentAnalysis> shown) {
        List<List<String>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : shown) {
            rows.add(row(one, "none", of(one).clean()));
            of(one).corruptions().forEach(corruption -> corruption
                    .points()
                    .forEach(point -> rows.add(row(one, RobustnessFinding.words(corruption.name()), point))));
        }
        return new DataTable(
                List.of(
                        "Experiment",
                        "Corruption",
                        "Severity",
                        "Images",
                        "Accuracy",
                        "95 % from",
                        "95 % to",
                        "Mean confidence"),
                rows);
    }

    private static List<String> row(ExperimentAnalysis one, String corruption, Robustness.Point point) {
        return List.of(
                one.name(),
                corruption,
                String.valueOf(point.severity()),
                String.valueOf(point.images()),
                Numbers.percent(point.accuracy().value()),
                Numbers.percent(point.accuracy().low()),
                Numbers.percent(point.accuracy().high()),
                Numbers.percent(point.confidence()));
    }
}
