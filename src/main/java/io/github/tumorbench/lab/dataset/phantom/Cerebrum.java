package io.github.tumorbench.lab.dataset.phantom;

import io.github.tumorbench.lab.dataset.phantom.Shape.Ellipsoid;

/** The hemispheres: folded cortex, white matter, corpus callosum, deep grey matter. */
final class Cerebrum {
    private static final double RIBBON = 0.3;
    private static final double SULCUS_DEPTH = 1.7;
    private static final Shape THALAMUS = new Ellipsoid(0.95, -0.9, 0.25, 0.8, 1.4, 0.85);
    private static final Shape CAUDATE = new Ellipsoid(1.5, 2.0, 0.9, 0.5, 1.1, 0.75);
    private static final Shape LENTIFORM = new Ellipsoid(2.45, 0.7, 0.1, 0.65, 1.8, 0.95);
    private static final Shape CLAUSTRUM = new Ellipsoid(3.35, 0.5, 0.1, 0.12, 1.7, 1.1);

    private final GradientNoise noise;
    private final Tissues tissues;
    private final double gap;
    private final double sulcus;
    private final double offset;
    private final double sylvian;

    Cerebrum(Draws draws, Tissues tissues, GradientNoise noise) {
        this.tissues = tissues;
        this.noise = noise;
        double atrophy = draws.unit() * draws.unit();
        gap = 0.1 + 0.22 * atrophy;
        sulcus = 0.02 + 0.14 * atrophy;
        sylvian = 0.1 + 0.25 * atrophy;
        offset = draws.between(0, 100);
    }

    /** Height of the tentorium over this point of the base, cm. */
    static double tentorium(double x, double y) {
        return -0.35 - 0.36 * Math.abs(x) + 0.27 * Math.min(0, y + 2.5);
    }

    /** Relative radius about the midline arch whose rim is the upper surface of the corpus callosum: 1 on it. */
    static double arch(double y, double z) {
        double ay = (y - 0.05) / 3.9;
        double az = (z - 0.1) / 2.75;
        return Math.sqrt(ay * ay + az * az);
    }

    /**
     * Depth under the surface of the hemispheres without their sulci, cm, negative outside.
     *
     * @param cavity signed distance to the dura, cm
     */
    double depth(double x, double y, double z, double cavity) {
        double ax = Math.abs(x);
        double depth = -cavity - gap;
        double outsideArch = (arch(y, z) - 1) * 3;
        double basal = Math.max(z + 0.75, ax - 1.55);
        basal = Math.max(basal, y - 2.4);
        if (y < 0.5) {
            depth = Math.min(depth, z - tentorium(x, y) - 0.12);
        }
        depth = Math.min(depth, basal);
        double medial = ax - 0.06 - 0.5 * gap;
        double belowArch = Math.max(outsideArch, -0.6 - z);
        depth = Math.min(depth, Math.max(medial, -belowArch));
        double fissure = Math.max(Math.abs(z + 0.95 + 0.22 * (y - 1)) - sylvian, 3.75 - ax);
        double insula = Math.max(Math.abs(ax - 3.85) - sylvian, Math.abs(z + 0.1) - 1.3);
        double reach = Math.max(-3.3 - y, y - 2.7);
        return Math.min(depth, Math.max(Math.min(fissure, insula), reach));
    }

    /** Signed distance to the corpus callosum, cm. */
    private static double callosum(double x, double y, double z) {
        double arch = arch(y, z);
        double thickness = 0.32 + 0.35 * Shape.step(1.8, 3.6, Math.abs(y));
        double shell = Math.max((arch - 1) * 2.9, (1 - arch) * 2.9 - thickness);
        return Math.max(Math.max(shell, -0.35 - z), Math.abs(x) - 2.2);
    }

    /** Paints the hemispheres where the depth is positive. */
    void paint(Brush brush, double x, double y, double z, double depth) {
        double cortex = depth < 4 ? Math.min(depth, sulcalDistance(x, y, z, depth)) : depth;
        brush.paint(tissues.grey(), -cortex);
        double ax = Math.abs(x);
        double patches = tissues.texture() * noise.at(x * 0.9 + 3, y * 0.9, z * 0.9);
        brush.paint(tissues.white() + patches, RIBBON - cortex);
        if (ax < 4 && y > -3 && y < 4 && z > -1.5 && z < 2.5) {
            double nuclei = Math.min(THALAMUS.distance(ax, y, z), LENTIFORM.distance(ax, y, z));
            nuclei = Math.min(nuclei, Math.min(CAUDATE.distance(ax, y, z), CLAUSTRUM.distance(ax, y, z)));
            brush.paint(tissues.grey() + 0.25 * (tissues.white() - tissues.grey()), nuclei);
        }
        if (arch(y, z) < 1.1) {
            brush.paint(tissues.white() * 1.03, callosum(x, y, z));
        }
    }

    /** Distance to the nearest sulcus, cm, negative in its fluid. Sulci stand upright on the surface: noise on directions. */
    private double sulcalDistance(double x, double y, double z, double depth) {
        double ex = x / 6.6;
        double ey = (y + 0.4) / 8.4;
        double ez = (z - 0.6) / 6.4;
        double radius = Math.sqrt(ex * ex + ey * ey + ez * ez);
        double out = 1 / Math.max(0.25, radius);
        double bend = 0.5 * noise.at(x * 0.5 + offset, y * 0.5, z * 0.5);
        double qx = x * out * 0.62 + bend;
        double qy = y * out * 0.62 - bend;
        double qz = z * out * 0.62 + 0.7 * bend;
        double side = x > 0 ? offset : offset + 50;
        double main = Math.abs(noise.at(qx + side, qy, qz)) * 1.15;
        double fine = Math.abs(noise.at(qx * 1.9, qy * 1.9 + side, qz * 1.9)) * 0.62;
        double narrow = sulcus * (1 - 0.35 * depth);
        double deepMain = main - narrow + Math.max(0, depth - SULCUS_DEPTH);
        double deepFine = fine - narrow + Math.max(0, depth - 0.45 * SULCUS_DEPTH);
        return Math.min(deepMain, deepFine);
    }
}
