package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.figures.ItemRenderer.Place;
import io.github.tumorbench.press.figures.Palette.Tone;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Accuracy with its interval against the operations of one image's inference, each doubling as wide as the last. */
final class CostFigure {
    private static final int LEFT = 56;
    private static final int TOP = 34;
    private static final int TALL = 290;
    /** Least distance of the baselines of two names. */
    private static final double LINE = 17;

    private CostFigure() {}

    /** @param study whose experiments were tested on the same images */
    static Optional<Figure> of(StudyAnalysis study) {
        List<ExperimentAnalysis> shown = study.experiments().stream()
                .filter(one -> one.images() > 0 && one.flops() > 0)
                .sorted(Comparator.comparingLong(ExperimentAnalysis::flops))
                .toList();
        return shown.size() < 2 ? Optional.empty() : Optional.of(figure(shown));
    }

    private static Figure figure(List<ExperimentAnalysis> shown) {
        String protocols =
                shown.stream().map(ExperimentAnalysis::protocol).distinct().collect(Collectors.joining(" and "));
        String title = "Accuracy against the cost of one image, protocol " + protocols;
        String alternative = "Scatter plot of accuracy with 95 % intervals against operations per image. "
                + shown.stream()
                        .map(one -> "%s: %s billion operations, %s."
                                .formatted(one.name(), giga(one), Numbers.percent(accuracy(one))))
                        .collect(Collectors.joining(" "));
        return new Figure(
                Figures.COST, title, reading(shown), alternative, svg(shown, title, alternative), table(shown));
    }

    private static String reading(List<ExperimentAnalysis> shown) {
        ExperimentAnalysis cheapest = shown.get(0);
        ExperimentAnalysis best =
                shown.stream().max(Comparator.comparing(CostFigure::accuracy)).orElseThrow();
        if (accuracy(best).equals(accuracy(cheapest))) {
            return "None is more accurate than %s, which costs least: %s billion operations for an image."
                    .formatted(cheapest.name(), giga(cheapest));
        }
        return "%s, the most accurate, takes %s times the operations of %s, which costs least, for %s instead of %s."
                .formatted(
                        best.name(),
                        Numbers.decimal((double) best.flops() / cheapest.flops(), 1),
                        cheapest.name(),
                        Numbers.percent(accuracy(best)),
                        Numbers.percent(accuracy(cheapest)));
    }

    private static String svg(List<ExperimentAnalysis> shown, String title, String alternative) {
        Sheet sheet = new Sheet(Figures.COST, TOP + TALL + 52);
        sheet.caption("accuracy, 95 % interval", 0, 14, Anchor.START);
        double lowest = shown.stream()
                .map(one -> one.overall().accuracy())
                .mapToDouble(one -> one.hasInterval() ? one.low() : one.value())
                .min()
                .orElseThrow();
        double from = Math.floor(place(shown.get(0)) - 0.3);
        double to = Math.max(from + 2, Math.ceil(place(shown.get(shown.size() - 1)) + 0.3));
        Scale scale = Scale.share(lowest - 0.005);
        List<Point2D> dots = new ArrayList<>();
        ItemRenderer renderer = new ItemRenderer(
                (canvas, at, series, index) -> dots.add(draw(canvas, at, shown.get(index), Marker.of(index))));
        sheet.plot(
                Theme.plot(
                        Data.series(List.of(shown.stream()
                                .map(one -> new Data.Point(place(one), accuracy(one)))
                                .toList())),
                        Theme.axis(from, to, 1, new Doublings()),
                        Theme.axis(scale.low(), scale.high(), scale.tick(), Theme.format("0 %")),
                        renderer,
                        true,
                        true),
                LEFT,
                TOP,
                Theme.WIDTH - LEFT - 24.0,
                TALL);
        names(sheet, shown, dots);
        sheet.caption(
                "billion operations for one image",
                LEFT + (Theme.WIDTH - LEFT) / 2.0,
                TOP + TALL + 44.0,
                Anchor.MIDDLE);
        return sheet.svg(title, alternative);
    }

    private static Point2D draw(SvgCanvas canvas, Place at, ExperimentAnalysis one, Marker marker) {
        Tone tone = Palette.ofBackbone(one.backbone());
        canvas.setPaint(tone.color());
        canvas.setStroke(Theme.stroke(2));
        double x = at.x(place(one));
        Estimate accuracy = one.overall().accuracy();
        if (accuracy.hasInterval()) {
            canvas.draw(new Line2D.Double(x, at.y(accuracy.low()), x, at.y(accuracy.high())));
        }
        Point2D dot = new Point2D.Double(x, at.y(accuracy.value()));
        canvas.mark(marker, dot.getX(), dot.getY(), false);
        return dot;
    }

    /** Beside their dots, towards the middle; moved down where two would lie on each other. */
    private static void names(Sheet sheet, List<ExperimentAnalysis> shown, List<Point2D> dots) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> dots.get(i).getY()));
        List<double[]> taken = new ArrayList<>();
        for (int i : order) {
            String name = Sheet.cut(shown.get(i).name(), 40);
            double wide = Sheet.width(name, Theme.SMALL);
            boolean right = dots.get(i).getX() + 12 + wide <= Theme.WIDTH;
            double start =
                    right ? dots.get(i).getX() + 10 : Math.max(0, dots.get(i).getX() - 10 - wide);
            double y = dots.get(i).getY() + 5;
            for (double[] other : taken) {
                if (start < other[1] && other[0] < start + wide && Math.abs(y - other[2]) < LINE) {
                    y = other[2] + LINE;
                }
            }
            taken.add(new double[] {start, start + wide, y});
            sheet.fill(new Rectangle2D.Double(start - 2, y - 12, wide + 4, LINE - 1), Palette.PAPER, 0.8);
            sheet.text(
                    name,
                    right ? start : dots.get(i).getX() - 10,
                    y,
                    right ? Anchor.START : Anchor.END,
                    Palette.INK,
                    Theme.SMALL,
                    false);
        }
    }

    private static Double accuracy(ExperimentAnalysis one) {
        return one.overall().accuracy().value();
    }

    /** Logarithm to base 2 of billions of operations. */
    private static double place(ExperimentAnalysis one) {
        return Math.log(one.flops() / 1e9) / Math.log(2);
    }

    private static String giga(ExperimentAnalysis one) {
        double value = one.flops() / 1e9;
        return String.format(Locale.ROOT, value < 1 ? "%.2f" : "%.1f", value);
    }

    private static DataTable table(List<ExperimentAnalysis> shown) {
        return new DataTable(
                List.of("Experiment", "Billion operations", "Accuracy", "95 % from", "95 % to"),
                shown.stream()
                        .map(one -> List.of(
                                one.name(),
                                giga(one),
                                Numbers.percent(accuracy(one)),
                                Numbers.percent(one.overall().accuracy().low()),
                                Numbers.percent(one.overall().accuracy().high())))
                        .toList());
    }
}
