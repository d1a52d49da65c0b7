package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.findings.Finding;
import io.github.tumorbench.press.analysis.findings.Findings;
import io.github.tumorbench.press.analysis.metrics.ConfidenceHistogram;
import io.github.tumorbench.press.analysis.metrics.ConfidenceHistogram.Bin;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.figures.Data.Point;
import io.github.tumorbench.press.figures.Palette.Tone;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jfree.chart.plot.XYPlot;

/** Confidence of right predictions above, of wrong ones below, each as shares of its own group. */
final class ConfidenceFigure {
    private static final int LEFT = 60;
    private static final int TOP = 40;
    private static final int TALL = 120;
    private static final int GAP = 74;
    private static final double WIDTH = Theme.WIDTH - LEFT - 16.0;

    private ConfidenceFigure() {}

    static Figure of(ExperimentAnalysis one) {
        String id = Sheet.id(Figures.CONFIDENCE, one.id());
        String title = "Confidence of right and wrong predictions of " + one.name();
        ConfidenceHistogram histogram = one.confidence();
        String reading = Findings.of(one).stream()
                .filter(finding -> finding.section().equals(Findings.CONFIDENCE))
                .map(Finding::sentence)
                .findFirst()
                .orElse("There is no prediction whose confidence could be shown.");
        String alternative =
                "Two histograms over confidence from 0 to 1: %s right predictions, median %s, and %s wrong ones, median %s."
                        .formatted(
                                histogram.correct(),
                                Numbers.decimal(histogram.medianCorrect()),
                                histogram.wrong(),
                                Numbers.decimal(histogram.medianWrong()));
        return new Figure(id, title, reading, alternative, svg(histogram, id, title, alternative), table(histogram));
    }

    private static String svg(ConfidenceHistogram histogram, String id, String title, String alternative) {
        Sheet sheet = new Sheet(id, TOP + 2 * TALL + GAP + 52);
        panel(
                sheet,
                histogram,
                "right",
                histogram.correct(),
                histogram.medianCorrect(),
                TOP,
                Palette.RIGHT,
                Bin::correct);
        panel(
                sheet,
                histogram,
                "wrong",
                histogram.wrong(),
                histogram.medianWrong(),
                TOP + TALL + GAP,
                Palette.WRONG,
                Bin::wrong);
        sheet.caption(
                "confidence: probability of the predicted class",
                LEFT + WIDTH / 2,
                TOP + 2.0 * TALL + GAP + 44,
                Anchor.MIDDLE);
        return sheet.svg(title, alternative);
    }

    private static void panel(
            Sheet sheet,
            ConfidenceHistogram histogram,
            String word,
            int total,
            Double median,
            double top,
            Tone tone,
            ToIntFunction<Bin> count) {
        List<Point> bars = histogram.bins().stream()
                .map(bin -> new Point(bin.low(), total == 0 ? 0 : (double) count.applyAsInt(bin) / total))
                .toList();
        double highest = bars.stream().mapToDouble(Point::y).max().orElse(1);
        Scale scale = Scale.fromZero(highest, 3);
        XYPlot plot = Theme.plot(
                Data.series(List.of(bars)),
                Theme.axis(0, 1, 0.2, Theme.format("0.0")),
                Theme.axis(0, scale.high(), scale.tick(), Theme.format(scale.tick() < 0.01 ? "0.0 %" : "0 %")),
                new ItemRenderer((canvas, place, series, index) -> {
                    Point bar = bars.get(index);
                    Rectangle2D box = place.box(bar.x(), 0, bar.x() + 1.0 / bars.size(), bar.y());
                    if (bar.y() > 0) {
                        canvas.setPaint(Theme.translucent(tone, 0.85));
                        canvas.fill(new Rectangle2D.Double(
                                box.getX() + 1, box.getY(), box.getWidth() - 2, box.getHeight()));
                    }
                }),
                false,
                true);
        sheet.plot(plot, LEFT, top, WIDTH, TALL);
        sheet.line(LEFT, top + TALL, LEFT + WIDTH, top + TALL, Palette.MUTED, 1);
        sheet.text(
                "%s %s prediction%s".formatted(total, word, total == 1 ? "" : "s"),
                0,
                top - 22,
                Anchor.START,
                Palette.INK,
                Theme.LABEL,
                true);
        if (median != null) {
            double x = LEFT + WIDTH * median;
            sheet.canvas().setPaint(Palette.INK.color());
            sheet.canvas().setStroke(Theme.dashed(1.2, 3, 3));
            sheet.canvas().draw(new Line2D.Double(x, top - 14, x, top + TALL));
            Anchor anchor = median > 0.85 ? Anchor.END : median < 0.15 ? Anchor.START : Anchor.MIDDLE;
            sheet.text("median " + Numbers.decimal(median, 2), x, top - 20, anchor, Palette.INK, Theme.SMALL, false);
        }
    }

    private static DataTable table(ConfidenceHistogram histogram) {
        return new DataTable(
                List.of("Confidence above", "Up to", "Right", "Wrong"),
                histogram.bins().stream()
                        .map(bin -> List.of(
                                Numbers.decimal(bin.low(), 2),
                                Numbers.decimal(bin.high(), 2),
                                String.valueOf(bin.correct()),
                                String.valueOf(bin.wrong())))
                        .toList());
    }
}
