package io.github.tumorbench.lab.dataset.phantom;

/** One head without a tumour: bone, soft tissue, brain and vessels of one person. */
final class Head {
    private final Tissues tissues;
    private final Skull skull;
    private final Face face;
    private final Cerebrum cerebrum;
    private final Ventricles ventricles;
    private final Hindbrain hindbrain;
    private final Incidentals incidentals;
    private final Vessels vessels;

    Head(Draws draws, GradientNoise noise) {
        tissues = Tissues.drawn(draws);
        skull = new Skull(draws);
        face = new Face(draws, tissues, noise);
        incidentals = new Incidentals(draws, tissues, noise);
        cerebrum = new Cerebrum(draws, tissues, noise);
        ventricles = new Ventricles(draws, incidentals.plexusSize());
        hindbrain = new Hindbrain(draws, tissues, noise);
        vessels = new Vessels(draws, tissues, incidentals.calibre(), incidentals.glandHeight());
    }

    Tissues tissues() {
        return tissues;
    }

    /** Signed distance to the dura, cm, negative inside the skull. */
    double cavity(double x, double y, double z) {
        return skull.cavity(x, y, z);
    }

    /** Signed distance to the skin, cm, negative inside the head. */
    double skin(double x, double y, double z) {
        return skull.skin(x, y, z);
    }

    /** Depth under the surface of the brain, cm: positive in hemispheres, cerebellum and brainstem, not in fluid. */
    double brainDepth(double x, double y, double z) {
        double cavity = skull.cavity(x, y, z);
        double brain = Math.max(
                cerebrum.depth(x, y, z, cavity),
                Math.max(-hindbrain.cerebellum(x, y, z, cavity), -hindbrain.brainstem(x, y, z)));
        return Math.min(brain, ventricles.distance(x, y, z));
    }

    /** Where a ray from inside the skull meets the dura. */
    Point dura(Point from, Point direction) {
        double low = 0;
        double high = 14;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            Point p = from.plus(middle, direction);
            if (skull.cavity(p.x(), p.y(), p.z()) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return from.plus(low, direction);
    }

    /** Paints the head at a point outside the brain: air, soft tissue, bone. */
    void paintShell(Brush brush, double x, double y, double z, double skin, double cavity) {
        double bone = skull.boneThickness(y, z);
        face.paint(brush, x, y, z, -skin, cavity);
        brush.paint(tissues.bone(), cavity - bone);
        double marrow = Math.abs(cavity - 0.5 * bone) - 0.22 * bone;
        brush.paint(tissues.marrow(), marrow, 0.75 * Shape.step(0.3, 0.5, bone));
        brush.glaze(0, 1 - brush.cover(skin));
    }

    /**
     * Paints what lies inside the dura.
     *
     * @param cavity signed distance to the dura at the point itself, cm
     * @param pull factor towards the centre of a tumour that has displaced the brain, 1 for none
     */
    void paintBrain(Brush brush, double x, double y, double z, double cavity, double pull, Point centre) {
        double bx = centre.x() + (x - centre.x()) * pull;
        double by = centre.y() + (y - centre.y()) * pull;
        double bz = centre.z() + (z - centre.z()) * pull;
        brush.paint(tissues.csf(), cavity);
        double depth = cerebrum.depth(bx, by, bz, cavity);
        if (depth > -brush.softness()) {
            cerebrum.paint(brush, bx, by, bz, depth);
        }
        if (bz < 1.5 && by < 2) {
            hindbrain.paint(brush, bx, by, bz, cavity);
        }
        brush.paint(tissues.csf(), ventricles.distance(bx, by, bz));
        brush.paint(tissues.enhanced(), ventricles.plexus(bx, by, bz), 0.85);
        incidentals.paint(brush, bx, by, bz, cavity);
        vessels.paint(brush, bx, by, bz, cavity);
    }
}
