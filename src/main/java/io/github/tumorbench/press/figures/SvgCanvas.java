package io.github.tumorbench.press.figures;

import java.awt.Graphics;
import java.awt.RenderingHints;
import java.awt.Shape;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Batik's SVG graphics with two additions: text knows where it is anchored, so that it stays in place in a reader's font of
 * another width, and points are references to a shared marker.
 */
final class SvgCanvas extends SVGGraphics2D {
    /** Rendering hint whose value is an {@link Anchor}; without it text starts where it is drawn. */
    static final RenderingHints.Key ANCHOR = new RenderingHints.Key(7401) {
        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof Anchor;
        }
    };

    static final String SVG = "http://www.w3.org/2000/svg";
    static final String MARKER_ATTRIBUTE = "data-marker";

    /** On a mark that stands for a row of the figure's table: its index, so that a script can say what the mark is. */
    static final String ROW_ATTRIBUTE = "data-row";

    /** The point of a text that stays in place; the names of SVG's {@code text-anchor}. */
    enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double share;

        Anchor(double share) {
            this.share = share;
        }
    }

    SvgCanvas() {
        super(context(), false);
    }

    private SvgCanvas(SvgCanvas other) {
        super(other);
    }

    private static SVGGeneratorContext context() {
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setPrecision(3);
        return context;
    }

    @Override
    public Graphics create() {
        return new SvgCanvas(this);
    }

    /** Nothing is drawn outside its plot, and a clip path would need an id and room. */
    @Override
    public void clip(Shape shape) {}

    /** As {@link #clip(Shape)}. */
    @Override
    public void setClip(Shape shape) {}

    @Override
    public void drawString(String text, float x, float y) {
        Anchor anchor = getRenderingHint(ANCHOR) instanceof Anchor set ? set : Anchor.START;
        double width = anchor == Anchor.START ? 0 : getFontMetrics().stringWidth(text);
        addText(text, x + anchor.share * width, y, anchor);
    }

    /** Draws {@code text} with its anchor at (x, y), whatever its width. */
    void text(String text, double x, double y, Anchor anchor) {
        addText(text, x, y, anchor);
    }

    /** Draws a marker at (x, y) in the current paint: filled, or outlined in the current stroke. */
    void mark(Marker marker, double x, double y, boolean outline) {
        mark(marker, x, y, outline, -1);
    }

    /** The same for a row of the figure's table; a negative index stands for none. */
    void mark(Marker marker, double x, double y, boolean outline, int row) {
        Element path = element("path");
        if (row >= 0) {
            path.setAttributeNS(null, ROW_ATTRIBUTE, Integer.toString(row));
        }
        path.setAttributeNS(null, MARKER_ATTRIBUTE, marker.key());
        place(path, x, y);
        getDOMGroupManager().addElement(path, outline ? DOMGroupManager.DRAW : DOMGroupManager.FILL);
    }

    private void addText(String text, double x, double y, Anchor anchor) {
        Element element = element("text");
        place(element, x, y);
        element.setAttributeNS(null, "text-anchor", anchor.name().toLowerCase(java.util.Locale.ROOT));
        element.appendChild(getDOMFactory().createTextNode(text));
        getDOMGroupManager().addElement(element, DOMGroupManager.FILL);
    }

    private Element element(String name) {
        return getDOMFactory().createElementNS(SVG, name);
    }

    private void place(Element element, double x, double y) {
        element.setAttributeNS(null, "x", getGeneratorContext().doubleString(x));
        element.setAttributeNS(null, "y", getGeneratorContext().doubleString(y));
    }
}
