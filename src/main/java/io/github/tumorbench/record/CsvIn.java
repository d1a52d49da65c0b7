package io.github.tumorbench.record;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with known columns. Problems are gathered with their line; the first {@link #MOST} of a file are told. */
final class CsvIn {
    static final int MOST = 20;
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).build();

    private final String name;
    private final List<String> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> problems;
    private final Map<String, Long> keys = new HashMap<>();
    private int found;

    private CsvIn(String name, List<String> columns, List<String> problems) {
        this.name = name;
        this.columns = columns;
        columns.forEach(column -> places.putIfAbsent(column, places.size()));
        this.problems = problems;
    }

    /**
     * Reads all rows, in order.
     *
     * @param problems where problems are put; if any are, what is returned is not to be used
     * @param read makes a value of a row; after a problem it gets placeholders
     */
    static <T> List<T> read(Path file, List<String> columns, List<String> problems, Function<Row, T> read) {
        CsvIn in = new CsvIn(file.toString(), columns, problems);
        List<T> values = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8), FORMAT)) {
            boolean header = true;
            for (CSVRecord record : parser) {
                if (header) {
                    in.checkHeader(record.toList());
                } else if (record.size() != columns.size()) {
                    in.add(
                            parser.getCurrentLineNumber(),
                            "expected " + columns.size() + " cells, found " + record.size());
                } else {
                    values.add(read.apply(in.new Row(record, parser.getCurrentLineNumber())));
                }
                header = false;
            }
            if (header) {
                throw new InputException(file + ": expected a line of column names, found an empty file");
            }
        } catch (InputException e) {
            problems.addAll(e.problems());
        } catch (IOException e) {
            problems.add(in.unreadable(file, e));
        } catch (UncheckedIOException e) {
            problems.add(in.unreadable(file, e.getCause()));
        }
        in.tellRest();
        return values;
    }

    private void checkHeader(List<String> header) {
        List<String> wrong = new ArrayList<>();
        Set<String> there = new HashSet<>(header);
        columns.stream()
                .filter(column -> !there.contains(column))
                .forEach(column -> wrong.add(name + ": line 1: expected a column " + column + ", found none"));
        new LinkedHashSet<>(header)
                .stream()
                        .filter(column -> !columns.contains(column))
                        .forEach(column -> wrong.add(name + ": line 1: unknown column " + column));
        if (wrong.isEmpty() && !header.equals(columns)) {
            wrong.add(name + ": line 1: expected the columns " + String.join(",", columns) + ", found "
                    + String.join(",", header));
        }
        if (!wrong.isEmpty()) {
            throw new InputException(wrong);
        }
    }

    private String unreadable(Path file, IOException e) {
        return e instanceof CharacterCodingException
                ? name + ": expected text in UTF-8, found other bytes"
                : Io.refused(file, "a readable file", e).getMessage();
    }

    private void add(long line, String sentence) {
        found++;
        if (found <= MOST) {
            problems.add(name + ": line " + line + ": " + sentence);
        }
    }

    private void tellRest() {
        if (found > MOST) {
            problems.add(name + ": and " + (found - MOST) + " problems more");
        }
    }

    /** One row while it is read. */
    final class Row {
        private final CSVRecord cells;
        private final long line;
        private boolean clean = true;

        private Row(CSVRecord cells, long line) {
            this.cells = cells;
            this.line = line;
        }

        /** Whether no problem was found in the row so far. */
        boolean clean() {
            return clean;
        }

        void problem(String sentence) {
            clean = false;
            add(line, sentence);
        }

        void wrong(String column, String expected, String value) {
            problem(column + ": expected " + expected + ", found " + (value.isEmpty() ? "nothing" : value));
        }

        /** Refuses a row whose key an earlier row has. */
        void unique(String what, String key) {
            Long before = keys.putIfAbsent(key, line);
            if (before != null) {
                problem("expected each " + what + " once, found " + key + " again after line " + before);
            }
        }

        String textOrNull(String column) {
            String cell = cells.get(places.get(column));
            return cell.isEmpty() ? null : cell;
        }

        String text(String column) {
            return value(column, "text", text -> text, "");
        }

        /** Text that must be among others. */
        String among(String column, Set<String> known, String expected) {
            String text = text(column);
            if (!text.isEmpty() && !known.contains(text)) {
                wrong(column, expected, text);
            }
            return text;
        }

        int integer(String column) {
            return value(column, "an integer", Integer::valueOf, 0);
        }

        Integer integerOrNull(String column) {
            return textOrNull(column) == null ? null : (Integer) integer(column);
        }

        double number(String column) {
            return value(column, "a number", Numbers::parse, 0.0);
        }

        Double numberOrNull(String column) {
            return textOrNull(column) == null ? null : (Double) number(column);
        }

        boolean flag(String column) {
            return value(column, "true or false", CsvIn::truth, false);
        }

        Boolean flagOrNull(String column) {
            return textOrNull(column) == null ? null : (Boolean) flag(column);
        }

        /** Several values in one cell, separated by single spaces; an empty cell holds none. */
        <T> List<T> list(String column, String expected, Function<String, T> parse) {
            if (textOrNull(column) == null) {
                return List.of();
            }
            return value(
                    column,
                    expected,
                    text -> java.util.Arrays.stream(text.split(" ", -1))
                            .map(parse)
                            .toList(),
                    List.of());
        }

        /** The parsed cell, or the placeholder after a problem; parsing fails with an {@link IllegalArgumentException}. */
        private <T> T value(String column, String expected, Function<String, T> parse, T placeholder) {
            String cell = cells.get(places.get(column));
            try {
                if (!cell.isEmpty()) {
                    return parse.apply(cell);
                }
            } catch (IllegalArgumentException e) {
                // Told below, with the place.
            }
            wrong(column, expected, cell);
            return placeholder;
        }
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }
}
