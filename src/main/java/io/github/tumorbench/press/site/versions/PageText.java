package io.github.tumorbench.press.site.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reader of a page reads: the text between its tags, and the attributes that are read out or shown. */
public final class PageText {
    /** A number as pages and data write it: digits, grouped by narrow spaces, a fraction, an exponent. */
    public static final Pattern NUMBER = Pattern.compile("\\d+(?:[.\\u202f]\\d+)*(?:[eE][-+]?\\d+)?");

    private static final Pattern MARKUP = Pattern.compile("(?s)<!--.*?-->|<style\\b.*?</style>|<!?/?[A-Za-z][^>]*>");
    private static final Pattern READ =
            Pattern.compile("\\b(?:alt|title|aria-label|content|datetime|value)=\"([^\"]*)\"");
    private static final Pattern CELL = Pattern.compile("<t[dh]\\b");
    private static final Pattern HEADING =
            Pattern.compile("(?s)<t[dh]\\b[^>]*>(.*?)(?=</?t[dhr]\\b|</t(?:head|body|able)\\b|\\z)");
    private static final int NEAR = 60;

    private PageText() {}

    /** Every number of the page, in order. */
    public static List<String> numbers(String html) {
        List<String> numbers = new ArrayList<>();
        Matcher markup = MARKUP.matcher(html);
        int from = 0;
        while (markup.find()) {
            collect(html.substring(from, markup.start()), numbers);
            Matcher read = READ.matcher(markup.group());
            while (read.find()) {
                collect(read.group(1), numbers);
            }
            from = markup.end();
        }
        collect(html.substring(from), numbers);
        return numbers;
    }

    /** Every number of a text without markup, in order. */
    public static List<String> numbersIn(String text) {
        List<String> numbers = new ArrayList<>();
        collect(text, numbers);
        return numbers;
    }

    private static void collect(String text, List<String> numbers) {
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            numbers.add(number.group());
        }
    }

    /** Where the n-th of the page's {@link #numbers}, counted from 0, stands in its source; the end where there is none. */
    public static int place(String html, int index) {
        Matcher markup = MARKUP.matcher(html);
        int left = index;
        int from = 0;
        while (markup.find()) {
            for (int[] span : spans(html, from, markup)) {
                Matcher number = NUMBER.matcher(html).region(span[0], span[1]);
                while (number.find()) {
                    if (left-- == 0) {
                        return number.start();
                    }
                }
            }
            from = markup.end();
        }
        return html.length();
    }

    private static List<int[]> spans(String html, int from, Matcher markup) {
        List<int[]> spans = new ArrayList<>();
        spans.add(new int[] {from, markup.start()});
        Matcher read = READ.matcher(html).region(markup.start(), markup.end());
        while (read.find()) {
            spans.add(new int[] {read.start(1), read.end(1)});
        }
        return spans;
    }

    /** What a place of the page's source is about: column and row of a table, or the words before it. */
    public static String near(String html, int place) {
        String before = html.substring(0, Math.min(place, html.length()));
        int row = before.lastIndexOf("<tr");
        int head = before.lastIndexOf("<thead");
        if (row > before.lastIndexOf("</table") && head >= 0) {
            String label = cell(html.substring(row), 0);
            String column = cell(html.substring(head), cells(before.substring(row)) - 1);
            return column.isEmpty() || column.equals(label) ? label : column + " of " + label;
        }
        String words = text(before);
        if (words.length() <= NEAR) {
            return words;
        }
        String end = words.substring(words.length() - NEAR);
        return end.substring(end.indexOf(' ') + 1);
    }

    private static int cells(String row) {
        return (int) CELL.matcher(row).results().count();
    }

    /** The text of the n-th cell of a row's source, without its smaller print. */
    private static String cell(String row, int index) {
        return HEADING.matcher(row)
                .results()
                .skip(Math.max(0, index))
                .findFirst()
                .map(found -> text(found.group(1).replaceAll("(?s)<small.*?</small>", "")))
                .orElse("");
    }

    /** Text without markup, white space in single spaces. */
    static String text(String html) {
        int open = html.lastIndexOf('<');
        String whole = open > html.lastIndexOf('>') ? html.substring(0, open) : html;
        return MARKUP.matcher(whole)
                .replaceAll(" ")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }
}
