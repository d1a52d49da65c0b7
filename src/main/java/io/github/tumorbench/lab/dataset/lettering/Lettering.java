package io.github.tumorbench.lab.dataset.lettering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds lines of letters or digits beside the head, bright on dark or dark on bright.
 *
 * <p>Strokes are narrow, so they are what a morphological opening takes away (top-hat transform; Meyer 1979). Strokes that hang
 * together are glyphs; glyphs of similar height that stand close to each other, side by side, are a line; a line that is
 * crossed by several strokes on an even background is taken for writing. Writing on the head itself, upright writing and
 * single letters, such as a mark of the side, are not found.
 */
public final class Lettering {
    /** By how much a stroke must differ from its surroundings, in grey values, */
    private static final int CONTRAST = 45;
    /** and by how much the strokes of a line on average: ghosts and folds of skin are fainter. */
    private static final int MEAN_CONTRAST = 70;
    /** Share of their boxes that the glyphs of a line fill: less is an outline or an arc. */
    private static final double LEAST_FILLED = 0.33;
    /** Strokes are narrower than this part of the picture's shorter side. */
    private static final int STROKE = 25;

    private static final int LEAST_WINDOW = 5;
    /** More glyphs than this are noise. */
    private static final int MOST_GLYPHS = 600;
    /** Strokes that a row of the line's middle half crosses, on average. */
    private static final double LEAST_CROSSED = 3.5;
    /** Width of a line in heights. */
    private static final double LEAST_ASPECT = 1.6;
    /** Standard deviation of the opened picture around a line. */
    private static final double MOST_UNEVEN = 12;
    /** How far around, in pixels. */
    private static final int AROUND = 3;

    private final int width;
    private final int height;
    private final boolean[] body;

    private Lettering(int width, int height, byte[] grey) {
        this.width = width;
        this.height = height;
        this.body = Body.of(grey, width, height);
    }

    /**
     * Lines of writing, those of bright letters first.
     *
     * @param grey height × width unsigned bytes, row by row
     */
    public static List<TextLine> find(int width, int height, byte[] grey) {
        Lettering lettering = new Lettering(width, height, grey);
        List<TextLine> lines = new ArrayList<>(lettering.bright(grey));
        lines.addAll(lettering.bright(Morphology.inverted(grey)));
        return lines;
    }

    private List<TextLine> bright(byte[] grey) {
        if (!brightBesideTheBody(grey)) {
            return List.of();
        }
        int window = Math.max(LEAST_WINDOW, Math.min(width, height) / STROKE | 1);
        byte[] ground = new Morphology(width, height).opened(grey, window);
        int[] contrast = new int[grey.length];
        boolean[] strokes = new boolean[grey.length];
        for (int i = 0; i < strokes.length; i++) {
            contrast[i] = (grey[i] & 0xff) - (ground[i] & 0xff);
            strokes[i] = !body[i] && contrast[i] >= CONTRAST;
        }
        List<Glyph> glyphs = Glyph.of(strokes, width, height);
        if (glyphs.size() > MOST_GLYPHS) {
            return List.of();
        }
        return rows(glyphs).stream()
                .filter(row -> filled(row) >= LEAST_FILLED)
                .map(Lettering::around)
                .filter(line -> line.width() >= LEAST_ASPECT * line.height())
                .filter(line -> crossed(line, strokes) >= LEAST_CROSSED)
                .filter(line -> contrast(line, strokes, contrast) >= MEAN_CONTRAST)
                .filter(line -> uneven(line, ground) <= MOST_UNEVEN)
                .toList();
    }

    /** Whether any pixel beside the head is bright enough to differ from black by what a stroke must: most pictures have none. */
    private boolean brightBesideTheBody(byte[] grey) {
        for (int i = 0; i < grey.length; i++) {
            if (!body[i] && (grey[i] & 0xff) >= CONTRAST) {
                return true;
            }
        }
        return false;
    }

    /** Glyphs that lead to each other. */
    private static List<List<Glyph>> rows(List<Glyph> glyphs) {
        List<List<Glyph>> rows = new ArrayList<>();
        List<Glyph> left = new ArrayList<>(glyphs);
        while (!left.isEmpty()) {
            List<Glyph> row = new ArrayList<>();
            Deque<Glyph> next = new ArrayDeque<>(List.of(left.remove(0)));
            while (!next.isEmpty()) {
                Glyph glyph = next.pop();
                row.add(glyph);
                for (Glyph other : List.copyOf(left)) {
                    if (glyph.goesWith(other)) {
                        left.remove(other);
                        next.push(other);
                    }
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private static TextLine around(List<Glyph> row) {
        int left = row.stream().mapToInt(Glyph::left).min().orElseThrow();
        int top = row.stream().mapToInt(Glyph::top).min().orElseThrow();
        int right = row.stream().mapToInt(Glyph::right).max().orElseThrow();
        int bottom = row.stream().mapToInt(Glyph::bottom).max().orElseThrow();
        return new TextLine(left, top, right - left, bottom - top);
    }

    private static double filled(List<Glyph> row) {
        int boxes =
                row.stream().mapToInt(glyph -> glyph.width() * glyph.height()).sum();
        return (double) row.stream().mapToInt(Glyph::area).sum() / boxes;
    }

    /** Strokes in a row, the mean over the middle half of the rows. */
    private double crossed(TextLine line, boolean[] strokes) {
        int first = line.top() + line.height() / 4;
        int last = line.top() + line.height() - line.height() / 4;
        int crossed = 0;
        for (int y = first; y < last; y++) {
            boolean before = false;
            for (int x = line.left(); x < line.left() + line.width(); x++) {
                boolean stroke = strokes[y * width + x];
                crossed += stroke && !before ? 1 : 0;
                before = stroke;
            }
        }
        return (double) crossed / (last - first);
    }

    /** Of the strokes, on average. */
    private double contrast(TextLine line, boolean[] strokes, int[] contrast) {
        int count = 0;
        int sum = 0;
        for (int y = line.top(); y < line.top() + line.height(); y++) {
            for (int x = line.left(); x < line.left() + line.width(); x++) {
                if (strokes[y * width + x]) {
                    count++;
                    sum += contrast[y * width + x];
                }
            }
        }
        return (double) sum / count;
    }

    /** Standard deviation of what is left without strokes. */
    private double uneven(TextLine line, byte[] ground) {
        int count = 0;
        double sum = 0;
        double squares = 0;
        for (int y = Math.max(0, line.top() - AROUND); y < Math.min(height, line.top() + line.height() + AROUND); y++) {
            for (int x = Math.max(0, line.left() - AROUND);
                    x < Math.min(width, line.left() + line.width() + AROUND);
                    x++) {
                int value = ground[y * width + x] & 0xff;
                count++;
                sum += value;
                squares += value * value;
            }
        }
        return Math.sqrt(Math.max(0, squares / count - sum / count * sum / count));
    }
}
