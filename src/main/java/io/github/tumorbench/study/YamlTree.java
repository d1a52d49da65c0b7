package io.github.tumorbench.study;

import io.github.tumorbench.study.Tree.Entry;
import io.github.tumorbench.study.Tree.Mapping;
import io.github.tumorbench.study.Tree.Scalar;
import io.github.tumorbench.study.Tree.Sequence;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * YAML text as a {@link Tree}. Built from the parser's events, so that plain and quoted values stay apart, keys written
 * twice are seen and nothing is resolved by YAML 1.1's rules ({@code 1e-3}, {@code 010}, {@code no}). Anchors, aliases,
 * tags and several documents in one file are refused: a study is short, and reads better without.
 */
final class YamlTree {
    private final String name;
    private final Iterator<Event> events;

    private YamlTree(String name, Iterator<Event> events) {
        this.name = name;
        this.events = events;
    }

    /**
     * Parses one document.
     *
     * @param name how to call the text in messages
     * @throws InputException if it is no YAML or empty
     */
    static Tree parse(String name, String yaml) {
        try {
            Iterator<Event> events =
                    new Yaml(new LoaderOptions()).parse(new StringReader(yaml)).iterator();
            return new YamlTree(name, events).document();
        } catch (MarkedYAMLException e) {
            throw new InputException(name + ": expected YAML, found an error at line "
                    + (e.getProblemMark().getLine() + 1) + ", column "
                    + (e.getProblemMark().getColumn() + 1) + ": " + oneLine(e.getProblem()));
        } catch (YAMLException e) {
            throw new InputException(name + ": expected YAML, found an error: " + oneLine(e.getMessage()));
        }
    }

    private Tree document() {
        events.next();
        Event start = events.next();
        if (start.is(ID.StreamEnd)) {
            throw new InputException(name + ": expected a study, found an empty file");
        }
        Tree tree = node(events.next(), 0);
        events.next();
        Event end = events.next();
        if (!end.is(ID.StreamEnd)) {
            throw refused(end, "expected one document, found a second");
        }
        return tree;
    }

    private Tree node(Event event, int depth) {
        if (depth > Tree.DEPTH) {
            throw refused(event, "expected at most " + Tree.DEPTH + " levels, found more");
        }
        if (event instanceof AliasEvent || ((NodeEvent) event).getAnchor() != null) {
            throw refused(event, "expected plain values, found an anchor or alias; write the value out");
        }
        if (event instanceof ScalarEvent scalar) {
            boolean tagged = scalar.getTag() != null && !scalar.getTag().equals("!");
            if (tagged) {
                throw refused(event, "expected a plain value, found the tag " + scalar.getTag());
            }
            return new Scalar(line(event), scalar.getValue(), !scalar.isPlain());
        }
        return event.is(ID.SequenceStart) ? sequence(event, depth) : mapping(event, depth);
    }

    private Tree sequence(Event start, int depth) {
        List<Tree> items = new ArrayList<>();
        for (Event event = events.next(); !event.is(ID.SequenceEnd); event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Sequence(line(start), items);
    }

    private Tree mapping(Event start, int depth) {
        List<Entry> entries = new ArrayList<>();
        for (Event event = events.next(); !event.is(ID.MappingEnd); event = events.next()) {
            if (!(node(event, depth + 1) instanceof Scalar key)) {
                throw refused(event, "expected a word as key, found a mapping or list");
            }
            entries.add(new Entry(key.line(), key.text(), node(events.next(), depth + 1)));
        }
        return new Mapping(line(start), entries);
    }

    private InputException refused(Event event, String sentence) {
        return new InputException(name + ": " + sentence + " (line " + line(event) + ")");
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
