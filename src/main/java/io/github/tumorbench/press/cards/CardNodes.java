package io.github.tumorbench.press.cards;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCaption;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;
import java.util.Set;

/** Headings one level lower and with an anchor; tables as on the other pages: scrolling, captioned, with scopes. */
final class CardNodes implements NodeRenderer {
    private final String id;

    CardNodes(String id) {
        this.id = id;
    }

    @Override
    public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
        return Set.of(
                new NodeRenderingHandler<>(Heading.class, this::heading),
                new NodeRenderingHandler<>(TableBlock.class, CardNodes::table),
                new NodeRenderingHandler<>(TableCaption.class, (node, context, html) -> {}),
                new NodeRenderingHandler<>(TableCell.class, CardNodes::cell));
    }

    private void heading(Heading heading, NodeRendererContext context, HtmlWriter html) {
        String anchor = Markdown.text(heading).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        html.line();
        html.attr("id", id + "-" + anchor)
                .withAttr()
                .tag("h" + (heading.getLevel() + 1), () -> context.renderChildren(heading));
        html.line();
    }

    private static void table(TableBlock table, NodeRendererContext context, HtmlWriter html) {
        Node caption = table.getFirstChildAny(TableCaption.class);
        if (caption == null) {
            throw new IllegalArgumentException("a table of a card needs a caption: " + table.getChars());
        }
        html.attr("class", "scroll")
                .attr("role", "region")
                .attr("tabindex", "0")
                .attr("aria-label", Markdown.text(caption).replace("&", "&amp;"))
                .withAttr()
                .tagLine(
                        "div",
                        () -> html.tagLine("table", () -> {
                            html.tag("caption", () -> context.renderChildren(caption));
                            html.line();
                            context.renderChildren(table);
                        }));
    }

    private static void cell(TableCell cell, NodeRendererContext context, HtmlWriter html) {
        boolean top = cell.getAncestorOfType(TableHead.class) != null;
        boolean first = cell.getPreviousAny(TableCell.class) == null;
        if (top || first) {
            html.attr("scope", top ? "col" : "row");
        }
        if (cell.getAlignment() == TableCell.Alignment.RIGHT) {
            html.attr("class", "number");
        }
        html.withAttr().tag(top || first ? "th" : "td", () -> context.renderChildren(cell));
    }
}
