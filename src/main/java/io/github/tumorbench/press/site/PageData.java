package io.github.tumorbench.press.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says in facts and tables, for programs: read from the page itself, so that it can never say anything else.
 * Figures are named with the files of their numbers; numbers are rounded as on the page, {@code metrics.json} has them whole.
 *
 * <p>As JSON: {@code {schemaVersion, page, title, unrounded, facts: [{section, name, value, note?}], tables: [{section, title,
 * columns, rows}], figures: [{id, title, reading, alternative, csv, svg}]}}. A cell is its value or, where it has a note in
 * small print, {@code [value, note]}.
 *
 * <p>As CSV, as wide as the widest table: lists of facts and tables by number in the page's order, of each a line {@code title}
 * (title, section), a line {@code columns} (their names), then its rows from 1. A note follows its value after {@value #BAR}.
 */
final class PageData {
    /** Version of both forms; 1 had a line for each cell. */
    static final int SCHEMA_VERSION = 2;

    /** Between value and note in the CSV. */
    static final String BAR = " | ";

    private final String page;
    private final Document document;
    private final List<Block> blocks;

    private PageData(String page, Document document) {
        this.page = page;
        this.document = document;
        this.blocks = document.select("main dl, main table").stream()
                .filter(one -> one.closest("figure") == null)
                .map(one -> one.normalName().equals("dl") ? facts(one) : table(one))
                .toList();
    }

    static PageData of(String page, Document document) {
        return new PageData(page, document);
    }

    /** A list of facts or a table. */
    private record Block(String section, boolean facts, String title, List<String> columns, List<List<Item>> rows) {}

    /** One cell. */
    private record Item(String value, String note) {
        JsonNode json() {
            TextNode text = TextNode.valueOf(value);
            return note.isEmpty()
                    ? text
                    : JsonNodeFactory.instance.arrayNode().add(text).add(note);
        }

        String csv() {
            return note.isEmpty() ? value : value + BAR + note;
        }
    }

    /** One object; {@code facts}, {@code tables} and {@code figures} in the page's order. */
    ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schemaVersion", SCHEMA_VERSION).put("page", page).put("title", heading());
        root.put("unrounded", "data/metrics.json");
        ArrayNode facts = root.putArray("facts");
        ArrayNode tables = root.putArray("tables");
        for (Block block : blocks) {
            if (block.facts()) {
                block.rows().forEach(row -> fact(facts.addObject().put("section", block.section()), row));
            } else {
                table(tables.addObject().put("section", block.section()), block);
            }
        }
        figures(root.putArray("figures"));
        return root;
    }

    private static void fact(ObjectNode node, List<Item> row) {
        node.put("name", row.get(0).value()).put("value", row.get(1).value());
        if (!row.get(1).note().isEmpty()) {
            node.put("note", row.get(1).note());
        }
    }

    private static void table(ObjectNode node, Block block) {
        node.put("title", block.title());
        ArrayNode columns = node.putArray("columns");
        block.columns().forEach(columns::add);
        ArrayNode rows = node.putArray("rows");
        block.rows().forEach(row -> {
            ArrayNode cells = rows.addArray();
            row.forEach(item -> cells.add(item.json()));
        });
    }

    String csv() {
        int width = blocks.stream()
                .flatMap(block -> Stream.concat(Stream.of(block.columns()), block.rows().stream()))
                .mapToInt(List::size)
                .max()
                .orElse(0);
        Lines lines = new Lines(Math.max(2, width));
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            String number = Integer.toString(i + 1);
            lines.add(number, "title", List.of(block.title(), block.section()));
            lines.add(number, "columns", block.columns());
            for (int row = 0; row < block.rows().size(); row++) {
                lines.add(
                        number,
                        Integer.toString(row + 1),
                        block.rows().get(row).stream().map(Item::csv).toList());
            }
        }
        return lines.text.toString();
    }

    /** Lines of equally many cells. */
    private static final class Lines {
        private final StringBuilder text = new StringBuilder();
        private final int width;

        Lines(int width) {
            this.width = width;
            add(
                    "table",
                    "row",
                    IntStream.rangeClosed(1, width).mapToObj(Integer::toString).toList());
        }

        void add(String table, String row, List<String> cells) {
            List<String> line = new ArrayList<>(List.of(table, row));
            line.addAll(cells);
            line.addAll(Collections.nCopies(width - cells.size(), ""));
            text.append(FigureFiles.line(line));
        }
    }

    private String heading() {
        Element heading = document.selectFirst("h1");
        return heading == null ? document.title() : heading.text();
    }

    private void figures(ArrayNode figures) {
        for (Element figure : document.select("main figure.chart")) {
            ObjectNode node =
                    figures.addObject().put("id", figure.id()).put("title", text(figure, "figcaption strong"));
            node.put("reading", text(figure, "figcaption span")).put("alternative", text(figure, "svg desc"));
            figure.select("a[href$=.csv]").stream().findFirst().ifPresent(link -> node.put("csv", link.attr("href")));
            figure.select("a[href$=.svg]").stream().findFirst().ifPresent(link -> node.put("svg", link.attr("href")));
        }
    }

    private static Block facts(Element list) {
        List<List<Item>> rows = new ArrayList<>();
        for (Element name : list.select("dt")) {
            Element value = name.nextElementSibling();
            if (value != null && value.normalName().equals("dd")) {
                rows.add(List.of(new Item(plain(name.text()), ""), item(value)));
            }
        }
        return new Block(section(list), true, "", List.of("Name", "Value"), rows);
    }

    private static Block table(Element table) {
        List<List<Item>> rows = table.select("tbody tr").stream()
                .map(row -> row.children().stream().map(PageData::item).toList())
                .toList();
        return new Block(
                section(table),
                false,
                text(table, "caption"),
                table.select("thead tr:last-child > *").eachText(),
                rows);
    }

    private static Item item(Element cell) {
        Element note = cell.selectFirst("small");
        if (note == null) {
            return new Item(plain(cell.text()), "");
        }
        Element words = cell.clone();
        words.selectFirst("small").remove();
        return new Item(plain(words.text()), plain(note.text()));
    }

    /** The id of the nearest heading's section; empty before the first. */
    private static String section(Element one) {
        for (Element at = one.parent(); at != null; at = at.parent()) {
            String id = at.hasAttr("aria-labelledby") ? at.attr("aria-labelledby") : at.id();
            if (at.normalName().equals("section") && !id.isEmpty()) {
                return id;
            }
        }
        return "";
    }

    private static String text(Element within, String selector) {
        Element found = within.selectFirst(selector);
        return found == null ? "" : plain(found.text());
    }

    /** No-break spaces keep a line together on a page only. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    }
}
