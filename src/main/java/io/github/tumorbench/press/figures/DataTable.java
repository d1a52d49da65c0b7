package io.github.tumorbench.press.figures;

import java.util.List;

/**
 * The numbers a figure shows, as text.
 *
 * @param columns headings
 * @param rows cells in column order, formatted; undefined is an en dash
 */
public record DataTable(List<String> columns, List<List<String>> rows) {
    public DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("each row has one cell per column");
        }
    }
}
