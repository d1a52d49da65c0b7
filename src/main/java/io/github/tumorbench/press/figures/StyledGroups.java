package io.github.tumorbench.press.figures;

import java.util.Map;
import java.util.regex.Pattern;

/** Elements of a drawing, neighbours of one style gathered: a group has the style, or the element that is alone in it. */
final class StyledGroups {
    private static final Pattern SPACED = Pattern.compile(" ?([A-Za-z]) ?");
    private static final String PATH = "<path d=\"";
    private static final String PATH_END = "\"/>\n";

    private final StringBuilder done = new StringBuilder();
    private final StringBuilder open = new StringBuilder();
    private String style = "";
    private int elements;

    /** Whether the last element is a path of lines, which another line continues. */
    private boolean lines;

    /** @param style attributes, with a space before */
    void text(String style, Map<String, String> place, String escaped) {
        add(style, element("text", place) + ">" + escaped + "</text>\n", 1);
    }

    void shape(String style, String tag, Map<String, String> geometry) {
        add(style, element(tag, geometry) + "/>\n", 1);
    }

    private static String element(String tag, Map<String, String> attributes) {
        StringBuilder out = new StringBuilder("<" + tag);
        attributes.forEach((name, value) ->
                out.append(' ').append(name).append("=\"").append(value).append('"'));
        return out.toString();
    }

    void path(String style, String data) {
        add(style, PATH + SPACED.matcher(data).replaceAll("$1") + PATH_END, 1);
    }

    /** @param ends {@code x1}, {@code y1}, {@code x2}, {@code y2} */
    void line(String style, Map<String, String> ends) {
        String to = ends.get("y1").equals(ends.get("y2"))
                ? "H" + ends.get("x2")
                : ends.get("x1").equals(ends.get("x2"))
                        ? "V" + ends.get("y2")
                        : "L" + ends.get("x2") + " " + ends.get("y2");
        String way = "M" + ends.get("x1") + " " + ends.get("y1") + to;
        if (lines && style.equals(this.style)) {
            open.insert(open.length() - PATH_END.length(), way);
        } else {
            add(style, PATH + way + PATH_END, 1);
        }
        lines = true;
    }

    /** @param count how many elements the markup is */
    void add(String style, String markup, int count) {
        if (!style.equals(this.style)) {
            close();
            this.style = style;
        }
        open.append(markup);
        elements += count;
        lines = false;
    }

    /** What has its style itself. */
    void outside(String markup) {
        close();
        done.append(markup);
    }

    private void close() {
        if (elements == 1) {
            done.append(open.insert(open.indexOf(" "), style));
        } else if (elements > 1) {
            done.append("<g").append(style).append(">\n").append(open).append("</g>\n");
        }
        open.setLength(0);
        elements = 0;
        style = "";
    }

    /** All of them. */
    String markup() {
        close();
        return done.toString();
    }
}
