package io.github.tumorbench.lab.dataset.phantom;

import java.util.ArrayList;
import java.util.List;

/** Solids of one signal each, painted in the order they were added; those far from the pixel cost next to nothing. */
final class Solids {
    /** Beyond this distance from a solid's bounding sphere no pixel is touched, cm. */
    private static final double MARGIN = 0.5;

    private record Solid(
            Shape.Bounded shape, Point middle, double square, boolean paired, double level, double opacity) {}

    private final List<Solid> solids = new ArrayList<>();

    /** A solid on one side or in the midline. */
    void add(Shape.Bounded shape, double level, double opacity) {
        keep(shape, false, level, opacity);
    }

    void add(Shape.Bounded shape, double level) {
        keep(shape, false, level, 1);
    }

    /** A solid given for positive x and painted on both sides. */
    void addPair(Shape.Bounded shape, double level) {
        keep(shape, true, level, 1);
    }

    private void keep(Shape.Bounded shape, boolean paired, double level, double opacity) {
        double reach = shape.reach() + MARGIN;
        solids.add(new Solid(shape, shape.middle(), reach * reach, paired, level, opacity));
    }

    void paint(Brush brush, double x, double y, double z) {
        for (int i = 0; i < solids.size(); i++) {
            Solid solid = solids.get(i);
            double px = solid.paired() ? Math.abs(x) : x;
            double dx = px - solid.middle().x();
            double dy = y - solid.middle().y();
            double dz = z - solid.middle().z();
            if (dx * dx + dy * dy + dz * dz < solid.square()) {
                brush.paint(solid.level(), solid.shape().distance(px, y, z), solid.opacity());
            }
        }
    }
}
