package io.github.tumorbench.lab.dataset.phantom;

/** Outside the brain, smooth, seated with a broad base on the dura; evenly enhancing, often with a dural tail. */
final class Meningioma implements Lesion {
    private static final int CONVEXITY = 0;
    private static final int FALX = 1;
    private static final int PARASELLAR = 2;
    private static final int SPHENOID_WING = 3;

    /** A point of the dura and the direction from it into the brain. */
    private record Seat(Point point, Point inward) {}

    private final Tissues tissues;
    private final GradientNoise noise;
    private final Seat seat;
    private final Point centre;
    private final double radius;
    private final double height;
    private final double bright;
    private final double offset;
    private final double hole;
    private final double tail;
    private final double cleft;
    private final double swelling;
    private final double push;

    private Meningioma(Draws draws, Tissues tissues, GradientNoise noise, Seat seat, double radius) {
        this.tissues = tissues;
        this.noise = noise;
        this.seat = seat;
        this.radius = radius;
        height = draws.between(0.65, 1.05);
        centre = seat.point().plus(radius * height * draws.between(0.3, 0.75), seat.inward());
        double strength = Difficulty.strength(draws);
        bright = tissues.white() + strength * (tissues.enhanced() - tissues.white());
        offset = draws.between(0, 90);
        hole = draws.chance(Difficulty.CYSTIC_SHARE) ? draws.between(0.25, 0.45) : 0;
        tail = draws.chance(0.55) ? draws.between(0.1, 0.2) : 0;
        cleft = draws.chance(0.6) ? draws.between(0.06, 0.16) : 0;
        swelling = draws.chance(Difficulty.SWOLLEN_MENINGIOMA_SHARE) ? draws.between(0.4, 1.3) : 0;
        push = draws.between(0.25, 0.5);
    }

    /** Draws a tumour on the dura of this head. */
    static Meningioma drawn(Draws draws, Head head, GradientNoise noise) {
        double radius = Difficulty.radius(
                draws, Difficulty.MENINGIOMA_SMALL, Difficulty.MENINGIOMA_LOW, Difficulty.MENINGIOMA_HIGH);
        Seat seat =
                switch (draws.weighted(Difficulty.MENINGIOMA_SITES)) {
                    case CONVEXITY -> convexity(draws, head);
                    case FALX -> falx(draws, head);
                    case PARASELLAR -> new Seat(
                            new Point(draws.between(-0.9, 0.9), draws.between(2.6, 4.4), Skull.ANTERIOR_FLOOR - 0.1),
                            new Point(0, 0.1, 1).unit());
                    case SPHENOID_WING -> new Seat(
                            new Point(draws.sign() * draws.between(2.4, 4.6), draws.between(2.9, 3.7), -1.7),
                            new Point(0, draws.between(-0.6, 0.6), 1).unit());
                    default -> tentorium(draws);
                };
        return new Meningioma(draws, head.tissues(), noise, seat, radius);
    }

    private static Seat convexity(Draws draws, Head head) {
        Point origin = new Point(0, -0.4, 1);
        Point out = Point.direction(draws);
        while (out.z() < -0.15) {
            out = Point.direction(draws);
        }
        return new Seat(head.dura(origin, out), new Point(-out.x(), -out.y() * 0.7, -out.z()).unit());
    }

    private static Seat falx(Draws draws, Head head) {
        double y = draws.between(-6.5, 6.0);
        double top = head.dura(new Point(0, y, 1), new Point(0, 0, 1)).z();
        double rim = 2.9 - 0.06 * y * y;
        double z = Math.max(0.4, rim + 0.5) + draws.unit() * Math.max(0.2, top - rim - 0.6);
        return new Seat(new Point(0, y, Math.min(z, top - 0.1)), new Point(draws.sign(), 0, 0));
    }

    private static Seat tentorium(Draws draws) {
        int side = draws.sign();
        double x = side * draws.between(1.2, 4.2);
        double y = draws.between(-7, -2.2);
        return new Seat(new Point(x, y, Cerebrum.tentorium(x, y)), new Point(0.3 * side, 0, draws.sign()).unit());
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
        return push;
    }

    /** Distance above the seat along its normal, cm. */
    private double above(double x, double y, double z) {
        Point p = seat.point();
        Point n = seat.inward();
        return (x - p.x()) * n.x() + (y - p.y()) * n.y() + (z - p.z()) * n.z();
    }

    @Override
    public double distance(double x, double y, double z, double cavity) {
        double dx = x - centre.x();
        double dy = y - centre.y();
        double dz = z - centre.z();
        Point n = seat.inward();
        double up = dx * n.x() + dy * n.y() + dz * n.z();
        double square = dx * dx + dy * dy + dz * dz;
        double length = Math.sqrt(square + up * up * (1 / (height * height) - 1));
        if (length > 2.5 * radius) {
            return length - radius;
        }
        double lobes = noise.at(dx / radius + offset, dy / radius, dz / radius);
        double ball = (length - radius * (1 + 0.14 * lobes)) * 0.9;
        double base = -0.3 * radius - above(x, y, z);
        return Math.max(Math.max(ball, cavity + 0.02), Shape.intersection(ball, base, 0.3));
    }

    @Override
    public double level(double x, double y, double z, double distance) {
        double fine = noise.at(x * 1.6 + offset, y * 1.6, z * 1.6);
        if (hole > 0) {
            double inHole = Shape.step(0.06, -0.06, 0.3 * radius + distance + 0.5 * (hole - 0.5 + fine) * radius);
            return bright + inHole * (tissues.csf() * 1.3 - bright);
        }
        return bright * (1 + 0.05 * fine);
    }

    /** A cleft of fluid, the dural tail, and sometimes swollen white matter. */
    @Override
    public void paintSurroundings(Brush brush, double x, double y, double z, double cavity, double distance) {
        if (distance > 2.5 || cavity > 0.1) {
            return;
        }
        double swollen = tissues.grey() * 0.82;
        if (swelling > 0 && brush.signal() > swollen && cavity < -0.3) {
            double fingers = distance + 0.8 * swelling * noise.at(x * 0.7, y * 0.7 + offset, z * 0.7);
            brush.glaze(swollen, 0.8 * Shape.step(swelling, swelling * 0.5, fingers));
        }
        if (cleft > 0) {
            brush.paint(tissues.csf() * 1.4, distance - cleft, 0.8);
        }
        if (tail > 0) {
            double sheet = Math.max(Math.abs(cavity + 0.03) - tail, distance - 0.9);
            brush.paint(bright, sheet, 0.9);
        }
    }
}
