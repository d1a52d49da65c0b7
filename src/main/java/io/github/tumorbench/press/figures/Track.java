package io.github.tumorbench.press.figures;

import java.util.Comparator;
import java.util.List;

/** A way through marks whose order says nothing, from each to a near one: steps are short, and so are their numbers. */
final class Track {
    /** Width of a strip in tenths; strips are walked down and up in turn. */
    private static final int STRIP = 50;

    private static final int STEPS_OF_A_LINE = 16;

    private Track() {}

    /** In tenths of the drawing's unit. */
    private record Point(int x, int y) {
        static Point of(MarkRun.Mark mark) {
            return new Point(tenths(mark.x()), tenths(mark.y()));
        }

        private static int tenths(String number) {
            return (int) Math.round(10 * Double.parseDouble(number));
        }

        int strip() {
            return Math.floorDiv(x, STRIP);
        }

        int along() {
            return strip() % 2 == 0 ? y : -y;
        }
    }

    /** SVG path data: the first place, then relative steps. */
    static String of(List<MarkRun.Mark> marks) {
        List<Point> points = marks.stream()
                .map(Point::of)
                .sorted(Comparator.comparingInt(Point::strip)
                        .thenComparingInt(Point::along)
                        .thenComparingInt(Point::x))
                .toList();
        StringBuilder out = new StringBuilder("M");
        Point at = new Point(0, 0);
        for (int i = 0; i < points.size(); i++) {
            Point next = points.get(i);
            out.append(i == 1 ? "l" : i % STEPS_OF_A_LINE == 0 && i > 0 ? "\n" : "");
            append(next.x() - at.x(), out);
            append(next.y() - at.y(), out);
            at = next;
        }
        return out.toString();
    }

    /** A minus separates as well as a space does. */
    private static void append(int tenths, StringBuilder out) {
        boolean digitBefore = Character.isDigit(out.charAt(out.length() - 1));
        out.append(tenths < 0 ? "-" : digitBefore ? " " : "");
        int size = Math.abs(tenths);
        if (size >= 10 || size == 0) {
            out.append(size / 10);
        }
        if (size % 10 != 0) {
            out.append('.').append(size % 10);
        }
    }
}
