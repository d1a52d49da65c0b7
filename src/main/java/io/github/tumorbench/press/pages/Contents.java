package io.github.tumorbench.press.pages;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sections of a page as its rail lists them: every second heading with an id, in the page's order, put where the template
 * says {@link #PLACE}. So no page keeps a list of its own that could go stale.
 */
final class Contents {
    /** What stands in a page where its sections are to be listed. */
    static final String PLACE = "<ul class=\"sections\"></ul>";

    private static final Pattern HEADING = Pattern.compile("<h2 id=\"([^\"]+)\"[^>]*>(.*?)</h2>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private Contents() {}

    /** @param html of a page, with its headings; one that has fewer than two sections gets no list */
    static String fill(String html) {
        StringBuilder list = new StringBuilder();
        Matcher heading = HEADING.matcher(html);
        int found = 0;
        while (heading.find()) {
            String words = TAG.matcher(heading.group(2)).replaceAll("").strip();
            list.append("<li><a href=\"#")
                    .append(heading.group(1))
                    .append("\">")
                    .append(words)
                    .append("</a></li>\n");
            found++;
        }
        return html.replace(PLACE, found < 2 ? "" : "<ul class=\"sections\">\n" + list + "</ul>");
    }
}
