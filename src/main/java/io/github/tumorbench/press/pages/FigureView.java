package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.figures.Figure;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A figure as a page shows it.
 *
 * @param svg markup, made by the press itself
 * @param size CSS that keeps the drawing from growing until its text is larger than the page's
 * @param table the numbers behind it
 * @param csv where the numbers lie as a file
 * @param file where the drawing lies as a file
 */
public record FigureView(
        String id,
        String title,
        String reading,
        String alternative,
        String svg,
        String size,
        Table table,
        String csv,
        String file) {
    private static final Pattern WIDTH = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"");

    /** How much larger than drawn a figure is shown at most: its text is then about as large as the page's small text. */
    private static final double LARGEST = 1.15;

    /** In a drawing whose marks stand for rows of its table. */
    private static final String MARKED = " data-row=";

    /** Folder of the figures' files within the site. */
    public static final String FOLDER = "data/figures/";

    static FigureView of(Figure figure) {
        List<Table.Column> columns = figure.data().columns().stream()
                .map(label -> new Table.Column(label, "text"))
                .toList();
        List<List<Cell>> rows = figure.data().rows().stream()
                .map(row -> row.stream().map(Cell::text).toList())
                .toList();
        List<String> ids = figure.svg().contains(MARKED) ? ids(figure.id(), rows.size()) : List.of();
        return new FigureView(
                figure.id(),
                figure.title(),
                Format.sentence(figure.reading()),
                figure.alternative(),
                figure.svg(),
                size(figure.svg()),
                new Table("Numbers of the figure: " + figure.title(), columns, rows, ids),
                FOLDER + figure.id() + ".csv",
                FOLDER + figure.id() + ".svg");
    }

    private static List<String> ids(String figure, int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(row -> figure + "-" + row)
                .toList();
    }

    /** The same where the page says already what it says. */
    FigureView withoutReading() {
        return new FigureView(id, title, "", alternative, svg, size, table, csv, file);
    }

    private static String size(String svg) {
        Matcher width = WIDTH.matcher(svg);
        return width.find()
                ? String.format(Locale.ROOT, "max-width:%.0fpx", LARGEST * Integer.parseInt(width.group(1)))
                : "";
    }
}
