package io.github.tumorbench.lab.dataset.phantom;

import io.github.tumorbench.lab.dataset.phantom.Shape.Ellipsoid;
import java.util.ArrayList;
import java.util.List;

/** Harmless findings that can be taken for a tumour; heads of every class have them at the same rates. */
final class Incidentals {
    private record Finding(Shape shape, double level, double opacity) {}

    private final List<Finding> findings = new ArrayList<>();
    private final double plexusSize;
    private final double calibre;
    private final double glandHeight;

    Incidentals(Draws draws, Tissues tissues, GradientNoise noise) {
        plexusSize = draws.chance(Difficulty.LARGE_PLEXUS_SHARE) ? draws.between(0.15, 0.4) : draws.between(-0.12, 0.1);
        calibre = draws.chance(Difficulty.LARGE_VESSEL_SHARE) ? draws.between(1.4, 2.2) : draws.between(0.6, 1.2);
        glandHeight = draws.chance(Difficulty.FULL_GLAND_SHARE) ? draws.between(0.35, 0.7) : draws.between(0, 0.2);
        if (draws.chance(Difficulty.PINEAL_SHARE)) {
            double level = draws.chance(0.5) ? tissues.bone() : tissues.enhanced();
            double r = draws.between(0.25, 0.5);
            findings.add(new Finding(new Ellipsoid(0, -2.7, -0.1, r, r, r), level, 1));
        }
        spots(draws, tissues);
        patches(draws, tissues, noise);
        if (draws.chance(Difficulty.DURAL_PLAQUE_SHARE)) {
            double y = draws.between(-4, 5);
            double level = draws.chance(0.5) ? tissues.fat() * 0.8 : tissues.bone();
            double thickness = draws.between(0.12, 0.3);
            findings.add(new Finding(new Ellipsoid(0, y, 5.2, thickness, 0.9, 0.7), level, 1));
        }
    }

    private void spots(Draws draws, Tissues tissues) {
        if (!draws.chance(Difficulty.SPOT_SHARE)) {
            return;
        }
        for (int i = 0; i < 14; i++) {
            double x = draws.sign() * draws.between(1.2, 4.5);
            double r = draws.between(0.12, 0.4);
            Shape spot = new Ellipsoid(x, draws.between(-4.5, 4.5), draws.between(-0.2, 4), r, 1.4 * r, r);
            findings.add(new Finding(spot, tissues.grey() * 0.75, 0.8));
        }
    }

    private void patches(Draws draws, Tissues tissues, GradientNoise noise) {
        if (draws.chance(Difficulty.OLD_INFARCT_SHARE)) {
            double r = draws.between(0.8, 1.8);
            double phase = draws.between(0, 50);
            Shape ball = new Ellipsoid(
                    draws.sign() * draws.between(3.5, 5.6),
                    draws.between(-6, 5),
                    draws.between(-1, 4.5),
                    r,
                    r * 1.2,
                    r);
            Shape ragged = (x, y, z) -> ball.distance(x, y, z) + 0.5 * noise.at(x + phase, y, z);
            findings.add(new Finding(ragged, tissues.csf() * draws.between(1.2, 2), 0.9));
        }
        if (draws.chance(Difficulty.ARACHNOID_CYST_SHARE)) {
            double r = draws.between(0.9, 1.8);
            Shape cyst = draws.chance(0.6)
                    ? new Ellipsoid(draws.sign() * 4.4, 3.4, -1.6, r, r * 0.8, r)
                    : new Ellipsoid(0, -7.0, -4.6, r * 1.2, r * 0.8, r);
            findings.add(new Finding(cyst, tissues.csf(), 1));
        }
    }

    /** Added to the radius of the choroid plexus, cm. */
    double plexusSize() {
        return plexusSize;
    }

    /** Factor on the radius of the vessels. */
    double calibre() {
        return calibre;
    }

    /** Added height of the normal pituitary gland, cm. */
    double glandHeight() {
        return glandHeight;
    }

    void paint(Brush brush, double x, double y, double z, double cavity) {
        for (Finding finding : findings) {
            brush.paint(finding.level(), Math.max(finding.shape().distance(x, y, z), cavity + 0.1), finding.opacity());
        }
    }
}
