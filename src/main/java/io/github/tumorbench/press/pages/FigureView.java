package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.figures.Figure;
import java.util.List;

/**
 * A figure as a page shows it.
 *
 * @param svg markup, made by the press itself
 * @param table the numbers behind it
 * @param csv where the numbers lie as a file
 * @param file where the drawing lies as a file
 */
public record FigureView(
        String id, String title, String reading, String alternative, String svg, Table table, String csv, String file) {

    /** Folder of the figures' files within the site. */
    public static final String FOLDER = "data/figures/";

    static FigureView of(Figure figure) {
        List<Table.Column> columns = figure.data().columns().stream()
                .map(label -> new Table.Column(label, "text"))
                .toList();
        List<List<Cell>> rows = figure.data().rows().stream()
                .map(row -> row.stream().map(Cell::text).toList())
                .toList();
        return new FigureView(
                figure.id(),
                figure.title(),
                figure.reading(),
                figure.alternative(),
                figure.svg(),
                new Table("Numbers of the figure: " + figure.title(), columns, rows),
                FOLDER + figure.id() + ".csv",
                FOLDER + figure.id() + ".svg");
    }
}
