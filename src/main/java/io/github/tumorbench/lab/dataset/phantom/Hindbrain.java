package io.github.tumorbench.lab.dataset.phantom;

import io.github.tumorbench.lab.dataset.phantom.Shape.Ellipsoid;
import io.github.tumorbench.lab.dataset.phantom.Shape.Tube;

/** Cerebellum and brainstem, down to the cord. */
final class Hindbrain {
    private static final Shape HEMISPHERE = new Ellipsoid(2.3, -5.0, -3.7, 2.75, 2.8, 2.45);
    private static final Shape VERMIS = new Ellipsoid(0, -5.0, -3.2, 1.2, 2.45, 2.2);
    private static final Shape MIDBRAIN = new Tube(0, -0.9, 0.0, 1.15, 0, -1.5, -2.2, 1.15);
    private static final Shape PONS = new Ellipsoid(0, -0.85, -3.0, 1.5, 1.25, 1.4);
    private static final Shape PEDUNCLE = new Ellipsoid(1.6, -2.1, -3.2, 0.8, 1.5, 0.75);
    private static final Shape MEDULLA = new Tube(0, -1.5, -4.2, 0.85, 0, -2.1, -6.8, 0.6);
    private static final Shape CORD = new Tube(0, -2.1, -6.8, 0.6, 0, -2.9, -14, 0.5);

    private final Tissues tissues;
    private final GradientNoise noise;
    private final double gap;

    Hindbrain(Draws draws, Tissues tissues, GradientNoise noise) {
        this.tissues = tissues;
        this.noise = noise;
        gap = draws.between(0.1, 0.25);
    }

    /** Signed distance to the cerebellum's hull, cm. */
    double cerebellum(double x, double y, double z, double cavity) {
        double hull = Shape.union(HEMISPHERE.distance(Math.abs(x), y, z), VERMIS.distance(x, y, z), 0.35);
        return Math.max(Math.max(hull, cavity + gap), z - Cerebrum.tentorium(x, y) + 0.14);
    }

    /** Signed distance to the brainstem's surface, cm. */
    double brainstem(double x, double y, double z) {
        double upper = Shape.union(MIDBRAIN.distance(x, y, z), PONS.distance(x, y, z), 0.3);
        double lower = Math.min(MEDULLA.distance(x, y, z), CORD.distance(x, y, z));
        double ax = Math.abs(x);
        return Shape.union(Shape.union(upper, lower, 0.4), PEDUNCLE.distance(ax, y, z), 0.5);
    }

    void paint(Brush brush, double x, double y, double z, double cavity) {
        double cerebellum = cerebellum(x, y, z, cavity);
        if (cerebellum < brush.softness()) {
            paintCerebellum(brush, x, y, z, -cerebellum);
        }
        brush.paint(tissues.white() * 0.96, Math.max(brainstem(x, y, z), cavity + 0.1));
    }

    /** Folia run across: their pattern is fine in the sagittal plane and drawn out sideways. */
    private void paintCerebellum(Brush brush, double x, double y, double z, double depth) {
        double ex = x / 4.6;
        double ey = (y + 3.8) / 3.6;
        double ez = (z + 3.4) / 2.4;
        double out = 1 / Math.max(0.3, Math.sqrt(ex * ex + ey * ey + ez * ez));
        double folds = noise.at(x * 0.35, (y + 3.8) * out * 1.5, (z + 3.4) * out * 1.5 + 20);
        double fissure = Math.abs(folds) * 0.45 - 0.05 * (1 - depth) + Math.max(0, depth - 0.9);
        double surface = Math.min(depth, fissure);
        double grey = tissues.grey();
        brush.paint(grey * 0.8, -depth);
        brush.paint(grey + 0.2 * (tissues.white() - grey), -surface);
        double core = Math.min(depth - 0.75, fissure + 0.5 * depth - 0.55);
        brush.paint(tissues.white(), -core);
    }
}
