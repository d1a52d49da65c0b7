package io.github.tumorbench.press.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says in facts and tables, for programs: read from the page itself, so that it can never say anything else.
 * Figures are named with the files of their numbers; numbers are rounded as on the page, {@code metrics.json} has them whole.
 */
final class PageData {
    /** Version of both forms. */
    static final int SCHEMA_VERSION = 1;

    private static final List<String> COLUMNS = List.of("section", "kind", "title", "row", "column", "value", "note");

    private final String page;
    private final Document document;
    private final List<Block> blocks = new ArrayList<>();

    private PageData(String page, Document document) {
        this.page = page;
        this.document = document;
        document.select("main dl, main table").stream()
                .filter(one -> one.closest("figure") == null)
                .forEach(one -> blocks.add(one.normalName().equals("dl") ? facts(one) : table(one)));
    }

    static PageData of(String page, String html) {
        return new PageData(page, Html.parse(html));
    }

    /** A list of facts or a table, cell by cell. */
    private record Block(String section, String kind, String title, List<Item> items) {}

    /** One cell. */
    private record Item(int row, String column, String value, String note) {}

    /** One object; {@code facts}, {@code tables} and {@code figures} in the page's order. */
    ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schemaVersion", SCHEMA_VERSION).put("page", page).put("title", heading());
        root.put("unrounded", "data/metrics.json");
        ArrayNode facts = root.putArray("facts");
        ArrayNode tables = root.putArray("tables");
        for (Block block : blocks) {
            if (block.kind().equals("facts")) {
                block.items().forEach(item -> node(facts.addObject().put("section", block.section()), item, "name"));
            } else {
                ObjectNode table =
                        tables.addObject().put("section", block.section()).put("title", block.title());
                ArrayNode cells = table.putArray("cells");
                block.items().forEach(item -> node(cells.addObject().put("row", item.row()), item, "column"));
            }
        }
        figures(root.putArray("figures"));
        return root;
    }

    /** The same in long form, one line for each fact or cell. */
    String csv() {
        StringBuilder out = new StringBuilder(FigureFiles.line(COLUMNS));
        for (Block block : blocks) {
            for (Item item : block.items()) {
                out.append(FigureFiles.line(List.of(
                        block.section(),
                        block.kind(),
                        block.title(),
                        Integer.toString(item.row()),
                        item.column(),
                        item.value(),
                        item.note())));
            }
        }
        return out.toString();
    }

    private String heading() {
        Element heading = document.selectFirst("h1");
        return heading == null ? document.title() : heading.text();
    }

    private static void node(ObjectNode node, Item item, String name) {
        node.put(name, item.column()).put("value", item.value());
        if (!item.note().isEmpty()) {
            node.put("note", item.note());
        }
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
        List<Item> items = new ArrayList<>();
        for (Element name : list.select("dt")) {
            Element value = name.nextElementSibling();
            if (value != null && value.normalName().equals("dd")) {
                items.add(item(items.size() + 1, name.text(), value));
            }
        }
        return new Block(section(list), "facts", "", items);
    }

    private static Block table(Element table) {
        List<String> columns = table.select("thead tr:last-child > *").eachText();
        List<Item> items = new ArrayList<>();
        int line = 0;
        for (Element row : table.select("tbody tr")) {
            line++;
            for (int column = 0; column < row.childrenSize(); column++) {
                String name = column < columns.size() ? columns.get(column) : "";
                items.add(item(line, name, row.child(column)));
            }
        }
        return new Block(section(table), "table", text(table, "caption"), items);
    }

    private static Item item(int row, String column, Element cell) {
        Element words = cell.clone();
        Element note = words.selectFirst("small");
        if (note != null) {
            note.remove();
        }
        return new Item(row, column, plain(words.text()), note == null ? "" : plain(note.text()));
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
