package io.github.tumorbench.press.pages;

import java.util.ArrayList;
import java.util.List;
import org.unbescape.html.HtmlEscape;

/**
 * A table of formatted cells.
 *
 * @param caption what it shows
 * @param columns headings
 * @param rows cells in column order
 * @param ids of the rows, so that each has an address; empty for none
 */
public record Table(String caption, List<Column> columns, List<List<Cell>> rows, List<String> ids) {
    public Table {
        columns = List.copyOf(columns);
        ids = List.copyOf(ids);
        rows = rows.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("each row has one cell per column: " + caption);
        }
        if (!ids.isEmpty() && ids.size() != rows.size()) {
            throw new IllegalArgumentException("each row has an id or none has: " + caption);
        }
    }

    /** A table whose rows have no address. */
    public Table(String caption, List<Column> columns, List<List<Cell>> rows) {
        this(caption, columns, rows, List.of());
    }

    /** A heading; {@code kind} as that of its cells. */
    public record Column(String label, String kind) {}

    /** Whether there is anything to show. */
    public boolean empty() {
        return rows.isEmpty();
    }

    /**
     * The rows as markup, each on one line; a template would take a third of a report's time for its thousands of them. Cells and
     * rows lack the end tags that HTML lets one leave out (section 13.1.2.4), as rows are most of a report's bytes.
     */
    public String body() {
        StringBuilder out = new StringBuilder("\n");
        for (int row = 0; row < rows.size(); row++) {
            out.append("<tr");
            if (!ids.isEmpty()) {
                out.append(" id=\"").append(escaped(ids.get(row))).append('"');
            }
            out.append('>');
            rows.get(row).forEach(cell -> cell(cell, out));
            out.append('\n');
        }
        return out.toString();
    }

    private static void cell(Cell cell, StringBuilder out) {
        switch (cell.kind()) {
            case "head" -> out.append("<th scope=\"row\">");
            case "text" -> out.append("<td>");
            default -> out.append("<td class=\"").append(escaped(cell.kind())).append("\">");
        }
        if (cell.href() == null) {
            out.append(escaped(cell.text()));
        } else {
            out.append("<a href=\"").append(escaped(cell.href())).append("\">");
            out.append(escaped(cell.text())).append("</a>");
        }
        if (!cell.note().isEmpty()) {
            out.append("<small>").append(escaped(cell.note())).append("</small>");
        }
    }

    private static String escaped(String text) {
        return HtmlEscape.escapeHtml4Xml(text);
    }

    /** Headings by name; one that begins with {@code #} stands above numbers. */
    static List<Column> columns(String... labels) {
        List<Column> columns = new ArrayList<>();
        for (String label : labels) {
            boolean number = label.startsWith("#");
            columns.add(new Column(number ? label.substring(1) : label, number ? "number" : "text"));
        }
        return columns;
    }
}
