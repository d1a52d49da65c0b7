package io.github.tumorbench.press.figures;

import java.util.Locale;

/** Shapes of points, of about equal weight to the eye; so that colour is never the only carrier. */
enum Marker {
    CIRCLE("M-3.6,0a3.6,3.6 0 1 0 7.2,0a3.6,3.6 0 1 0 -7.2,0z"),
    SQUARE("M-3.2,-3.2h6.4v6.4h-6.4z"),
    TRIANGLE("M0,-4.4L4.2,3.2H-4.2z"),
    DIAMOND("M0,-4.6L4.6,0L0,4.6L-4.6,0z"),
    DOWN("M0,4.4L4.2,-3.2H-4.2z"),
    PLUS("M-1.5,-4.2h3v2.7h2.7v3h-2.7v2.7h-3v-2.7h-2.7v-3h2.7z"),
    BAR("M-4.4,-1.8h8.8v3.6h-8.8z"),
    POST("M-1.8,-4.4h3.6v8.8h-3.6z"),
    /** Around a point, drawn as an outline. */
    RING("M-6.4,0a6.4,6.4 0 1 0 12.8,0a6.4,6.4 0 1 0 -12.8,0z"),
    /** One of very many. */
    DOT("M-1.2,-1.2h2.4v2.4h-2.4z"),
    /** The same of another kind. */
    DASH("M-0.6,-3h1.2v6h-1.2z");

    private final String path;

    Marker(String path) {
        this.path = path;
    }

    /** SVG path data around the origin. */
    String path() {
        return path;
    }

    /** Part of the id in the figure. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The marker of the series with this index. */
    static Marker of(int index) {
        return values()[index % RING.ordinal()];
    }
}
