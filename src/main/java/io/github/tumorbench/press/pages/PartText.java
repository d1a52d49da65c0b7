package io.github.tumorbench.press.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Parts of a page as plain text for a terminal and as Markdown for a pull request. */
final class PartText {
    private static final String GAP = "  ";

    private PartText() {}

    /** Columns aligned by spaces, numbers to the right. */
    static String plain(String title, List<String> lead, List<Part> parts) {
        StringBuilder out = new StringBuilder();
        out.append(title).append('\n');
        lead.forEach(sentence -> out.append(sentence).append('\n'));
        for (Part part : parts) {
            out.append('\n').append(part.title()).append('\n');
            part.sentences()
                    .forEach(sentence -> out.append(GAP).append(sentence).append('\n'));
            part.tables().stream().filter(table -> !table.empty()).forEach(table -> table(table, out));
        }
        return out.toString();
    }

    private static void table(Table table, StringBuilder out) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns().stream().map(Table.Column::label).toList());
        table.rows().forEach(row -> lines.add(row.stream().map(PartText::text).toList()));
        List<Integer> widths = IntStream.range(0, table.columns().size())
                .mapToObj(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        for (List<String> line : lines) {
            StringBuilder cells = new StringBuilder();
            for (int column = 0; column < widths.size(); column++) {
                String space = " ".repeat(widths.get(column) - line.get(column).length());
                boolean number = table.columns().get(column).kind().equals("number");
                cells.append(GAP).append(number ? space + line.get(column) : line.get(column) + space);
            }
            out.append(cells.toString().stripTrailing()).append('\n');
        }
    }

    /** Headings of the second level on, tables of the GitHub flavour. */
    static String markdown(String title, List<String> lead, List<Part> parts) {
        StringBuilder out = new StringBuilder();
        out.append("## ").append(escape(title)).append('\n');
        lead.forEach(sentence -> out.append('\n').append(escape(sentence)).append('\n'));
        for (Part part : parts) {
            if (part.folded()) {
                out.append("\n<details><summary>").append(escape(part.title())).append("</summary>\n");
            } else {
                out.append("\n### ").append(escape(part.title())).append('\n');
            }
            part.sentences()
                    .forEach(sentence ->
                            out.append('\n').append(escape(sentence)).append('\n'));
            part.tables().stream().filter(table -> !table.empty()).forEach(table -> out.append('\n')
                    .append(markdown(table)));
            out.append(part.folded() ? "\n</details>\n" : "");
        }
        return out.toString();
    }

    private static String markdown(Table table) {
        StringBuilder out = new StringBuilder();
        out.append(line(table.columns().stream().map(Table.Column::label).toList()));
        out.append(line(table.columns().stream()
                .map(column -> column.kind().equals("number") ? "---:" : "---")
                .toList()));
        table.rows()
                .forEach(row -> out.append(line(
                        row.stream().map(PartText::text).map(PartText::escape).toList())));
        return out.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String text(Cell cell) {
        return cell.note().isEmpty() ? cell.text() : cell.text() + " (" + cell.note() + ")";
    }

    /** Keeps names from being taken for formatting, links or people. */
    private static String escape(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1").replace("@", "@\u200b");
    }
}
