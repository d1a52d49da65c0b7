package io.github.tumorbench.lab.dataset.phantom;

/** A solid in head coordinates. */
@FunctionalInterface
interface Shape {
    /** Signed distance to the surface in cm, negative inside; may be too short far away, never of the wrong sign. */
    double distance(double x, double y, double z);

    /** The same shape on both sides of the midline. */
    default Shape paired() {
        return (x, y, z) -> distance(Math.abs(x), y, z);
    }

    /** Union whose seam is rounded over the given width. */
    static double union(double a, double b, double width) {
        double overlap = Math.max(width - Math.abs(a - b), 0);
        return Math.min(a, b) - overlap * overlap / (4 * width);
    }

    /** Intersection whose edge is rounded over the given width. */
    static double intersection(double a, double b, double width) {
        return -union(-a, -b, width);
    }

    /** 0 below the low end, 1 above the high end, smooth between. */
    static double step(double low, double high, double value) {
        double t = Math.min(1, Math.max(0, (value - low) / (high - low)));
        return t * t * (3 - 2 * t);
    }

    /** Ellipsoid along the axes: centre and radii in cm. */
    record Ellipsoid(double cx, double cy, double cz, double rx, double ry, double rz) implements Shape {
        private static final double FAR = 1.5;

        @Override
        public double distance(double x, double y, double z) {
            double dx = Math.abs(x - cx);
            double dy = Math.abs(y - cy);
            double dz = Math.abs(z - cz);
            double outside = Math.max(dx - rx, Math.max(dy - ry, dz - rz));
            if (outside > FAR) {
                return outside;
            }
            dx /= rx;
            dy /= ry;
            dz /= rz;
            double scaled = Math.sqrt(dx * dx + dy * dy + dz * dz);
            dx /= rx;
            dy /= ry;
            dz /= rz;
            double slope = Math.sqrt(dx * dx + dy * dy + dz * dz);
            return slope < 1e-9 ? -Math.min(rx, Math.min(ry, rz)) : scaled * (scaled - 1) / slope;
        }
    }

    /** A tube between two points whose radius changes from one end to the other. */
    record Tube(double ax, double ay, double az, double ra, double bx, double by, double bz, double rb)
            implements Shape {
        @Override
        public double distance(double x, double y, double z) {
            double ex = bx - ax;
            double ey = by - ay;
            double ez = bz - az;
            double px = x - ax;
            double py = y - ay;
            double pz = z - az;
            double t = (px * ex + py * ey + pz * ez) / (ex * ex + ey * ey + ez * ez);
            t = Math.min(1, Math.max(0, t));
            px -= t * ex;
            py -= t * ey;
            pz -= t * ez;
            return Math.sqrt(px * px + py * py + pz * pz) - (ra + t * (rb - ra));
        }
    }
}
