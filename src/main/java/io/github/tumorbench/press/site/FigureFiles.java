package io.github.tumorbench.press.site;

import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.figures.DataTable;
import io.github.tumorbench.press.figures.Figure;
import io.github.tumorbench.press.figures.Figures;
import io.github.tumorbench.press.pages.FigureView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Each figure as a drawing and as a table of its numbers. */
final class FigureFiles {
    private FigureFiles() {}

    static void write(StudyAnalysis analysis, SiteFolder site) {
        for (Figure figure : all(analysis)) {
            String name = FigureView.FOLDER + figure.id();
            site.write(name + ".svg", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + figure.svg());
            site.write(name + ".csv", csv(figure.data()));
        }
    }

    private static List<Figure> all(StudyAnalysis analysis) {
        List<Figure> figures = new ArrayList<>(Figures.of(analysis));
        analysis.experiments().parallelStream().map(Figures::of).toList().forEach(figures::addAll);
        return figures;
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
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
