package io.github.tumorbench.press.site;

import io.github.tumorbench.press.figures.DataTable;
import io.github.tumorbench.press.figures.FigureBook;
import io.github.tumorbench.press.pages.FigureView;
import java.util.List;
import java.util.stream.Collectors;

/** Each figure as a drawing and, where the record has no such table, as a table of its numbers. */
final class FigureFiles {
    private FigureFiles() {}

    static void write(FigureBook figures, SiteFolder site) {
        figures.all().parallelStream().forEach(figure -> {
            String name = FigureView.FOLDER + figure.id();
            site.write(name + ".svg", figure.file());
            if (figure.source() == null) {
                site.write(name + ".csv", csv(figure.data()));
            }
        });
    }

    /** RFC 4180 but for the line ends, which are {@code \n}. */
    static String csv(DataTable table) {
        StringBuilder out = new StringBuilder();
        out.append(line(table.columns()));
        table.rows().forEach(row -> out.append(line(row)));
        return out.toString();
    }

    /** One line of such a file. */
    static String line(List<String> cells) {
        return cells.stream().map(FigureFiles::cell).collect(Collectors.joining(",", "", "\n"));
    }

    private static String cell(String text) {
        boolean quoted =
                text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
