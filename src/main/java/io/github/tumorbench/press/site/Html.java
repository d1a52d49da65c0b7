package io.github.tumorbench.press.site;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/** Rendered pages as trees. */
final class Html {
    /** Attributes that name other elements of their page by id. */
    static final List<String> REFERENCES =
            List.of("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list");

    private Html() {}

    static Document parse(String html) {
        Document page = Parser.htmlParser().settings(ParseSettings.preserveCase).parseInput(html, "");
        page.outputSettings().prettyPrint(false);
        return page;
    }

    /** As text, lines ending in {@code \n}. */
    static String write(Document page) {
        return page.outerHtml().stripTrailing() + "\n";
    }

    /** Each of the words in an attribute changed. */
    static String eachWord(String words, UnaryOperator<String> change) {
        return Arrays.stream(words.strip().split("\\s+")).map(change).collect(Collectors.joining(" "));
    }
}
