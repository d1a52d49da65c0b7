package io.github.tumorbench.lab.dataset.phantom;

import io.github.tumorbench.lab.dataset.phantom.Shape.Ellipsoid;
import io.github.tumorbench.lab.dataset.phantom.Shape.Tube;
import java.util.ArrayList;
import java.util.List;

/** What takes up contrast agent in every head: sinuses, arteries, dura, the normal pituitary gland and its stalk. */
final class Vessels {
    private final double enhanced;
    private final double dura;
    private final List<Shape> tubes = new ArrayList<>();
    private final Shape gland;

    /** @param calibre factor on the radius of the vessels */
    Vessels(Draws draws, Tissues tissues, double calibre, double glandHeight) {
        enhanced = tissues.enhanced() * draws.between(0.7, 1.1);
        dura = draws.between(0.25, 0.75);
        double dominance = draws.between(0.6, 1.3) * calibre;
        double other = draws.between(0.4, 1.1) * calibre;
        sinuses(1, dominance);
        sinuses(-1, other);
        tubes.add(new Tube(0, -3.3, 0.0, 0.16 * calibre, 0, -8.2, -1.7, 0.2 * calibre));
        tubes.add(new Ellipsoid(1.1, 1.6, -2.75, 0.35 * calibre, 0.9, 0.5).paired());
        tubes.add(new Tube(1.15, 1.5, -4.4, 0.24 * calibre, 1.1, 1.9, -1.7, 0.2 * calibre).paired());
        tubes.add(new Tube(0, 0.55, -3.9, 0.15 * calibre, 0, 0.45, -1.6, 0.15 * calibre));
        tubes.add(new Tube(1.1, 1.9, -1.6, 0.14 * calibre, 3.9, 1.5, -1.2, 0.11 * calibre).paired());
        tubes.add(new Tube(0.12, 2.0, -1.4, 0.1 * calibre, 0.1, 4.2, 1.4, 0.08 * calibre).paired());
        tubes.add(new Tube(0, 1.35, -1.4, 0.08, 0, 1.6, -2.3, 0.1));
        gland = new Ellipsoid(
                0, Skull.SELLA_Y, Skull.SELLA_Z - 0.12 + 0.5 * glandHeight, 0.65, 0.5, 0.3 + 0.5 * glandHeight);
    }

    private void sinuses(int side, double calibre) {
        tubes.add(new Tube(0, -8.3, -1.9, 0.25 * calibre, side * 4.9, -5.6, -2.5, 0.3 * calibre));
        tubes.add(new Tube(side * 4.9, -5.6, -2.5, 0.3 * calibre, side * 3.9, -3.5, -4.6, 0.28 * calibre));
    }

    /** Paints the vessels that lie inside the dura. */
    void paint(Brush brush, double x, double y, double z, double cavity) {
        brush.paint(enhanced * 0.8, Math.abs(cavity + 0.02) - 0.05, dura);
        brush.paint(enhanced, sagittalSinus(x, y, z, cavity));
        if (Math.abs(x) < 0.3 && y > -9) {
            brush.paint(enhanced * 0.8, Math.abs(x) - 0.035, falx(y, z));
        }
        if (y < -1.5) {
            double sheet = Math.abs(z - Cerebrum.tentorium(x, y)) * 0.9 - 0.03;
            brush.paint(enhanced * 0.7, Math.max(sheet, 1.6 - Math.abs(x)), dura);
        }
        for (Shape tube : tubes) {
            brush.paint(enhanced, tube.distance(x, y, z));
        }
        brush.paint(enhanced * 0.88, gland.distance(x, y, z));
    }

    /** Opacity of the falx: it hangs between the hemispheres above the corpus callosum. */
    private double falx(double y, double z) {
        double above = (Cerebrum.arch(y, z) - 1) * 3;
        return dura * Shape.step(0.3, 1.0, above) * Shape.step(-1.4, -0.6, z - Math.min(0, 0.2 * (y + 2)));
    }

    /** The sinus runs under the midline of the vault, wider towards the back. */
    private static double sagittalSinus(double x, double y, double z, double cavity) {
        if (z < -1.9 || y > 6) {
            return 1;
        }
        double size = 0.32 - 0.025 * y;
        return (Math.abs(x) * 1.3 + Math.abs(cavity + 0.15) - size) * 0.7;
    }
}
