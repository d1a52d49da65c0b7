package io.github.tumorbench.press.cards;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a card's template is filled with: named texts, lists and tables, and conditions. Values are never markup. */
public final class Facts {
    private static final Pattern SIGN = Pattern.compile("\\p{Punct}");

    private final Map<String, String> markdown = new TreeMap<>();
    private final Map<String, Boolean> conditions = new TreeMap<>();

    /** A text for {@code {{name}}}. */
    public Facts text(String name, String value) {
        return put(name, escape(value));
    }

    /** Items of a list for {@code {{name}}} alone on its line. */
    public Facts list(String name, List<String> items) {
        return put(name, items.stream().map(item -> "- " + escape(item)).collect(Collectors.joining("\n")));
    }

    /**
     * A table for {@code {{name}}} alone on its line.
     *
     * @param rows as wide as {@code columns}, the first cell naming the row
     */
    public Facts table(String name, String caption, List<String> columns, List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(row(columns));
        lines.add("|---" + "|---:".repeat(columns.size() - 1) + "|");
        rows.forEach(row -> lines.add(row(row)));
        lines.add("[" + escape(caption) + "]");
        return put(name, String.join("\n", lines));
    }

    /** A condition for <code>{{#name}}…{{/name}}</code> and, negated, <code>{{^name}}…{{/name}}</code>. */
    public Facts condition(String name, boolean holds) {
        if (conditions.put(name, holds) != null) {
            throw new IllegalArgumentException("the condition " + name + " is given twice");
        }
        return this;
    }

    Map<String, String> markdown() {
        return Collections.unmodifiableMap(markdown);
    }

    Map<String, Boolean> conditions() {
        return Collections.unmodifiableMap(conditions);
    }

    private Facts put(String name, String text) {
        if (markdown.put(name, text) != null) {
            throw new IllegalArgumentException("the fact " + name + " is given twice");
        }
        return this;
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Facts::escape).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Writes every sign that Markdown or HTML may read as markup as an entity, which neither does; line breaks become spaces. */
    private static String escape(String text) {
        return SIGN.matcher(text.replaceAll("[\\t\\n\\r\\f]+", " "))
                .replaceAll(sign -> "&#" + (int) sign.group().charAt(0) + ";");
    }
}
