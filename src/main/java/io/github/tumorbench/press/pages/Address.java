package io.github.tumorbench.press.pages;

/**
 * A figure or table under its number.
 *
 * @param kind {@code Figure} or {@code Table}
 * @param number counted over the report's pages in the order of the navigation, from 1
 * @param page file of the page
 * @param anchor the element's id
 * @param title as its caption begins
 */
public record Address(String kind, int number, String page, String anchor, String title) {
    /** E.g. {@code Figure 3}. */
    public String name() {
        return kind + " " + number;
    }

    /** Relative to the report's folder. */
    public String href() {
        return page + "#" + anchor;
    }
}
