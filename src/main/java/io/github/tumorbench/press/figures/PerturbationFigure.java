package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.explained.Belief;
import io.github.tumorbench.press.analysis.explained.Belief.Curve;
import io.github.tumorbench.press.analysis.explained.Belief.Mode;
import io.github.tumorbench.press.analysis.explained.MapMethod;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.figures.Data.Point;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jfree.chart.axis.NumberAxis;

/** Probability of the explained class while pixels are deleted or inserted: two panels for each network. */
final class PerturbationFigure {
    private static final int LEFT = 48;
    private static final int GAP = 56;
    private static final int TALL = 120;
    private static final int ROW = TALL + 78;
    private static final List<MapMethod> ORDERS = List.of(MapMethod.SHUFFLED, MapMethod.CENTRE, MapMethod.GRADCAM);

    private PerturbationFigure() {}

    static Optional<Figure> of(String id, String protocol, List<ExperimentAnalysis> all) {
        List<ExperimentAnalysis> shown = all.stream()
                .filter(one -> one.explained().belief() != null
                        && !one.explained().belief().curves().isEmpty())
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        String title = "Probability while pixels go or come" + protocol;
        String alternative =
                "Mean probability of the explained class against the share of pixels deleted (left) or inserted (right), in the order of Grad-CAM, from the image’s centre outwards and in random order. "
                        + shown.stream().map(PerturbationFigure::words).collect(Collectors.joining(" "));
        String reading =
                "Where Grad-CAM marks what matters, its line falls first when pixels are deleted and rises first when they are inserted.";
        return Optional.of(
                new Figure(id, title, reading, alternative, svg(id, title, alternative, shown), table(shown)));
    }

    private static String words(ExperimentAnalysis one) {
        Belief belief = one.explained().belief();
        return "%s: area %s."
                .formatted(
                        one.name(),
                        belief.curves().stream()
                                .map(curve -> "%s with %s by %s"
                                        .formatted(
                                                Numbers.decimal(curve.area().value(), 2),
                                                curve.mode().key(),
                                                curve.method().words()))
                                .collect(Collectors.joining(", ")));
    }

    private static String svg(String id, String title, String alternative, List<ExperimentAnalysis> shown) {
        List<Sheet.Key> keys = List.of(
                new Sheet.Key("Grad-CAM first", Palette.INK, Marker.CIRCLE, false),
                new Sheet.Key("centre first", Palette.MUTED, Marker.SQUARE, false),
                new Sheet.Key("random order", Palette.MUTED, Marker.TRIANGLE, false));
        double top = Sheet.legendHeight(keys, Theme.WIDTH) + 40;
        double bottom = top + (double) ROW * shown.size();
        Sheet sheet = new Sheet(id, (int) bottom + 8);
        sheet.legend(keys, 0, 14, Theme.WIDTH);
        double width = (Theme.WIDTH - LEFT - GAP - 28) / 2.0;
        for (int row = 0; row < shown.size(); row++) {
            Belief belief = shown.get(row).explained().belief();
            double y = top + row * ROW;
            sheet.text(
                    Sheet.cut(shown.get(row).name(), 34), LEFT, y - 10, Anchor.START, Palette.INK, Theme.SMALL, true);
            for (Mode mode : Mode.values()) {
                boolean first = mode == Mode.DELETION;
                double x = first ? LEFT : LEFT + width + GAP;
                panel(sheet, belief, shown.get(row).backbone(), mode, x, y, width);
                sheet.caption(
                        first ? "pixels deleted" : "pixels inserted", x + width / 2, y + TALL + 38, Anchor.MIDDLE);
            }
        }
        return sheet.svg(title, alternative);
    }

    private static void panel(
            Sheet sheet, Belief belief, String backbone, Mode mode, double x, double y, double width) {
        NumberAxis probability = Theme.axis(0, 1, 0.25, Theme.format("0.0#"));
        probability.setTickLabelsVisible(mode == Mode.DELETION);
        List<List<Point>> starts =
                ORDERS.stream().map(order -> List.of(new Point(0, 0))).toList();
        ItemRenderer renderer = new ItemRenderer((canvas, place, series, index) -> {
            Curve curve = belief.curve(ORDERS.get(series), mode);
            if (curve != null) {
                draw(canvas, place, curve, backbone);
            }
        });
        sheet.plot(
                Theme.plot(
                        Data.series(starts),
                        Theme.axis(0, 1, 0.5, Theme.format("0 %")),
                        probability,
                        renderer,
                        false,
                        true),
                x,
                y,
                width,
                TALL);
    }

    private static void draw(SvgCanvas canvas, ItemRenderer.Place place, Curve curve, String backbone) {
        boolean own = curve.method() == MapMethod.GRADCAM;
        Marker marker = own ? Marker.CIRCLE : curve.method() == MapMethod.CENTRE ? Marker.SQUARE : Marker.TRIANGLE;
        canvas.setPaint((own ? Palette.ofBackbone(backbone) : Palette.MUTED).color());
        canvas.setStroke(Theme.stroke(own ? 2 : 1.2));
        List<Point> points = new ArrayList<>();
        int last = curve.probabilities().size() - 1;
        for (int i = 0; i <= last; i++) {
            points.add(new Point((double) i / last, curve.probabilities().get(i)));
        }
        Lines.through(canvas, place, points);
        for (int i = 1; i < last; i += 2) {
            canvas.mark(
                    marker, place.x(points.get(i).x()), place.y(points.get(i).y()), false);
        }
    }

    private static DataTable table(List<ExperimentAnalysis> shown) {
        List<String> columns = new ArrayList<>(List.of("Experiment", "Pixels", "First", "Images", "Area"));
        for (int percent = 0; percent <= 100; percent += 10) {
            columns.add(percent + "\u00a0%");
        }
        List<List<String>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : shown) {
            for (Curve curve : one.explained().belief().curves()) {
                List<String> row = new ArrayList<>(List.of(
                        one.name(),
                        curve.mode() == Mode.DELETION ? "deleted" : "inserted",
                        curve.method().words(),
                        String.valueOf(curve.images()),
                        Numbers.decimal(curve.area().value())));
                curve.probabilities().forEach(value -> row.add(Numbers.decimal(value)));
                rows.add(row);
            }
        }
        return new DataTable(columns, rows);
    }
}
