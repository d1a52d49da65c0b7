package io.github.tumorbench.press.site.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a page's data says, cell by cell, in either form and every version of it: a name of each cell that stays where other
 * tables come and go (the table's title, what its row and column are called), and what the cell says, note and all.
 */
final class PageCells {
    /** Folder of the pages' data within a version. */
    static final String FOLDER = "data/pages/";

    private final SortedMap<String, String> cells = new TreeMap<>();
    private final Map<String, Integer> seen = new HashMap<>();

    private PageCells() {}

    /** Of {@code {facts, tables, figures}}. */
    static SortedMap<String, String> ofJson(JsonNode data) {
        PageCells found = new PageCells();
        data.path("facts").forEach(fact -> found.fact(fact.path("name").asText(), said(fact)));
        for (JsonNode table : data.path("tables")) {
            String title = table.path("title").asText();
            if (table.has("cells")) {
                found.longRows(title, table.path("cells"));
            } else {
                List<String> columns = texts(table.path("columns"));
                table.path("rows").forEach(row -> found.row(title, columns, texts(row)));
            }
        }
        for (JsonNode figure : data.path("figures")) {
            for (String name : List.of("reading", "alternative")) {
                found.put(
                        "figure",
                        figure.path("id").asText(),
                        name,
                        figure.path(name).asText());
            }
        }
        return found.cells;
    }

    /** Of lines of cells, the first of which names them. */
    static SortedMap<String, String> ofTable(List<List<String>> lines) {
        PageCells found = new PageCells();
        if (lines.isEmpty()) {
            return found.cells;
        }
        if (lines.get(0).contains("kind")) {
            found.longLines(lines.subList(1, lines.size()));
        } else {
            found.wideLines(lines.subList(1, lines.size()));
        }
        return found.cells;
    }

    /** {@code section,kind,title,row,column,value,note}. */
    private void longLines(List<List<String>> lines) {
        String place = "";
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (List<String> line : lines) {
            String value = said(line.get(5), line.get(6));
            if (line.get(1).equals("facts")) {
                fact(line.get(4), value);
                continue;
            }
            String here = line.get(2) + '\n' + line.get(3);
            if (!here.equals(place)) {
                row(title(place), columns, values);
                columns.clear();
                values.clear();
                place = here;
            }
            columns.add(line.get(4));
            values.add(value);
        }
        row(title(place), columns, values);
    }

    private static String title(String place) {
        return place.lines().findFirst().orElse("");
    }

    /** {@code table,row,1,2,…}. */
    private void wideLines(List<List<String>> lines) {
        String title = "";
        List<String> columns = List.of();
        for (List<String> line : lines) {
            List<String> values = line.subList(2, line.size());
            switch (line.get(1)) {
                case "title" -> title = values.get(0);
                case "columns" -> columns = named(values);
                default -> row(title, columns, values.subList(0, Math.min(columns.size(), values.size())));
            }
        }
    }

    /** Lines are as wide as the widest table's. */
    private static List<String> named(List<String> columns) {
        int width = columns.size();
        while (width > 0 && columns.get(width - 1).isEmpty()) {
            width--;
        }
        return columns.subList(0, width);
    }

    /** Cells {@code {row, column, value, note}}. */
    private void longRows(String title, JsonNode all) {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        int row = 0;
        for (JsonNode cell : all) {
            if (cell.path("row").asInt() != row) {
                row(title, columns, values);
                columns.clear();
                values.clear();
                row = cell.path("row").asInt();
            }
            columns.add(cell.path("column").asText());
            values.add(said(cell));
        }
        row(title, columns, values);
    }

    private void fact(String name, String value) {
        row("", List.of("Name", "Value"), List.of(name, value));
    }

    /** A row is called as its first cell says. */
    private void row(String title, List<String> columns, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        String name = numbered(title + '/' + values.get(0));
        for (int i = 1; i < Math.min(columns.size(), values.size()); i++) {
            put(name, "", columns.get(i), values.get(i));
        }
    }

    private void put(String table, String row, String column, String value) {
        cells.put(numbered(table + '/' + row + '/' + column), value);
    }

    /** The same name another time. */
    private String numbered(String name) {
        int times = seen.merge(name, 1, Integer::sum);
        return times == 1 ? name : name + " (" + times + ")";
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one ->
                texts.add(one.isArray() ? said(one.path(0).asText(), one.path(1).asText()) : one.asText()));
        return texts;
    }

    private static String said(JsonNode cell) {
        return said(cell.path("value").asText(), cell.path("note").asText());
    }

    private static String said(String value, String note) {
        return note.isEmpty() ? value : value + " | " + note;
    }
}
