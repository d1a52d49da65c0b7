package io.github.tumorbench.lab.dataset.phantom;

/** Pituitary adenoma: in the midline, in and above the sella; a large one is waisted by the diaphragm. */
final class Adenoma implements Lesion {
    private final Tissues tissues;
    private final GradientNoise noise;
    private final Point centre;
    private final double radius;
    private final double width;
    private final double upper;
    private final double upperRadius;
    private final double bright;
    private final double offset;
    private final double hole;

    private Adenoma(Draws draws, Tissues tissues, GradientNoise noise, double radius) {
        this.tissues = tissues;
        this.noise = noise;
        this.radius = radius;
        double rise = Math.max(0, radius - 0.6);
        centre = new Point(
                draws.normal() * 0.12 + (draws.chance(0.2) ? draws.sign() * 0.35 * radius : 0),
                Skull.SELLA_Y + draws.normal() * 0.1,
                Skull.SELLA_Z + draws.between(0.1, 0.6) * rise);
        width = draws.between(0.95, 1.3);
        boolean suprasellar = draws.chance(Difficulty.SUPRASELLAR_SHARE);
        upper = suprasellar ? draws.between(0.9, 1.35) * radius : 0.5 * radius;
        upperRadius = suprasellar ? draws.between(0.65, 1.05) * radius : 0.6 * radius;
        double strength = Difficulty.strength(draws);
        bright = tissues.white() + 0.8 * strength * (tissues.enhanced() - tissues.white()) - 0.03;
        offset = draws.between(0, 90);
        hole = draws.chance(Difficulty.CYSTIC_SHARE) ? draws.between(0.3, 0.6) : 0;
    }

    /** Draws a tumour in the sella of this head. */
    static Adenoma drawn(Draws draws, Head head, GradientNoise noise) {
        double radius =
                Difficulty.radius(draws, Difficulty.ADENOMA_SMALL, Difficulty.ADENOMA_LOW, Difficulty.ADENOMA_HIGH);
        return new Adenoma(draws, head.tissues(), noise, radius);
    }

    @Override
    public Point centre() {
        return centre;
    }

    @Override
    public double radius() {
        return radius;
    }

    @Override
    public double opacity() {
        return 1;
    }

    @Override
    public double push() {
        return 0.45;
    }

    @Override
    public double distance(double x, double y, double z, double cavity) {
        double dx = (x - centre.x()) / width;
        double dy = y - centre.y();
        double dz = z - centre.z();
        double square = dx * dx + dy * dy;
        double lower = Math.sqrt(square + dz * dz) - radius;
        if (lower > 3 * radius) {
            return lower;
        }
        double high = dz - upper;
        double ball = Math.sqrt(square + high * high) - upperRadius;
        double lobes = noise.at(dx / radius + offset, dy / radius, dz / radius);
        return Shape.union(lower, ball, 0.25) - 0.14 * radius * lobes;
    }

    @Override
    public double level(double x, double y, double z, double distance) {
        double fine = noise.at(x * 1.7 + offset, y * 1.7, z * 1.7);
        double coarse = noise.at(x * 0.9, y * 0.9 + offset, z * 0.9);
        if (hole > 0) {
            double inHole = Shape.step(0.05, -0.1, distance + 0.25 * radius + (0.6 - hole + coarse) * 0.5 * radius);
            return bright + inHole * (tissues.csf() * 1.6 - bright);
        }
        return bright * (1 + 0.08 * fine);
    }

    /** The capsule and the dura it lifts: a thin, slightly darker rim. */
    @Override
    public void paintSurroundings(Brush brush, double x, double y, double z, double cavity, double distance) {
        brush.paint(tissues.csf() * 1.6, distance - 0.1, 0.6);
    }
}
