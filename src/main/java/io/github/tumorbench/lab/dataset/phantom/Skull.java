package io.github.tumorbench.lab.dataset.phantom;

import io.github.tumorbench.lab.dataset.phantom.Shape.Ellipsoid;
import io.github.tumorbench.lab.dataset.phantom.Shape.Tube;

/** The cavity inside the dura, the bone around it and the skin around all. */
final class Skull {
    /** Floor of the anterior fossa, cm. */
    static final double ANTERIOR_FLOOR = -1.7;
    /** The middle of the pituitary fossa, cm. */
    static final double SELLA_Y = 1.7;

    static final double SELLA_Z = -2.5;

    private static final Shape VAULT = new Ellipsoid(0, -0.4, 0.9, 6.7, 8.5, 6.5);
    private static final Shape MIDDLE_FOSSA = new Ellipsoid(4.0, 0.9, -1.8, 2.6, 3.5, 2.6);
    private static final Shape POSTERIOR_FOSSA = new Ellipsoid(0, -4.6, -3.2, 5.4, 4.1, 3.9);
    private static final Shape CLIVAL_CANAL = new Tube(0, -0.6, -2.2, 1.7, 0, -2.0, -6.5, 1.25);
    private static final Shape SPINAL_CANAL = new Tube(0, -2.0, -6.5, 1.15, 0, -2.9, -14, 0.85);
    private static final Shape SELLA = new Ellipsoid(0, SELLA_Y, SELLA_Z, 0.85, 0.7, 0.65);
    private static final Shape PETROUS = new Tube(1.7, -0.5, -3.5, 0.45, 6.0, -2.8, -3.9, 1.0);

    private static final Shape FACE = new Ellipsoid(0, 3.6, -4.6, 6.2, 5.5, 7.2);
    private static final Shape NOSE = new Tube(0, 8.7, -2.3, 0.5, 0, 10.0, -5.2, 0.85);
    private static final Shape MOUTH = new Ellipsoid(0, 8.3, -7.9, 2.4, 1.2, 1.3);
    private static final Shape CHIN = new Ellipsoid(0, 5.2, -10.2, 3.9, 3.6, 2.2);
    private static final Shape NECK = new Tube(0, -2.3, -4.5, 5.6, 0, -3.4, -16, 5.4);
    private static final Shape EAR = new Ellipsoid(7.9, -1.4, -3.0, 0.3, 1.2, 1.8);

    private final double scalp;
    private final double bone;

    Skull(Draws draws) {
        scalp = draws.between(0.45, 0.95);
        bone = draws.between(0.45, 0.75);
    }

    /** Signed distance to the dura, cm, negative inside. */
    double cavity(double x, double y, double z) {
        double ax = Math.abs(x);
        double vault = Shape.intersection(VAULT.distance(x, y, z), ANTERIOR_FLOOR - z - 0.03 * y, 0.5);
        double fossae = Math.min(MIDDLE_FOSSA.distance(ax, y, z), SELLA.distance(x, y, z));
        double back = Shape.union(POSTERIOR_FOSSA.distance(x, y, z), CLIVAL_CANAL.distance(x, y, z), 0.6);
        back = Shape.union(back, SPINAL_CANAL.distance(x, y, z), 0.5);
        double whole = Shape.union(Shape.union(vault, fossae, 0.5), back, 0.5);
        return Shape.intersection(whole, -PETROUS.distance(ax, y, z), 0.4);
    }

    /** Signed distance to the skin, cm, negative inside. */
    double skin(double x, double y, double z) {
        double ax = Math.abs(x);
        double crown = VAULT.distance(x, y, z) - bone - scalp;
        if (z > 3) {
            return crown;
        }
        double face = Shape.union(FACE.distance(x, y, z), NOSE.distance(x, y, z), 1.1);
        face = Shape.union(face, MOUTH.distance(x, y, z), 0.8);
        face = Shape.union(face, CHIN.distance(x, y, z), 1.2);
        double whole = Shape.union(Shape.union(crown, face, 1.6), NECK.distance(x, y, z), 1.6);
        return Math.min(whole, EAR.distance(ax, y, z));
    }

    /** Thickness of the bone over the dura here, cm: thick at the vault, thin at the base. */
    double boneThickness(double y, double z) {
        double base = y > 2 ? 0.28 : 0.4;
        return base + (bone - base) * Shape.step(-2.6, -0.4, z);
    }
}
