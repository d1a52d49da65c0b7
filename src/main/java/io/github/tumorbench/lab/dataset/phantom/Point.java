package io.github.tumorbench.lab.dataset.phantom;

/** A point or direction in head coordinates, cm. */
record Point(double x, double y, double z) {
    Point plus(double factor, Point other) {
        return new Point(x + factor * other.x, y + factor * other.y, z + factor * other.z);
    }

    Point minus(Point other) {
        return plus(-1, other);
    }

    double dot(Point other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Point unit() {
        double length = Math.sqrt(dot(this));
        return new Point(x / length, y / length, z / length);
    }

    /** Even over the sphere of radius 1. */
    static Point direction(Draws draws) {
        while (true) {
            Point point = new Point(draws.between(-1, 1), draws.between(-1, 1), draws.between(-1, 1));
            double square = point.dot(point);
            if (square > 0.01 && square < 1) {
                return point.unit();
            }
        }
    }
}
