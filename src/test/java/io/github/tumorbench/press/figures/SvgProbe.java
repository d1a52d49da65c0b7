package io.github.tumorbench.press.figures;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Asks an SVG what is in it; fails where it is not well-formed. */
final class SvgProbe {
    private final Document document;

    SvgProbe(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + svg, e);
        }
    }

    Element root() {
        return document.getDocumentElement();
    }

    List<Element> all(String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** Texts drawn, in order. */
    List<String> texts() {
        return all("text").stream().map(Element::getTextContent).toList();
    }

    /** Values of this attribute wherever it occurs. */
    List<String> attributes(String name) {
        return all("*").stream()
                .filter(element -> element.hasAttribute(name))
                .map(element -> element.getAttribute(name))
                .toList();
    }

    /** How often the marker is drawn: by reference or at the points of a line. */
    long marks(Marker marker) {
        long references = all("use").stream()
                .filter(use -> !use.getParentNode().getNodeName().equals("marker"))
                .filter(use -> shows(use, marker))
                .count();
        return references
                + lines().stream()
                        .filter(line -> shows((Element) markerOf(line).getFirstChild(), marker))
                        .mapToLong(SvgProbe::points)
                        .sum();
    }

    private static boolean shows(Element use, Marker marker) {
        return use.getAttribute("href").endsWith("-" + marker.key());
    }

    /** What has a marker at each of its points. */
    List<Element> lines() {
        return Stream.of("polyline", "path")
                .flatMap(tag -> all(tag).stream())
                .filter(line -> line.getAttribute("style").contains("marker:"))
                .toList();
    }

    /** How many points the line has. */
    static long points(Element line) {
        return places(line).size();
    }

    /** Where the line's points are, x and y. */
    static List<double[]> places(Element line) {
        boolean relative = line.getTagName().equals("path");
        String numbers = relative ? line.getAttribute("d") : line.getAttribute("points");
        double[] all = Pattern.compile("-?(\\d+(\\.\\d+)?|\\.\\d+)")
                .matcher(numbers)
                .results()
                .mapToDouble(number -> Double.parseDouble(number.group()))
                .toArray();
        List<double[]> places = new ArrayList<>();
        for (int i = 0; i < all.length; i += 2) {
            double[] before = relative && i > 0 ? places.get(places.size() - 1) : new double[2];
            places.add(new double[] {before[0] + all[i], before[1] + all[i + 1]});
        }
        return places;
    }

    /** The marker that is drawn at the points of the line. */
    Element markerOf(Element line) {
        String style = line.getAttribute("style");
        String id = style.substring(style.indexOf('#') + 1, style.indexOf(')'));
        return all("marker").stream()
                .filter(one -> one.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no marker " + id));
    }
}
