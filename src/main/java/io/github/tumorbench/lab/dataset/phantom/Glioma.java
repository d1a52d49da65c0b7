package io.github.tumorbench.lab.dataset.phantom;

/** Within the brain, of irregular outline; a ring about a dead core, solid, or infiltrating without enhancement. */
final class Glioma implements Lesion {
    private static final int RING = 0;
    private static final int PATCHY = 1;
    private static final int INFILTRATING = 3;
    private static final int TRIES = 400;

    private final Tissues tissues;
    private final GradientNoise noise;
    private final Point centre;
    private final double radius;
    private final int kind;
    private final double ragged;
    private final double offset;
    private final double bright;
    private final double core;
    private final double ring;
    private final double swelling;
    private final double push;
    private final double cover;

    private Glioma(Draws draws, Tissues tissues, GradientNoise noise, Point centre, double radius) {
        this.tissues = tissues;
        this.noise = noise;
        this.centre = centre;
        this.radius = radius;
        kind = draws.weighted(Difficulty.GLIOMA_KINDS);
        offset = draws.between(0, 90);
        ragged = kind == 2 ? draws.between(0.08, 0.2) : draws.between(0.18, 0.4);
        double strength = Difficulty.strength(draws);
        bright = kind == INFILTRATING
                ? tissues.grey() - draws.between(0.1, 0.2)
                : tissues.white() + strength * (tissues.enhanced() - tissues.white());
        core = draws.between(tissues.csf() + 0.02, tissues.grey() * 0.95);
        ring = draws.between(0.22, 0.4);
        swelling = kind == INFILTRATING ? draws.between(0, 0.4) : draws.unit() * draws.between(0.6, 1.8);
        push = draws.between(0.05, 0.4);
        cover = kind == INFILTRATING ? draws.between(0.7, 1) : 1;
    }

    /** Draws a tumour somewhere in the brain of this head. */
    static Glioma drawn(Draws draws, Head head, GradientNoise noise) {
        double radius =
                Difficulty.radius(draws, Difficulty.GLIOMA_SMALL, Difficulty.GLIOMA_LOW, Difficulty.GLIOMA_HIGH);
        boolean cortical = draws.chance(Difficulty.CORTICAL_GLIOMA_SHARE);
        double least = cortical ? 0.3 * radius : 0.7 * radius + 0.3;
        double most = cortical ? 0.8 * radius : 9;
        Point centre = new Point(3.2 * draws.sign(), -1.0, 2.2);
        for (int i = 0; i < TRIES; i++) {
            Point p = new Point(draws.between(-6, 6), draws.between(-8, 7.5), draws.between(-4.5, 7));
            double depth = head.brainDepth(p.x(), p.y(), p.z());
            if (depth > least && depth < most) {
                centre = p;
                break;
            }
        }
        return new Glioma(draws, head.tissues(), noise, centre, radius);
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
        return cover;
    }

    @Override
    public double push() {
        return push;
    }

    @Override
    public double distance(double x, double y, double z, double cavity) {
        double dx = x - centre.x();
        double dy = y - centre.y();
        double dz = z - centre.z();
        double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
        if (length > 2.5 * radius) {
            return length - radius;
        }
        double scale = 1.1 / radius;
        double lobes = noise.at(dx * scale + offset, dy * scale, dz * scale);
        double fringe = noise.at(dx * 2.6 * scale, dy * 2.6 * scale + offset, dz * 2.6 * scale);
        double ragged = length - radius * (1 + this.ragged * (1.3 * lobes + 0.45 * fringe));
        return Math.max(ragged * 0.85, cavity + 0.15);
    }

    @Override
    public double level(double x, double y, double z, double distance) {
        double fine = noise.at(x * 1.4 + offset, y * 1.4, z * 1.4);
        double inside = -distance;
        return switch (kind) {
            case RING -> {
                double width = radius * ring * (1 + 0.9 * fine);
                double inCore = Shape.step(width - 0.08, width + 0.12, inside);
                yield bright + inCore * (core * (1 + 0.2 * fine) - bright);
            }
            case PATCHY -> bright + Shape.step(-0.35, 0.45, fine) * 0.7 * (core - bright);
            case INFILTRATING -> bright * (1 + 0.12 * fine);
            default -> bright * (1 + 0.05 * fine);
        };
    }

    /** Oedema: fingers of darker white matter; grey matter is spared. */
    @Override
    public void paintSurroundings(Brush brush, double x, double y, double z, double cavity, double distance) {
        if (swelling <= 0 || distance > 2.2 * swelling || cavity > -0.2) {
            return;
        }
        double fingers = distance + 0.9 * swelling * noise.at(x * 0.7, y * 0.7 + offset, z * 0.7);
        double soaked = Shape.step(swelling, swelling * 0.55, fingers);
        double swollen = tissues.grey() * 0.8;
        if (brush.signal() > swollen) {
            brush.glaze(swollen, 0.85 * soaked);
        }
    }
}
