package io.github.tumorbench.press.site;

import io.github.tumorbench.press.figures.DataTable;
import io.github.tumorbench.press.pages.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects the addresses of a report's figures and tables, so that each can be cited, and gives tables their numbers, page after
 * page. A figure is a {@code figure} element whose id begins with {@code figure-} and which says its number; a table is any
 * table outside a figure that has a caption. A table's number goes into the caption's {@code data-number}, from where the style
 * sheet shows it; a table without an id gets {@code table-N}.
 */
final class Numbering {
    private static final Pattern NUMBERED =
            Pattern.compile("(?s)<figure\\b[^>]*?\\bid=\"(?<id>figure-[^\"]+)\"[^>]*>(?<figure>.*?)</figure>"
                    + "|<table(?<attributes>[^>]*)>\\s*<caption>(?<caption>.*?)</caption>");
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("<a\\b[^>]*class=\"number\"[^>]*>Figure (\\d+)</a>");
    private static final Pattern TITLE = Pattern.compile("(?s)<strong>(.*?)</strong>");

    private final List<Address> addresses = new ArrayList<>();
    private int tables;

    /** The page with its numbers; pages come in the order of the navigation. */
    String number(String page, String html) {
        Matcher found = NUMBERED.matcher(html);
        StringBuilder out = new StringBuilder();
        while (found.find()) {
            String numbered = found.group("id") == null ? table(page, found) : figure(page, found);
            found.appendReplacement(out, Matcher.quoteReplacement(numbered));
        }
        found.appendTail(out);
        return out.toString();
    }

    /** What was numbered so far. */
    List<Address> addresses() {
        return List.copyOf(addresses);
    }

    /** A row for each: {@code kind,number,page,anchor,title}. */
    static String csv(List<Address> addresses) {
        return FigureFiles.csv(new DataTable(
                List.of("kind", "number", "page", "anchor", "title"),
                addresses.stream()
                        .map(one -> List.of(
                                one.kind(), String.valueOf(one.number()), one.page(), one.anchor(), one.title()))
                        .toList()));
    }

    private String figure(String page, Matcher found) {
        Matcher title = TITLE.matcher(found.group("figure"));
        Matcher number = NUMBER.matcher(found.group("figure"));
        if (title.find() && number.find()) {
            String words = text(title.group(1).replace(number.group(), ""));
            addresses.add(new Address("Figure", Integer.parseInt(number.group(1)), page, found.group("id"), words));
        }
        return found.group();
    }

    private String table(String page, Matcher found) {
        tables++;
        Matcher id = ID.matcher(found.group("attributes"));
        boolean named = id.find();
        String anchor = named ? id.group(1) : "table-" + tables;
        addresses.add(new Address("Table", tables, page, anchor, text(found.group("caption"))));
        return "<table" + (named ? "" : " id=\"" + anchor + "\"") + found.group("attributes")
                + "><caption data-number=\"Table " + tables + "\">" + found.group("caption") + "</caption>";
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
