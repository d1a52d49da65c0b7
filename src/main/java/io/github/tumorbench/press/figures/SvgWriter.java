package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.figures.Palette.Tone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes what a canvas holds as compact SVG: Batik's nested groups flattened, neighbours of one style gathered, colours as
 * CSS variables with a literal fallback, no clip paths, ids that start with the figure's.
 */
final class SvgWriter {
    private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),\\s*(\\d+),\\s*(\\d+)\\)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+");
    private static final Map<String, Tone> TONES = Palette.byLight();

    /** Geometry each element keeps. */
    private static final Map<String, List<String>> GEOMETRY = Map.of(
            "line", List.of("x1", "y1", "x2", "y2"),
            "rect", List.of("x", "y", "width", "height", "rx", "ry"),
            "circle", List.of("cx", "cy", "r"),
            "ellipse", List.of("cx", "cy", "rx", "ry"),
            "path", List.of("d"),
            "polygon", List.of("points"),
            "polyline", List.of("points"),
            "text", List.of("x", "y"));

    /** Of most text; what is otherwise says so. */
    private static final String SIZE = Integer.toString(Theme.SMALL);

    private final String id;
    private final MarkShapes shapes;
    private final StyledGroups groups = new StyledGroups();
    private MarkRun run = new MarkRun("", "");

    private SvgWriter(String id) {
        this.id = id;
        this.shapes = new MarkShapes(id);
    }

    /**
     * @param id of the figure: letters, digits, hyphens
     * @param width of the view box
     * @param height of the view box
     */
    static String write(SvgCanvas canvas, String id, int width, int height, String title, String description) {
        SvgWriter writer = new SvgWriter(id);
        writer.walk(canvas.getTopLevelGroup(), Map.of());
        writer.endRun();
        return writer.document(width, height, title, description);
    }

    private String document(int width, int height, String title, String description) {
        StringBuilder out = new StringBuilder();
        out.append("<svg xmlns=\"").append(SvgCanvas.SVG).append("\" class=\"chart\" role=\"img\" viewBox=\"0 0 ");
        out.append(width).append(' ').append(height).append("\" font-family=\"").append(Theme.FONT_STACK);
        out.append("\" font-size=\"").append(SIZE).append("\" stroke-linejoin=\"round");
        out.append("\" aria-labelledby=\"%1$s-title %1$s-desc\">\n".formatted(id));
        out.append("<title id=\"%s-title\">%s</title>\n".formatted(id, escape(title)));
        out.append("<desc id=\"%s-desc\">%s</desc>\n".formatted(id, escape(description)));
        return out.append(shapes.definitions())
                .append(groups.markup())
                .append("</svg>\n")
                .toString();
    }

    private void walk(Element element, Map<String, String> inherited) {
        Map<String, String> style = new LinkedHashMap<>(inherited);
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            style.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        if (GEOMETRY.containsKey(element.getTagName())) {
            leaf(element, style);
            return;
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element next && !next.getTagName().equals("defs")) {
                walk(next, style);
            }
        }
    }

    private void leaf(Element element, Map<String, String> style) {
        String transform = style.get("transform");
        if (transform != null && !transform.isBlank()) {
            throw new IllegalStateException("a figure draws in its own coordinates, found " + transform);
        }
        String marker = element.getAttribute(SvgCanvas.MARKER_ATTRIBUTE);
        if (!marker.isEmpty()) {
            mark(element, marker, shapeStyle(style));
            return;
        }
        endRun();
        String tag = element.getTagName();
        Map<String, String> geometry = new LinkedHashMap<>();
        for (String name : GEOMETRY.get(tag)) {
            if (element.hasAttribute(name)) {
                geometry.put(name, round(element.getAttribute(name)));
            }
        }
        switch (tag) {
            case "line" -> groups.line(shapeStyle(style), geometry);
            case "path" -> groups.path(shapeStyle(style), geometry.get("d"));
            case "text" -> groups.text(textStyle(style), geometry, escape(element.getTextContent()));
            default -> groups.shape(shapeStyle(style), tag, geometry);
        }
    }

    private void mark(Element element, String shape, String style) {
        if (!run.continues(shape, style)) {
            endRun();
            run = new MarkRun(shape, style);
        }
        run.add(new MarkRun.Mark(
                round(element.getAttribute("x")),
                round(element.getAttribute("y")),
                element.getAttribute(SvgCanvas.ROW_ATTRIBUTE)));
    }

    private void endRun() {
        if (run.size() == 0) {
            return;
        }
        if (run.many()) {
            groups.outside(shapes.draw(run));
        } else {
            groups.add(run.style(), shapes.draw(run), run.size());
        }
        run = new MarkRun("", "");
    }

    private static String shapeStyle(Map<String, String> style) {
        StringBuilder css = new StringBuilder();
        StringBuilder attributes = new StringBuilder();
        paint("fill", style, css, attributes);
        if (!"none".equals(style.getOrDefault("stroke", "none"))) {
            paint("stroke", style, css, attributes);
            String width = round(style.getOrDefault("stroke-width", "1"));
            attributes.append(width.equals("1") ? "" : " stroke-width=\"" + width + "\"");
            String dashes = style.getOrDefault("stroke-dasharray", "none");
            attributes.append(dashes.equals("none") ? "" : " stroke-dasharray=\"" + round(dashes) + "\"");
        }
        return " style=\"" + css + "\"" + attributes;
    }

    private static String textStyle(Map<String, String> style) {
        StringBuilder css = new StringBuilder();
        StringBuilder attributes = new StringBuilder();
        paint("fill", style, css, attributes);
        String size = round(style.getOrDefault("font-size", "12").replace("px", ""));
        attributes.append(size.equals(SIZE) ? "" : " font-size=\"" + size + "\"");
        if ("bold".equals(style.get("font-weight"))) {
            attributes.append(" font-weight=\"600\"");
        }
        String anchor = style.getOrDefault("text-anchor", "start");
        attributes.append(anchor.equals("start") ? "" : " text-anchor=\"" + anchor + "\"");
        return " style=\"" + css + "\"" + attributes;
    }

    private static void paint(String property, Map<String, String> style, StringBuilder css, StringBuilder attributes) {
        String value = style.getOrDefault(property, "none");
        css.append(css.isEmpty() ? "" : ";")
                .append(property)
                .append(':')
                .append(value.equals("none") ? "none" : tone(value).css());
        String opacity = round(style.getOrDefault(property + "-opacity", "1"));
        if (!value.equals("none") && !opacity.equals("1")) {
            attributes.append(" %s-opacity=\"%s\"".formatted(property, opacity));
        }
    }

    /** The tone a literal colour stands for. */
    private static Tone tone(String value) {
        Matcher rgb = RGB.matcher(value);
        if (rgb.matches()) {
            String hex = String.format(
                    Locale.ROOT,
                    "#%02x%02x%02x",
                    Integer.parseInt(rgb.group(1)),
                    Integer.parseInt(rgb.group(2)),
                    Integer.parseInt(rgb.group(3)));
            if (TONES.containsKey(hex)) {
                return TONES.get(hex);
            }
        }
        throw new IllegalStateException("a figure draws in the palette's colours, found " + value);
    }

    /** Every number in a value to one decimal, opacities and dashes included, without trailing zeros. */
    private static String round(String value) {
        return NUMBER.matcher(value).replaceAll(match -> shorten(Double.parseDouble(match.group())));
    }

    /** By hand, as a figure holds thousands of numbers: one decimal, two below 1, no trailing zeros. */
    private static String shorten(double value) {
        long hundredths = Math.abs(value) < 1 ? Math.round(value * 100) : 10 * Math.round(value * 10);
        long rest = Math.abs(hundredths % 100);
        String fraction = rest == 0 ? "" : "." + (rest % 10 == 0 ? rest / 10 : rest < 10 ? "0" + rest : rest);
        return (hundredths < 0 ? "-" : "") + Math.abs(hundredths / 100) + fraction;
    }

    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(Character.isISOControl(point) ? ' ' : point);
            }
        });
        return out.toString();
    }
}
