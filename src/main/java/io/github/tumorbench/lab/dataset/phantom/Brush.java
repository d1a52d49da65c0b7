package io.github.tumorbench.lab.dataset.phantom;

/** The signal of one pixel while tissue is laid over tissue; edges are as soft as the pixel is wide. */
final class Brush {
    private final double softness;
    private double signal;

    /** @param softness half the width of an edge, cm */
    Brush(double softness) {
        this.softness = softness;
    }

    /** Starts the pixel anew with this signal. */
    void fill(double level) {
        signal = level;
    }

    double signal() {
        return signal;
    }

    double softness() {
        return softness;
    }

    /** Share of the pixel that lies inside a surface at the given signed distance. */
    double cover(double distance) {
        return Math.min(1, Math.max(0, 0.5 - distance / (2 * softness)));
    }

    /** Lays a tissue over what is there, as far as the shape covers the pixel. */
    void paint(double level, double distance) {
        if (distance < softness) {
            signal += cover(distance) * (level - signal);
        }
    }

    /** The same with a given opacity. */
    void paint(double level, double distance, double opacity) {
        if (distance < softness) {
            signal += opacity * cover(distance) * (level - signal);
        }
    }

    /** Lays on an opacity of its own. */
    void glaze(double level, double opacity) {
        signal += opacity * (level - signal);
    }
}
