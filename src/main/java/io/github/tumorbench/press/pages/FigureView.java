package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.figures.Figure;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A figure as a page shows it: the drawing itself is the file that can be downloaded, but for those whose marks can be asked.
 *
 * @param number in the report, from 1
 * @param reading empty where the page says already what one sees
 * @param width of the drawing
 * @param height of the drawing
 * @param svg the drawing as markup, made by the press itself, where its marks stand for rows of the table; else null
 * @param table the numbers behind it
 * @param csv where the numbers lie as a file
 * @param file where the drawing lies as a file
 */
public record FigureView(
        String id,
        int number,
        String title,
        String reading,
        String alternative,
        int width,
        int height,
        String svg,
        Table table,
        String csv,
        String file) {
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");

    /** In a drawing whose marks stand for rows of its table. */
    private static final String MARKED = " data-row";

    /** Folder of the figures' files within the site. */
    public static final String FOLDER = "data/figures/";

    static FigureView of(Figure figure, int number) {
        List<Table.Column> columns = figure.data().columns().stream()
                .map(label -> new Table.Column(label, "text"))
                .toList();
        List<List<Cell>> rows = figure.data().rows().stream()
                .map(row -> row.stream().map(Cell::text).toList())
                .toList();
        Matcher size = SIZE.matcher(figure.svg());
        if (!size.find()) {
            throw new IllegalArgumentException("a drawing without size: " + figure.id());
        }
        boolean marked = figure.svg().contains(MARKED);
        return new FigureView(
                figure.id(),
                number,
                figure.title(),
                Format.sentence(figure.reading()),
                figure.alternative(),
                Integer.parseInt(size.group(1)),
                Integer.parseInt(size.group(2)),
                marked ? figure.svg() : null,
                new Table(
                        "Numbers of figure " + number + ": " + figure.title(),
                        columns,
                        rows,
                        marked ? ids(rows.size()) : List.of()),
                figure.source() == null ? FOLDER + figure.id() + ".csv" : "record/" + figure.source(),
                FOLDER + figure.id() + ".svg");
    }

    private static List<String> ids(int rows) {
        return IntStream.rangeClosed(1, rows).mapToObj(row -> "image-" + row).toList();
    }

    /** The same where the page says already what it says. */
    FigureView withoutReading() {
        return new FigureView(id, number, title, "", alternative, width, height, svg, table, csv, file);
    }
}
