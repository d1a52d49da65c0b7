package io.github.tumorbench.lab.dataset.phantom;

import io.github.tumorbench.lab.dataset.phantom.Shape.Ellipsoid;
import io.github.tumorbench.lab.dataset.phantom.Shape.Tube;

/** The ventricles and the choroid plexus in them. */
final class Ventricles {
    private static final Shape THIRD = new Ellipsoid(0, 0.1, -0.2, 0.22, 1.5, 1.0);
    private static final Shape AQUEDUCT = new Tube(0, -1.5, -0.6, 0.1, 0, -2.4, -2.4, 0.12);
    private static final Shape FOURTH = new Ellipsoid(0, -2.65, -3.3, 0.65, 0.42, 0.95);
    private static final Shape PLEXUS = new Tube(2.1, -3.1, 0.9, 0.26, 1.1, -1.6, 1.5, 0.14);

    private final double widening;
    private final double asymmetry;
    private final double plexus;
    private final Shape frontal;
    private final Shape body;
    private final Shape atrium;
    private final Shape occipital;
    private final Shape temporal;

    /** @param plexusSize added radius of the choroid plexus, cm */
    Ventricles(Draws draws, double plexusSize) {
        widening = draws.between(-0.16, 0.12) + (draws.chance(0.2) ? draws.between(0.05, 0.35) : 0);
        asymmetry = 0.07 * draws.normal();
        plexus = plexusSize;
        double r = 0.42;
        frontal = new Tube(0.95, 3.1, 0.8, r * 0.85, 0.75, 1.2, 1.25, r);
        body = new Tube(0.75, 1.2, 1.25, r, 1.25, -2.0, 1.55, r * 1.05);
        atrium = new Tube(1.25, -2.0, 1.55, r * 1.05, 2.25, -3.4, 0.7, r * 1.4);
        occipital = new Tube(2.25, -3.4, 0.7, r * 1.2, 1.9, -5.6, 0.2, 0.12);
        temporal = new Tube(2.4, -3.2, 0.4, r * 1.0, 3.1, 0.6, -2.1, 0.16);
    }

    /** Signed distance to the wall of the ventricles, cm, negative in the fluid. */
    double distance(double x, double y, double z) {
        double ax = Math.abs(x);
        double side = widening + (x > 0 ? asymmetry : -asymmetry);
        double lateral = Shape.union(frontal.distance(ax, y, z), body.distance(ax, y, z), 0.25);
        lateral = Shape.union(lateral, atrium.distance(ax, y, z), 0.3);
        double horns = Math.min(occipital.distance(ax, y, z), temporal.distance(ax, y, z));
        lateral = Shape.union(lateral, horns, 0.3) - side;
        double septum = 0.1 - ax;
        double third = THIRD.distance(x, y, z) - 0.4 * widening;
        double lower = Math.min(AQUEDUCT.distance(x, y, z), FOURTH.distance(x, y, z));
        return Math.min(Math.max(lateral, septum), Math.min(third, lower));
    }

    /** Signed distance to the choroid plexus, cm. */
    double plexus(double x, double y, double z) {
        return PLEXUS.distance(Math.abs(x), y, z) - plexus;
    }
}
