package io.github.tumorbench.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as CSV: comma, quotes only where needed, {@code \n}, null as an empty cell. */
final class CsvOut {
    static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setRecordSeparator("\n")
            .setNullString("")
            .build();

    /** The cells of one row, in the order of the columns. */
    static final class Cells {
        private final List<String> cells = new ArrayList<>();

        Cells text(Object value) {
            cells.add(value == null ? null : value.toString());
            return this;
        }

        /** @throws IllegalArgumentException unless finite */
        Cells number(double value) {
            cells.add(Numbers.text(value));
            return this;
        }

        Cells numberOrNull(Double value) {
            return value == null ? text(null) : number(value);
        }

        Cells numbers(List<Double> values) {
            values.forEach(this::number);
            return this;
        }
    }

    private CsvOut() {}

    /**
     * The whole file.
     *
     * @throws IllegalArgumentException naming column and row if a number is not finite or a row has another length
     */
    static <T> byte[] bytes(List<String> columns, List<T> rows, BiConsumer<T, Cells> fill) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            printer.printRecord(columns);
            for (int i = 0; i < rows.size(); i++) {
                printer.printRecord(cells(columns, rows.get(i), i, fill));
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail as files do", e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static <T> List<String> cells(List<String> columns, T row, int index, BiConsumer<T, Cells> fill) {
        Cells cells = new Cells();
        try {
            fill.accept(row, cells);
        } catch (IllegalArgumentException e) {
            String column = columns.get(Math.min(cells.cells.size(), columns.size() - 1));
            throw new IllegalArgumentException("row " + (index + 1) + ", " + column + ": " + e.getMessage(), e);
        }
        if (cells.cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "row " + (index + 1) + ": expected " + columns.size() + " values, found " + cells.cells.size());
        }
        return cells.cells;
    }
}
