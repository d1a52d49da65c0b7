package io.github.tumorbench.lab.dataset.phantom;

import io.github.tumorbench.lab.dataset.phantom.Shape.Ellipsoid;
import io.github.tumorbench.lab.dataset.phantom.Shape.Tube;
import java.util.ArrayList;
import java.util.List;

/** Everything between skin and skull: fat, muscle, orbits, nose, sinuses, mouth, spine. */
final class Face {
    private static final double AIR = 0.015;
    private static final Shape ORBIT = new Ellipsoid(3.1, 6.3, -3.0, 1.95, 2.7, 1.75);
    private static final Shape NASAL = new Ellipsoid(0, 6.2, -5.0, 1.5, 2.9, 2.1);
    private static final Shape ETHMOID = new Ellipsoid(0, 5.4, -2.9, 1.25, 2.3, 0.9);

    private record Part(Shape shape, double level) {}

    private final Tissues tissues;
    private final GradientNoise noise;
    private final List<Part> parts = new ArrayList<>();

    Face(Draws draws, Tissues tissues, GradientNoise noise) {
        this.tissues = tissues;
        this.noise = noise;
        bones(draws);
        airways(draws);
        orbits();
    }

    private void bones(Draws draws) {
        double marrow = tissues.marrow();
        double muscle = tissues.muscle();
        add(new Tube(0, 1.15, -3.2, 0.75, 0, -0.15, -6.3, 0.6), tissues.bone());
        add(new Tube(0, 1.15, -3.2, 0.5, 0, -0.15, -6.3, 0.4), marrow * draws.between(0.8, 1.3));
        add(new Tube(0, -0.35, -7.0, 0.95, 0, -0.9, -16, 0.95), tissues.bone());
        add(new Tube(0, -0.35, -7.2, 0.7, 0, -0.6, -9.6, 0.75), marrow);
        add(new Ellipsoid(0, -0.75, -10.9, 0.85, 0.75, 0.75), marrow);
        add(new Ellipsoid(0, -0.85, -12.8, 0.85, 0.75, 0.75), marrow);
        add(new Ellipsoid(0, -5.2, -9.2, 3.4, 1.9, 2.0), muscle);
        add(new Ellipsoid(2.1, -5.8, -10.5, 1.5, 1.6, 3.6).paired(), muscle * 0.92);
        add(new Ellipsoid(5.2, 2.6, -6.6, 0.9, 1.9, 2.9).paired(), muscle);
        add(new Ellipsoid(3.6, 2.4, -6.0, 0.8, 1.5, 1.6).paired(), muscle * 1.05);
        add(new Ellipsoid(4.6, 3.2, -8.2, 0.5, 2.6, 2.6).paired(), marrow);
        add(new Ellipsoid(6.6, 2.2, -1.5, 0.55, 2.6, 2.2).paired(), muscle);
        add(new Ellipsoid(0, 3.9, -9.2, 2.4, 3.2, 1.6), muscle * 1.1);
        add(new Tube(0, 3.2, -7.4, 0.28, 0, 7.4, -7.4, 0.28), tissues.bone());
        add(new Ellipsoid(0, 7.6, -8.4, 1.9, 0.45, 0.8), tissues.bone());
        add(new Tube(1.8, -0.6, -3.6, 0.35, 5.9, -2.8, -4.0, 0.9).paired(), tissues.bone());
    }

    private void airways(Draws draws) {
        double sphenoid = draws.between(0.75, 1.15);
        add(new Tube(0, 1.5, -5.0, 0.6, 0, 0.75, -8.6, 0.5), AIR);
        add(new Tube(0, 0.75, -8.6, 0.5, 0, 0.5, -14, 0.55), AIR);
        add(new Ellipsoid(0.75, 2.7, -3.95, 0.7 * sphenoid, 1.35 * sphenoid, 0.75 * sphenoid).paired(), AIR);
        add(new Ellipsoid(3.2, 5.6, -6.1, 1.45, 1.7, 1.6).paired(), AIR);
        add(new Ellipsoid(0.95, 8.35, -0.5, 1.15, 0.4, draws.between(0.5, 1.3)).paired(), AIR);
        add(new Ellipsoid(5.6, -2.9, -4.2, 0.75, 1.0, 1.2).paired(), AIR);
        add(new Tube(4.6, -1.0, -3.9, 0.22, 7.6, -1.3, -3.9, 0.3).paired(), AIR);
    }

    private void orbits() {
        double muscle = (tissues.muscle() + tissues.enhanced()) / 2;
        add(new Tube(4.1, 7.4, -3.0, 0.16, 1.7, 3.7, -2.5, 0.12).paired(), muscle);
        add(new Tube(2.0, 7.3, -3.0, 0.16, 1.5, 3.7, -2.5, 0.12).paired(), muscle);
        add(new Tube(3.1, 7.4, -1.9, 0.16, 1.6, 3.7, -2.3, 0.12).paired(), muscle);
        add(new Tube(3.1, 7.4, -4.1, 0.16, 1.6, 3.7, -2.7, 0.12).paired(), muscle);
        add(new Tube(3.1, 6.4, -3.0, 0.2, 1.3, 3.2, -2.3, 0.2).paired(), tissues.grey());
        add(new Ellipsoid(3.15, 7.5, -3.0, 1.22, 1.22, 1.22).paired(), tissues.grey());
        add(new Ellipsoid(3.15, 7.5, -3.0, 1.08, 1.08, 1.08).paired(), tissues.csf() * 1.15);
        add(new Ellipsoid(3.15, 8.35, -3.0, 0.5, 0.22, 0.5).paired(), tissues.grey());
    }

    private void add(Shape shape, double level) {
        parts.add(new Part(shape, level));
    }

    /** Paints what lies outside the skull; {@code depth} is the distance under the skin, cm. */
    void paint(Brush brush, double x, double y, double z, double depth, double outsideVault) {
        brush.fill(softTissue(x, y, z, depth, outsideVault));
        if (z < 1.5) {
            double ax = Math.abs(x);
            double orbit = ORBIT.distance(ax, y, z);
            brush.paint(tissues.bone() * 2, orbit - 0.18);
            brush.paint(tissues.fat() * 0.92, orbit);
            nose(brush, x, y, z);
            for (Part part : parts) {
                brush.paint(part.level(), part.shape().distance(x, y, z));
            }
        }
        brush.paint(tissues.muscle() * 1.1, depth - 0.12);
    }

    private double softTissue(double x, double y, double z, double depth, double outsideVault) {
        double fascia = noise.at(x * 0.8, y * 0.8, z * 0.8 + 40);
        double strands = noise.at(x * 2.1, y * 2.1 + 30, z * 1.6);
        double fat = tissues.fat() * (0.9 + 0.18 * fascia);
        double deep = Shape.step(0.5, 1.1, depth) * Shape.step(0.2, -1.6, z);
        double lean = Shape.step(-0.25, 0.35, fascia + 0.6 * strands);
        return fat + deep * lean * (tissues.muscle() * (1 + 0.3 * strands) - fat);
    }

    /** Nasal cavity and ethmoid cells: air between enhancing mucosa. */
    private void nose(Brush brush, double x, double y, double z) {
        double ax = Math.abs(x);
        double folds = noise.at(ax * 1.5, y * 0.45 + 7, z * 1.5);
        double mucosa = 0.75 * tissues.enhanced();
        double nasal = NASAL.distance(x, y, z);
        if (nasal < 0.3) {
            brush.paint(AIR, nasal);
            brush.paint(mucosa, Math.max(nasal, 0.12 - Math.abs(folds) * 0.8));
            brush.paint(mucosa * 0.8, Math.max(nasal, ax - 0.1));
        }
        double ethmoid = ETHMOID.distance(x, y, z);
        if (ethmoid < 0.3) {
            double cells = noise.at(x * 1.7, y * 1.5, z * 1.7 + 11);
            brush.paint(AIR, ethmoid);
            brush.paint(mucosa * 0.8, Math.max(ethmoid, 0.1 - Math.abs(cells)));
        }
    }
}
