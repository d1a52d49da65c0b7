package io.github.tumorbench.press.cards;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;

/** Markdown as HTML for a card: HTML within it is shown as text. */
final class Markdown {
    private static final DataHolder OPTIONS = new MutableDataSet()
            .set(Parser.EXTENSIONS, List.of(TablesExtension.create()))
            .set(HtmlRenderer.ESCAPE_HTML, true)
            .toImmutable();

    private Markdown() {}

    /**
     * The card of a text that begins with a heading of the first level.
     *
     * @throws IllegalArgumentException where it begins otherwise
     */
    static Card card(String id, String markdown) {
        Document document = Parser.builder(OPTIONS).build().parse(markdown);
        if (!(document.getFirstChild() instanceof Heading title) || title.getLevel() != 1) {
            throw new IllegalArgumentException("a card begins with its title: " + id);
        }
        title.unlink();
        String html = HtmlRenderer.builder(OPTIONS)
                .nodeRendererFactory(options -> new CardNodes(id))
                .build()
                .render(document);
        return new Card(id, text(title), html);
    }

    /** A node's text without markup. */
    static String text(Node node) {
        if (!node.hasChildren()) {
            return node.getChars().unescape();
        }
        StringBuilder text = new StringBuilder();
        node.getChildren().forEach(child -> text.append(text(child)));
        return text.toString();
    }
}
