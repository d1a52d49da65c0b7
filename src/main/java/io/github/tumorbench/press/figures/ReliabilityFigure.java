package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.metrics.ReliabilityBin;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.figures.Data.Point;
import io.github.tumorbench.press.figures.Palette.Tone;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.plot.XYPlot;

/** Accuracy against mean confidence of each bin with its interval, and below how many predictions a bin holds. */
final class ReliabilityFigure {
    private static final int LEFT = 60;
    private static final int TOP = 30;
    private static final int SIDE = 350;
    private static final int COUNTS_TOP = TOP + SIDE + 40;
    private static final int COUNTS = 56;

    private ReliabilityFigure() {}

    static Figure of(ExperimentAnalysis one) {
        String id = Sheet.id(Figures.RELIABILITY, one.id());
        String title = "Reliability of the confidence of " + one.name();
        List<ReliabilityBin> bins =
                one.reliability().stream().filter(bin -> bin.count() > 0).toList();
        String alternative = "Reliability diagram: accuracy against mean confidence in 15 bins. "
                + bins.stream()
                        .map(bin -> "Confidence %s: accuracy %s of %s images."
                                .formatted(
                                        Numbers.decimal(bin.confidence(), 2),
                                        Numbers.percent(bin.accuracy().value()),
                                        bin.count()))
                        .collect(Collectors.joining(" "));
        return new Figure(id, title, reading(one), alternative, svg(one, bins, id, title, alternative), table(bins));
    }

    /** Mean confidence of all predictions, null without any. */
    private static Double meanConfidence(ExperimentAnalysis one) {
        return one.images() == 0
                ? null
                : one.reliability().stream()
                                .filter(bin -> bin.count() > 0)
                                .mapToDouble(bin -> bin.count() * bin.confidence())
                                .sum()
                        / one.images();
    }

    private static String reading(ExperimentAnalysis one) {
        Double confidence = meanConfidence(one);
        if (confidence == null) {
            return "There is no prediction to judge.";
        }
        double accuracy = one.overall().accuracy().value();
        String word = confidence > one.overall().accuracy().high()
                ? "more confident than right"
                : confidence < one.overall().accuracy().low()
                        ? "less confident than right"
                        : "about as confident as right";
        return "On the whole predictions are %s: mean confidence %s, accuracy %s; bin by bin they differ by %s on average (expected calibration error)."
                .formatted(
                        word,
                        Numbers.decimal(confidence),
                        Numbers.decimal(accuracy),
                        Numbers.decimal(one.overall().ece()));
    }

    private static String svg(
            ExperimentAnalysis one, List<ReliabilityBin> bins, String id, String title, String alternative) {
        Sheet sheet = new Sheet(id, COUNTS_TOP + COUNTS + 52);
        sheet.caption("accuracy", 0, 14, Anchor.START);
        XYPlot diagram = diagram(bins, Palette.ofBackbone(one.backbone()));
        diagram.getDomainAxis().setTickLabelsVisible(false);
        sheet.plot(diagram, LEFT, TOP, SIDE, SIDE);
        sheet.caption("images", 0, COUNTS_TOP - 14.0, Anchor.START);
        sheet.plot(counts(one.reliability()), LEFT, COUNTS_TOP, SIDE, COUNTS);
        sheet.line(LEFT, COUNTS_TOP + COUNTS, LEFT + SIDE, COUNTS_TOP + COUNTS, Palette.MUTED, 1);
        sheet.caption("confidence", LEFT + SIDE / 2.0, COUNTS_TOP + COUNTS + 44.0, Anchor.MIDDLE);
        summary(sheet, one);
        return sheet.svg(title, alternative);
    }

    private static void summary(Sheet sheet, ExperimentAnalysis one) {
        double x = LEFT + SIDE + 36.0;
        List<List<String>> facts = List.of(
                List.of("calibration error", Numbers.decimal(one.overall().ece())),
                List.of("mean confidence", Numbers.decimal(meanConfidence(one))),
                List.of("accuracy", Numbers.decimal(one.overall().accuracy().value())),
                List.of("Brier score (0–2)", Numbers.decimal(one.overall().brier())),
                List.of("log loss", Numbers.decimal(one.overall().logLoss())));
        for (int i = 0; i < facts.size(); i++) {
            double y = TOP + 14 + 50.0 * i;
            sheet.caption(facts.get(i).get(0), x, y, Anchor.START);
            sheet.text(facts.get(i).get(1), x, y + 21, Anchor.START, Palette.INK, 17, true);
        }
    }

    private static XYPlot diagram(List<ReliabilityBin> bins, Tone tone) {
        List<Point> diagonal = List.of(new Point(0, 0));
        List<Point> points = bins.stream()
                .map(bin -> new Point(bin.confidence(), bin.accuracy().value()))
                .toList();
        return Theme.plot(
                Data.series(List.of(diagonal, points)),
                Theme.axis(0, 1, 0.2, Theme.format("0.0")),
                Theme.axis(0, 1, 0.2, Theme.format("0.0")),
                new ItemRenderer((canvas, place, series, index) -> {
                    if (series == 0) {
                        canvas.setPaint(Palette.MUTED.color());
                        canvas.setStroke(Theme.dashed(1, 2, 4));
                        canvas.draw(new Line2D.Double(place.x(0), place.y(0), place.x(1), place.y(1)));
                    } else {
                        bin(canvas, place, bins.get(index), tone);
                    }
                }),
                true,
                true);
    }

    private static void bin(SvgCanvas canvas, ItemRenderer.Place place, ReliabilityBin bin, Tone tone) {
        double x = place.x(bin.confidence());
        canvas.setPaint(Theme.translucent(tone, 0.16));
        double gap = Math.abs(place.y(bin.accuracy().value()) - place.y(bin.confidence()));
        if (gap >= 0.5) {
            canvas.fill(place.box(
                    bin.low(), bin.confidence(), bin.high(), bin.accuracy().value()));
        }
        canvas.setPaint(tone.color());
        canvas.setStroke(Theme.stroke(1.6));
        canvas.draw(new Line2D.Double(
                x, place.y(bin.accuracy().low()), x, place.y(bin.accuracy().high())));
        canvas.mark(Marker.CIRCLE, x, place.y(bin.accuracy().value()), false);
    }

    private static XYPlot counts(List<ReliabilityBin> bins) {
        int most = bins.stream().mapToInt(ReliabilityBin::count).max().orElse(1);
        Scale scale = Scale.fromZero(Math.max(1, most), 2);
        double tick = Math.max(1, scale.tick());
        List<Point> points =
                bins.stream().map(bin -> new Point(bin.low(), bin.count())).toList();
        return Theme.plot(
                Data.series(List.of(points)),
                Theme.axis(0, 1, 0.2, Theme.format("0.0")),
                Theme.axis(0, tick * Math.ceil(scale.high() / tick), tick, Theme.format("0")),
                new ItemRenderer((canvas, place, series, index) -> {
                    ReliabilityBin bin = bins.get(index);
                    Rectangle2D box = place.box(bin.low(), 0, bin.high(), bin.count());
                    if (bin.count() > 0) {
                        canvas.setPaint(Theme.translucent(Palette.MUTED, 0.6));
                        canvas.fill(new Rectangle2D.Double(
                                box.getX() + 1, box.getY(), box.getWidth() - 2, box.getHeight()));
                    }
                }),
                false,
                true);
    }

    private static DataTable table(List<ReliabilityBin> bins) {
        return new DataTable(
                List.of("Confidence above", "Up to", "Images", "Mean confidence", "Accuracy", "95 % from", "95 % to"),
                bins.stream()
                        .map(bin -> List.of(
                                Numbers.decimal(bin.low()),
                                Numbers.decimal(bin.high()),
                                String.valueOf(bin.count()),
                                Numbers.decimal(bin.confidence()),
                                Numbers.percent(bin.accuracy().value()),
                                Numbers.percent(bin.accuracy().low()),
                                Numbers.percent(bin.accuracy().high())))
                        .toList());
    }
}
