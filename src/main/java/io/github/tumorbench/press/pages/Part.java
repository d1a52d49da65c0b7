package io.github.tumorbench.press.pages;

import java.util.List;

/**
 * A part of a page that is told in sentences and tables alone, so that it can also be said in plain text and Markdown.
 *
 * @param id of its heading on the page
 * @param sentences before the tables
 * @param folded whether a reader opens it
 */
public record Part(String id, String title, List<String> sentences, List<Table> tables, boolean folded) {
    public Part {
        sentences = List.copyOf(sentences);
        tables = List.copyOf(tables);
    }
}
