package io.github.tumorbench.press.pages;

import java.util.ArrayList;
import java.util.List;

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
