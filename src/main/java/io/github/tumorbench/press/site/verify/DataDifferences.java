package io.github.tumorbench.press.site.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tumorbench.press.site.versions.PageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Data of a version beside the same computed by another program, which may know more, or less, and may call things otherwise: each
 * number and each fact of the record that both have must be equal, other words need not be.
 *
 * @param problems one sentence for each number that differs
 * @param compared values that both have and that agree or are numbers
 * @param worded texts that the other program words otherwise, names of experiments for instance
 * @param alone values that only the version has
 */
record DataDifferences(List<String> problems, int compared, int worded, int alone) {
    DataDifferences {
        problems = List.copyOf(problems);
    }

    /**
     * Of two trees of JSON, leaf by leaf.
     *
     * @param fixed texts that may not be worded otherwise
     */
    static DataDifferences ofJson(String name, JsonNode published, JsonNode computed, Predicate<String> fixed) {
        Map<String, JsonNode> before = new TreeMap<>();
        leaves("", published, before);
        Map<String, JsonNode> after = new TreeMap<>();
        leaves("", computed, after);
        List<String> problems = new ArrayList<>();
        int compared = 0;
        int worded = 0;
        for (Map.Entry<String, JsonNode> leaf : before.entrySet()) {
            JsonNode other = after.get(leaf.getKey());
            if (other == null) {
                continue;
            }
            if (same(leaf.getValue(), other)) {
                compared++;
            } else if (reworded(leaf.getValue(), other, fixed)) {
                worded++;
            } else {
                compared++;
                problems.add("%s: expected %s, found %s, at %s".formatted(name, other, leaf.getValue(), leaf.getKey()));
            }
        }
        return new DataDifferences(
                TextDifferences.cut(problems, name), compared, worded, before.size() - compared - worded);
    }

    private static boolean reworded(JsonNode one, JsonNode other, Predicate<String> fixed) {
        return one.isTextual() && other.isTextual() && !fixed.test(one.asText()) && !fixed.test(other.asText());
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? TextDifferences.close(one.asDouble(), other.asDouble())
                : one.equals(other);
    }

    private static void leaves(String path, JsonNode node, Map<String, JsonNode> into) {
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> leaves(path + "/" + field.getKey(), field.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(path + "/" + i, node.get(i), into);
            }
        } else {
            into.put(path, node);
        }
    }

    /** Of what two pages' data says: cells that have the same name and the same words, number by number. */
    static DataDifferences ofPages(String name, Map<String, String> published, Map<String, String> computed) {
        List<String> problems = new ArrayList<>();
        int compared = 0;
        for (Map.Entry<String, String> cell : published.entrySet()) {
            String found = cell.getValue();
            String expected = computed.get(cell.getKey());
            if (expected != null && TextDifferences.sameWords(expected, found)) {
                compared++;
                if (!TextDifferences.close(PageText.numbersIn(expected), PageText.numbersIn(found))) {
                    problems.add("%s: expected %s, found %s, at %s".formatted(name, expected, found, cell.getKey()));
                }
            }
        }
        return new DataDifferences(TextDifferences.cut(problems, name), compared, 0, published.size() - compared);
    }

    /**
     * Of two tables: the columns both have, where they have as many rows.
     *
     * @param fixed texts that may not be worded otherwise, numbers aside
     */
    static DataDifferences ofTable(
            String name, List<List<String>> published, List<List<String>> computed, Predicate<String> fixed) {
        Predicate<String> exact = fixed.or(TextDifferences::isNumber);
        List<String> columns = published.isEmpty() ? List.of() : published.get(0);
        List<String> others = computed.isEmpty() ? List.of() : computed.get(0);
        List<String> problems = new ArrayList<>();
        int compared = 0;
        int worded = 0;
        int cells = 0;
        for (int row = 1; row < published.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                int other = others.indexOf(columns.get(column));
                cells++;
                if (other < 0 || published.size() != computed.size()) {
                    continue;
                }
                String found = published.get(row).get(column);
                String expected = computed.get(row).get(other);
                if (found.equals(expected) || TextDifferences.close(expected, found)) {
                    compared++;
                } else if (!exact.test(found) && !exact.test(expected)) {
                    worded++;
                } else {
                    compared++;
                    problems.add("%s: expected %s, found %s, in row %s, column %s"
                            .formatted(name, expected, found, row, columns.get(column)));
                }
            }
        }
        return new DataDifferences(TextDifferences.cut(problems, name), compared, worded, cells - compared - worded);
    }
}
