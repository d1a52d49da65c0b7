package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.metrics.RocCurve;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.figures.Data.Point;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.plot.XYPlot;

/** One-vs-rest ROC curves in a square, with the corner enlarged where all curves crowd there. */
final class RocFigure {
    private static final int LEFT = 48;
    private static final int TOP = 30;
    private static final int SIDE = 384;
    /** Where every area is at least this, the corner is enlarged. */
    private static final double CROWDED = 0.9;

    private static final double CORNER = 0.2;

    private RocFigure() {}

    static Figure of(ExperimentAnalysis one) {
        String id = Sheet.id(Figures.ROC, one.id());
        String title = "ROC curves of " + one.name();
        String alternative = "Line chart of sensitivity against 1 − specificity, each class against the rest. "
                + one.curves().stream()
                        .map(curve -> "%s: area %s.".formatted(curve.name(), Numbers.withInterval(curve.auroc())))
                        .collect(Collectors.joining(" "));
        return new Figure(id, title, reading(one), alternative, svg(one, id, title, alternative), table(one));
    }

    private static String reading(ExperimentAnalysis one) {
        List<RocCurve> known = one.curves().stream()
                .filter(curve -> curve.auroc().value() != null)
                .toList();
        if (known.isEmpty()) {
            return "No class can be told from the rest: the test images are all of one class, or there is none.";
        }
        Comparator<RocCurve> byArea =
                Comparator.comparingDouble(curve -> curve.auroc().value());
        RocCurve lowest = known.stream().min(byArea).orElseThrow();
        RocCurve highest = known.stream().max(byArea).orElseThrow();
        if (lowest.auroc().value().equals(highest.auroc().value())) {
            return "The area under every curve is %s; 0.5 is chance."
                    .formatted(Numbers.decimal(lowest.auroc().value()));
        }
        return "The area under the curve is between %s (%s) and %s (%s); 0.5 is chance."
                .formatted(
                        Numbers.decimal(lowest.auroc().value()),
                        lowest.name(),
                        Numbers.decimal(highest.auroc().value()),
                        highest.name());
    }

    private static String svg(ExperimentAnalysis one, String id, String title, String alternative) {
        Sheet sheet = new Sheet(
                id, Math.max(TOP + SIDE + 52, TOP + 40 + 70 * one.curves().size()));
        sheet.caption("sensitivity", 0, 14, Anchor.START);
        sheet.plot(plot(one, 1, 0.2), LEFT, TOP, SIDE, SIDE);
        sheet.caption("1 − specificity", LEFT + SIDE / 2.0, TOP + SIDE + 44.0, Anchor.MIDDLE);
        if (crowded(one)) {
            inset(sheet, one);
        }
        legend(sheet, one);
        return sheet.svg(title, alternative);
    }

    private static boolean crowded(ExperimentAnalysis one) {
        return one.curves().stream().anyMatch(curve -> curve.auroc().value() != null)
                && one.curves().stream()
                        .allMatch(curve ->
                                curve.auroc().value() == null || curve.auroc().value() >= CROWDED);
    }

    private static void inset(Sheet sheet, ExperimentAnalysis one) {
        double side = 204;
        double x = LEFT + SIDE - side - 12;
        double y = TOP + SIDE - side - 42;
        sheet.fill(new Rectangle2D.Double(x - 46, y - 36, side + 58, side + 66), Palette.PAPER, 1);
        sheet.caption("top left corner, enlarged", x - 40, y - 16, Anchor.START);
        sheet.plot(plot(one, CORNER, 0.05), x, y, side, side);
    }

    private static void legend(Sheet sheet, ExperimentAnalysis one) {
        double x = LEFT + SIDE + 22.0;
        double y = TOP + 12.0;
        sheet.caption("area, 95 % interval", x, y, Anchor.START);
        for (int i = 0; i < one.curves().size(); i++) {
            RocCurve curve = one.curves().get(i);
            y += i == 0 ? 30 : 70;
            sheet.canvas().setPaint(Palette.ofClass(i).color());
            sheet.canvas().setStroke(stroke(i));
            sheet.canvas().draw(new Line2D.Double(x, y - 5, x + 30, y - 5));
            sheet.text(Sheet.cut(curve.name(), 15), x + 38, y, Anchor.START, Palette.INK, Theme.LABEL, false);
            sheet.text(
                    Numbers.decimal(curve.auroc().value()),
                    x + 38,
                    y + 19,
                    Anchor.START,
                    Palette.INK,
                    Theme.SMALL,
                    true);
            sheet.caption(Numbers.interval(curve.auroc()), x + 38, y + 37, Anchor.START);
        }
    }

    /** The curves over [0, span] of the horizontal axis and [1 − span, 1] of the vertical one. */
    private static XYPlot plot(ExperimentAnalysis one, double span, double tick) {
        List<List<Point>> lines = new ArrayList<>();
        lines.add(List.of(new Point(0, 0)));
        for (RocCurve curve : one.curves()) {
            lines.add(curve.points().isEmpty() ? List.of() : List.of(new Point(0, 1)));
        }
        ItemRenderer renderer = new ItemRenderer((canvas, place, series, index) -> {
            if (series == 0) {
                chance(canvas, place, span);
            } else {
                canvas.setPaint(Palette.ofClass(series - 1).color());
                canvas.setStroke(stroke(series - 1));
                canvas.draw(path(one.curves().get(series - 1).points(), place, span));
            }
        });
        String pattern = span < 1 ? "0.00" : "0.0";
        return Theme.plot(
                Data.series(lines),
                Theme.axis(0, span, tick, Theme.format(pattern)),
                Theme.axis(1 - span, 1, tick, Theme.format(pattern)),
                renderer,
                true,
                true);
    }

    private static void chance(SvgCanvas canvas, ItemRenderer.Place place, double span) {
        if (span == 1) {
            canvas.setPaint(Palette.MUTED.color());
            canvas.setStroke(Theme.dashed(1, 2, 4));
            canvas.draw(new Line2D.Double(place.x(0), place.y(0), place.x(1), place.y(1)));
        }
    }

    /** The curve cut to the visible square. */
    private static Path2D path(List<RocCurve.Point> points, ItemRenderer.Place place, double span) {
        Path2D path = new Path2D.Double();
        boolean open = false;
        for (int i = 1; i < points.size(); i++) {
            Line2D visible = clip(points.get(i - 1), points.get(i), span);
            if (visible != null) {
                if (!open) {
                    path.moveTo(place.x(visible.getX1()), place.y(visible.getY1()));
                    open = true;
                }
                path.lineTo(place.x(visible.getX2()), place.y(visible.getY2()));
            }
        }
        return path;
    }

    /** The part of a rising segment with x ≤ span and y ≥ 1 − span, or null. */
    private static Line2D clip(RocCurve.Point a, RocCurve.Point b, double span) {
        double dx = b.falsePositiveRate() - a.falsePositiveRate();
        double dy = b.truePositiveRate() - a.truePositiveRate();
        double from = dy == 0 ? 0 : Math.max(0, (1 - span - a.truePositiveRate()) / dy);
        double to = dx == 0 ? 1 : Math.min(1, (span - a.falsePositiveRate()) / dx);
        boolean outside = dy == 0 && a.truePositiveRate() < 1 - span || dx == 0 && a.falsePositiveRate() > span;
        return outside || from > to
                ? null
                : new Line2D.Double(
                        a.falsePositiveRate() + from * dx,
                        a.truePositiveRate() + from * dy,
                        a.falsePositiveRate() + to * dx,
                        a.truePositiveRate() + to * dy);
    }

    private static BasicStroke stroke(int index) {
        return switch (index % 4) {
            case 0 -> Theme.stroke(2);
            case 1 -> Theme.dashed(2, 9, 3);
            case 2 -> Theme.dashed(2, 4, 2);
            default -> Theme.dashed(2, 10, 3, 2, 3);
        };
    }

    private static DataTable table(ExperimentAnalysis one) {
        return new DataTable(
                List.of("Class", "AUROC", "95 % from", "95 % to", "Images of the class"),
                one.classes().stream()
                        .map(metrics -> List.of(
                                metrics.name(),
                                Numbers.decimal(metrics.auroc().value()),
                                Numbers.decimal(metrics.auroc().low()),
                                Numbers.decimal(metrics.auroc().high()),
                                String.valueOf(metrics.support())))
                        .toList());
    }
}
