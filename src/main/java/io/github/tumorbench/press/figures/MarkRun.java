package io.github.tumorbench.press.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks of one shape and style that follow each other. Many of them are the points of one line that is not drawn itself but has
 * the shape at each point: a fifth as long in the file as a reference for each.
 */
final class MarkRun {
    /** So many are worth a line. A line needs two points, as both ends of a shorter one would be drawn in the same place. */
    private static final int MANY = 24;

    /** @param row of the figure's table; empty where the mark stands for none */
    record Mark(String x, String y, String row) {}

    private final String shape;
    private final String style;
    private final List<Mark> marks = new ArrayList<>();

    /**
     * @param shape key of the {@link Marker}
     * @param style attributes of what is drawn
     */
    MarkRun(String shape, String style) {
        this.shape = shape;
        this.style = style;
    }

    String shape() {
        return shape;
    }

    String style() {
        return style;
    }

    int size() {
        return marks.size();
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    boolean continues(String nextShape, String nextStyle) {
        return shape.equals(nextShape) && style.equals(nextStyle);
    }

    boolean many() {
        return marks.size() >= MANY;
    }

    /** A reference to the shape for each. */
    String references(String prefix) {
        StringBuilder out = new StringBuilder();
        for (Mark mark : marks) {
            out.append("<use href=\"#%s%s\" x=\"%s\" y=\"%s\"".formatted(prefix, shape, mark.x(), mark.y()));
            out.append(mark.row().isEmpty() ? "/>\n" : " data-row=\"" + mark.row() + "\"/>\n");
        }
        return out.toString();
    }

    /** One line. Where marks stand for rows, {@code data-rows} has those of its points as ranges. */
    String line(String marker) {
        String style = " style=\"fill:none;marker:url(#" + marker + ")\"";
        return marks.stream().anyMatch(mark -> mark.row().isEmpty())
                ? "<path" + style + " d=\"" + Track.of(marks) + "\"/>\n"
                : "<polyline" + style + " data-rows=\"" + ranges() + "\" points=\"" + points() + "\"/>\n";
    }

    private String points() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < marks.size(); i++) {
            out.append(i == 0 ? "" : i % 10 == 0 ? "\n" : " ");
            out.append(marks.get(i).x()).append(',').append(marks.get(i).y());
        }
        return out.toString();
    }

    private String ranges() {
        StringBuilder out = new StringBuilder();
        int[] rows =
                marks.stream().mapToInt(mark -> Integer.parseInt(mark.row())).toArray();
        for (int from = 0, to = 0; from < rows.length; from = to + 1) {
            to = from;
            while (to + 1 < rows.length && rows[to + 1] == rows[to] + 1) {
                to++;
            }
            out.append(out.isEmpty() ? "" : ",").append(rows[from]);
            out.append(to == from ? "" : "-" + rows[to]);
        }
        return out.toString();
    }
}
