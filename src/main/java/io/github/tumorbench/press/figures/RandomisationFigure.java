package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.explained.Belief;
import io.github.tumorbench.press.analysis.explained.Belief.Step;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.figures.Data.Point;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Similarity of maps to the trained network's while layers lose what they learnt, from the head towards the input. */
final class RandomisationFigure {
    private static final int LEFT = 48;
    private static final int SIDE = 260;

    private RandomisationFigure() {}

    static Optional<Figure> of(String id, String protocol, List<ExperimentAnalysis> all) {
        List<ExperimentAnalysis> shown = all.stream()
                .filter(one -> one.explained().belief() != null
                        && one.explained().belief().randomisation().stream()
                                .anyMatch(step -> step.similarity().value() != null))
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        String title = "Maps while layers lose what they learnt" + protocol;
        String alternative = "Mean Spearman correlation of Grad-CAM maps with the trained network’s, by depth. "
                + shown.stream().map(RandomisationFigure::words).collect(Collectors.joining(" "));
        String reading =
                "A map that shows what was learnt falls below the dashed line at %s as the weights are drawn anew; one that does not shows the image."
                        .formatted(Numbers.decimal(Belief.CHANGED, 1));
        return Optional.of(
                new Figure(id, title, reading, alternative, svg(id, title, alternative, shown), table(shown)));
    }

    private static List<Step> steps(ExperimentAnalysis one) {
        return one.explained().belief().randomisation().stream()
                .filter(step -> step.similarity().value() != null)
                .toList();
    }

    private static String words(ExperimentAnalysis one) {
        return one.name() + ": "
                + steps(one).stream()
                        .map(step -> Numbers.decimal(step.similarity().value(), 2) + " down to " + step.layer())
                        .collect(Collectors.joining(", "))
                + ".";
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
        sheet.caption("rank correlation with the trained network’s map, 95 % interval", 0, top - 10, Anchor.START);
        double lowest = 0;
        double deepest = 1;
        for (ExperimentAnalysis one : shown) {
            for (Step step : steps(one)) {
                double low = step.similarity().hasInterval()
                        ? step.similarity().low()
                        : step.similarity().value();
                lowest = Math.min(lowest, low);
                deepest = Math.max(deepest, step.depth() + 1.0);
            }
        }
        double end = deepest + 0.3;
        List<List<Point>> starts =
                shown.stream().map(one -> List.of(new Point(0, 1))).toList();
        ItemRenderer renderer = new ItemRenderer((canvas, place, series, index) -> {
            if (series == 0) {
                canvas.setPaint(Palette.MUTED.color());
                canvas.setStroke(Theme.dashed(1.2, 5, 4));
                Lines.through(canvas, place, List.of(new Point(-0.3, Belief.CHANGED), new Point(end, Belief.CHANGED)));
            }
            draw(canvas, place, shown.get(series), Marker.of(series), 0.07 * (series - (shown.size() - 1) / 2.0));
        });
        sheet.plot(
                Theme.plot(
                        Data.series(starts),
                        Theme.axis(-0.3, end, 1, Theme.format("0")),
                        Theme.axis(Math.floor(5 * lowest - 1e-9) / 5, 1.02, 0.2, Theme.format("0.0")),
                        renderer,
                        false,
                        true),
                LEFT,
                top,
                Theme.WIDTH - LEFT - 12.0,
                SIDE);
        sheet.caption(
                "0 as trained, 1 the head drawn anew, then block by block to the input",
                LEFT + (Theme.WIDTH - LEFT) / 2.0,
                top + SIDE + 44,
                Anchor.MIDDLE);
        return sheet.svg(title, alternative);
    }

    /** @param aside by how much points stand beside their step, so that networks do not cover each other */
    private static void draw(
            SvgCanvas canvas, ItemRenderer.Place place, ExperimentAnalysis one, Marker marker, double aside) {
        canvas.setPaint(Palette.ofBackbone(one.backbone()).color());
        List<Point> points = new ArrayList<>(List.of(new Point(aside, 1)));
        steps(one)
                .forEach(step -> points.add(
                        new Point(step.depth() + 1 + aside, step.similarity().value())));
        canvas.setStroke(Theme.stroke(1.8));
        Lines.through(canvas, place, points);
        canvas.setStroke(Theme.stroke(1.2));
        steps(one).stream()
                .filter(step -> step.similarity().hasInterval())
                .forEach(step -> Lines.upright(
                        canvas,
                        place,
                        step.depth() + 1 + aside,
                        step.similarity().low(),
                        step.similarity().high()));
        points.forEach(point -> canvas.mark(marker, place.x(point.x()), place.y(point.y()), false));
    }

    private static DataTable table(List<ExperimentAnalysis> shown) {
        List<List<String>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : shown) {
            for (Step step : one.explained().belief().randomisation()) {
                rows.add(List.of(
                        one.name(),
                        String.valueOf(step.depth() + 1),
                        step.layer(),
                        String.valueOf(step.images()),
                        String.valueOf(step.constant()),
                        Numbers.decimal(step.similarity().value()),
                        Numbers.decimal(step.similarity().low()),
                        Numbers.decimal(step.similarity().high())));
            }
        }
        return new DataTable(
                List.of(
                        "Experiment",
                        "Step",
                        "Lowest layer drawn anew",
                        "Images",
                        "Constant maps",
                        "Spearman",
                        "95 % from",
                        "95 % to"),
                rows);
    }
}
