package io.github.tumorbench.lab.dataset.phantom;

/** How a head lies in the scanner: the plane's axes, the field of view and the person's proportions. */
final class Pose {
    private final Plane plane;
    private final double field;
    private final Point right;
    private final Point down;
    private final Point normal;
    private final double breadth;
    private final double length;
    private final double height;
    private final Point middle;

    Pose(Draws draws) {
        plane = Plane.values()[draws.weighted(Difficulty.PLANE_WEIGHTS)];
        breadth = 1 + 0.035 * draws.normal();
        length = 1 + 0.035 * draws.normal();
        height = 1 + 0.035 * draws.normal();
        double spin = 3 * draws.normal();
        if (draws.chance(Difficulty.TILTED_SHARE)) {
            spin += draws.sign() * draws.between(8, 20);
        }
        double nod = plane == Plane.AXIAL ? draws.between(-9, 6) : 4 * draws.normal();
        double turn = 3 * draws.normal();
        int mirror = plane == Plane.SAGITTAL && draws.chance(0.75) ? 1 : draws.sign();
        Point[] axes = axes(plane, mirror);
        turned(axes, 1, 2, nod);
        turned(axes, 0, 2, turn);
        turned(axes, 0, 1, spin);
        right = axes[0];
        down = axes[1];
        normal = axes[2];
        double shiftX = 0.45 * draws.normal();
        double shiftY = 0.45 * draws.normal();
        field = switch (plane) {
            case AXIAL -> draws.between(19.5, 22.5);
            case CORONAL -> draws.between(19.5, 22.5);
            case SAGITTAL -> draws.between(21.5, 24);
        };
        double below =
                switch (plane) {
                    case AXIAL -> 0;
                    case CORONAL -> 8.9 - field / 2 + draws.between(0.1, 1);
                    case SAGITTAL -> 8.9 - field / 2 + draws.between(0.1, 1.2);
                };
        Point head = new Point(0, plane == Plane.AXIAL ? -0.2 : 0.3, below);
        middle = head.plus(shiftX, right).plus(plane == Plane.AXIAL ? shiftY : 0.5 * shiftY, down);
    }

    private static Point[] axes(Plane plane, int mirror) {
        return switch (plane) {
            case AXIAL -> new Point[] {new Point(mirror, 0, 0), new Point(0, -1, 0), new Point(0, 0, 1)};
            case CORONAL -> new Point[] {new Point(mirror, 0, 0), new Point(0, 0, -1), new Point(0, 1, 0)};
            case SAGITTAL -> new Point[] {new Point(0, -mirror, 0), new Point(0, 0, -1), new Point(1, 0, 0)};
        };
    }

    private static void turned(Point[] axes, int a, int b, double degrees) {
        double cos = StrictMath.cos(StrictMath.toRadians(degrees));
        double sin = StrictMath.sin(StrictMath.toRadians(degrees));
        Point first = axes[a];
        Point second = axes[b];
        Point nothing = new Point(0, 0, 0);
        axes[a] = nothing.plus(cos, first).plus(sin, second);
        axes[b] = nothing.plus(-sin, first).plus(cos, second);
    }

    Plane plane() {
        return plane;
    }

    /** Width of a pixel, cm. */
    double pixel(int size) {
        return field / size;
    }

    /** Whether a slice through this point shows enough of the head to be kept: not a mere cap of it. */
    boolean shows(Point anchor) {
        return switch (plane) {
            case AXIAL -> anchor.z() < 5.4;
            case CORONAL -> anchor.y() > -6.8 && anchor.y() < 5.6;
            case SAGITTAL -> Math.abs(anchor.x()) < 4.9;
        };
    }

    /** Direction through the slice, in head coordinates. */
    Point through() {
        return new Point(normal.x() / breadth, normal.y() / length, normal.z() / height);
    }

    /** Centre of the image for a slice that passes the given point of the head at the given distance, cm. */
    Point origin(Point anchor, double distance) {
        Point scaled = new Point(anchor.x() * breadth, anchor.y() * length, anchor.z() * height);
        return middle.plus(scaled.minus(middle).dot(normal) + distance, normal);
    }

    /** The point of the head under a pixel's centre. */
    Point at(Point origin, int size, int column, int row) {
        double u = ((column + 0.5) / size - 0.5) * field;
        double v = ((row + 0.5) / size - 0.5) * field;
        double x = origin.x() + u * right.x() + v * down.x();
        double y = origin.y() + u * right.y() + v * down.y();
        double z = origin.z() + u * right.z() + v * down.z();
        return new Point(x / breadth, y / length, z / height);
    }
}
