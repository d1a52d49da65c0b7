package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.findings.Finding;
import io.github.tumorbench.press.analysis.findings.Findings;
import io.github.tumorbench.press.analysis.metrics.ConfusionMatrix;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.figures.Data.Point;
import io.github.tumorbench.press.figures.Palette.Tone;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.plot.XYPlot;

/** True classes as rows, predicted ones as columns; each cell with its count and share of the row. */
final class ConfusionFigure {
    /** Opacity of a cell that holds its whole row; low enough for text to stand out in both colour schemes. */
    static final double DEEPEST = 0.5;

    private static final int TOP = 48;

    private ConfusionFigure() {}

    static Figure of(ExperimentAnalysis one) {
        String id = Sheet.id(Figures.CONFUSION, one.id());
        String title = "Confusion matrix of " + one.name();
        ConfusionMatrix matrix = one.confusion();
        String alternative = "Table of true classes (rows) against predicted classes (columns), counts of images. "
                + rows(matrix).stream()
                        .map(row -> row.get(0) + ": "
                                + row.subList(1, row.size() - 1).stream().collect(Collectors.joining(", ")) + ".")
                        .collect(Collectors.joining(" "));
        String reading = Findings.of(one).stream()
                .filter(finding -> finding.section().equals(Findings.CONFUSION))
                .map(Finding::sentence)
                .findFirst()
                .orElse("There is no test image to confuse.");
        List<String> columns = new ArrayList<>(List.of("True class"));
        matrix.classes().forEach(name -> columns.add("Predicted " + name));
        columns.add("Images");
        return new Figure(
                id,
                title,
                reading,
                alternative,
                svg(matrix, id, title, alternative),
                new DataTable(columns, rows(matrix)));
    }

    private static List<List<String>> rows(ConfusionMatrix matrix) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < matrix.classes().size(); row++) {
            List<String> cells = new ArrayList<>(List.of(matrix.classes().get(row)));
            for (int column = 0; column < matrix.classes().size(); column++) {
                cells.add("%s (%s)".formatted(matrix.count(row, column), Numbers.percent(matrix.share(row, column))));
            }
            cells.add(String.valueOf(matrix.support(row)));
            rows.add(cells);
        }
        return rows;
    }

    private static String svg(ConfusionMatrix matrix, String id, String title, String alternative) {
        int size = matrix.classes().size();
        double left = Math.max(
                84,
                14
                        + matrix.classes().stream()
                                .mapToDouble(name -> Sheet.width(Sheet.cut(name, 16), Theme.LABEL))
                                .max()
                                .orElse(0));
        double cell = (Theme.WIDTH - left) / Math.max(1, size);
        double tall = Math.max(44, Math.min(84, cell * 0.66));
        Sheet sheet = new Sheet(id, (int) Math.ceil(TOP + tall * size) + 4);
        sheet.plot(plot(matrix, cell), left, TOP, Theme.WIDTH - left, tall * size);
        sheet.caption("predicted class", left + (Theme.WIDTH - left) / 2, 14, Anchor.MIDDLE);
        sheet.caption("true class", 0, TOP - 10.0, Anchor.START);
        int letters = (int) Math.max(3, (cell - 8) / (0.58 * Theme.LABEL));
        for (int i = 0; i < size; i++) {
            String name = matrix.classes().get(i);
            double y = TOP + tall * (i + 0.5);
            sheet.text(
                    Sheet.cut(name, letters),
                    left + cell * (i + 0.5),
                    TOP - 10.0,
                    Anchor.MIDDLE,
                    Palette.INK,
                    Theme.LABEL,
                    false);
            sheet.text(Sheet.cut(name, 16), 0, y - 2, Anchor.START, Palette.INK, Theme.LABEL, false);
            sheet.caption("n = " + matrix.support(i), 0, y + 15, Anchor.START);
        }
        return sheet.svg(title, alternative);
    }

    private static XYPlot plot(ConfusionMatrix matrix, double width) {
        int size = matrix.classes().size();
        List<Point> points = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                points.add(new Point(column + 0.5, size - row - 0.5));
            }
        }
        return Theme.plot(
                Data.series(List.of(points)),
                Theme.hidden(0, Math.max(1, size)),
                Theme.hidden(0, Math.max(1, size)),
                new ItemRenderer((canvas, place, series, index) -> {
                    int row = index / size;
                    int column = index % size;
                    Rectangle2D box = place.box(column, size - row, column + 1.0, size - row - 1.0);
                    cell(canvas, box, matrix, row, column);
                }),
                false,
                false);
    }

    private static void cell(SvgCanvas canvas, Rectangle2D box, ConfusionMatrix matrix, int row, int column) {
        int count = matrix.count(row, column);
        Double share = matrix.share(row, column);
        Tone tone = row == column ? Palette.RIGHT : Palette.WRONG;
        Rectangle2D inner =
                new Rectangle2D.Double(box.getX() + 1.5, box.getY() + 1.5, box.getWidth() - 3, box.getHeight() - 3);
        canvas.setPaint(
                count == 0
                        ? Theme.translucent(Palette.GRID, 0.4)
                        : Theme.translucent(tone, DEEPEST * Math.max(0.12, Math.sqrt(share))));
        canvas.fill(inner);
        boolean quiet = count == 0;
        canvas.setPaint((quiet ? Palette.MUTED : Palette.INK).color());
        canvas.setFont(Theme.font(17, !quiet));
        canvas.text(String.valueOf(count), box.getCenterX(), box.getCenterY() - (quiet ? -6 : 1), Anchor.MIDDLE);
        if (!quiet) {
            canvas.setFont(Theme.font(Theme.SMALL, false));
            canvas.text(Numbers.percent(share), box.getCenterX(), box.getCenterY() + 17, Anchor.MIDDLE);
        }
    }
}
