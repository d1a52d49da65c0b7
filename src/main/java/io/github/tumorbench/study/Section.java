package io.github.tumorbench.study;

import io.github.tumorbench.study.Tree.Entry;
import io.github.tumorbench.study.Tree.Mapping;
import io.github.tumorbench.study.Tree.Scalar;
import io.github.tumorbench.study.Tree.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping of the study file while it is read. Each key that is asked for becomes a known one; {@link #finish} reports
 * the others. Problems are gathered, not thrown: a value that is wrong is replaced by its default or a placeholder, and
 * the study is thrown away at the end.
 */
final class Section {
    /** A node and the path that names it in messages. */
    record Item(String path, Tree tree) {}

    private final Problems problems;
    private final String path;
    private final int line;
    private final Map<String, Tree> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private Section(Problems problems, String path, Mapping mapping) {
        this.problems = problems;
        this.path = path;
        this.line = mapping.line();
        for (Entry entry : mapping.entries()) {
            Integer before = lines.putIfAbsent(entry.key(), entry.line());
            if (before == null) {
                values.put(entry.key(), entry.value());
            } else {
                problems.add(
                        at(entry.key()), entry.line(), "expected this key once, found it again after line " + before);
            }
        }
    }

    /** The section of a node, or a problem where it is no mapping. */
    static Optional<Section> of(Problems problems, Item item, String expected) {
        if (item.tree() instanceof Mapping mapping) {
            return Optional.of(new Section(problems, item.path(), mapping));
        }
        String found = item.tree().found();
        problems.add(item.path(), item.tree().line(), "expected " + expected + ", found " + found);
        return Optional.empty();
    }

    /** Whether the key is written, with a value or without. */
    boolean has(String key) {
        known.add(key);
        return values.containsKey(key);
    }

    /** The value of a key that must be there; the placeholder after a problem. */
    <T> T required(String key, Kind<T> kind, T placeholder) {
        Tree tree = value(key);
        return kind.read(tree).orElseGet(() -> {
            wrong(key, kind.expected(), tree.found());
            return placeholder;
        });
    }

    /** The value of a key, or the default where the key is not written. */
    <T> T optional(String key, Kind<T> kind, T fallback) {
        return has(key) ? required(key, kind, fallback) : fallback;
    }

    /** A section within, which must be there. */
    Optional<Section> section(String key, String expected) {
        return of(problems, new Item(at(key), value(key)), expected);
    }

    /** The node at a key with its path, whatever it is. */
    Item item(String key) {
        return new Item(at(key), value(key));
    }

    /** The items of a list that must be there and hold at least one. */
    List<Item> list(String key, String expected) {
        Tree tree = value(key);
        if (!(tree instanceof Sequence sequence) || sequence.items().isEmpty()) {
            wrong(key, expected, tree instanceof Sequence ? "an empty list" : tree.found());
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        for (Tree item : sequence.items()) {
            items.add(new Item(at(key) + "[" + items.size() + "]", item));
        }
        return items;
    }

    /** The keys of a mapping whose keys are names chosen by the author. */
    List<String> names() {
        known.addAll(values.keySet());
        return List.copyOf(values.keySet());
    }

    /** Reports a key's value. */
    void wrong(String key, String expected, String found) {
        problem(key, "expected " + expected + ", found " + found);
    }

    /** Reports something about a key, or about the section for an empty key. */
    void problem(String key, String sentence) {
        if (!key.isEmpty()) {
            known.add(key);
        }
        problems.add(at(key), line(key), sentence);
    }

    /** Reports something about a node. */
    void problem(Item item, String sentence) {
        problems.add(item.path(), item.tree().line(), sentence);
    }

    /** Reports every key that nobody asked for. */
    void finish() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                String hint = Nearest.to(key, known)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("known here: " + String.join(", ", known));
                problems.add(at(key), line(key), "unknown key; " + hint);
            }
        }
    }

    /** The path of a key, or of the section for an empty key. */
    String at(String key) {
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }

    /** The line of a key, or of the section where the key is not written. */
    private int line(String key) {
        return lines.getOrDefault(key, line);
    }

    private Tree value(String key) {
        known.add(key);
        return values.getOrDefault(key, new Scalar(line, "", false));
    }
}
