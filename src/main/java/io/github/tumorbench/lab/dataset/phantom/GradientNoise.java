package io.github.tumorbench.lab.dataset.phantom;

/** Gradient noise in three dimensions (Perlin 2002), one feature per unit of length, about -0.9 to 0.9. */
final class GradientNoise {
    private final byte[] permutation = new byte[512];

    GradientNoise(Draws draws) {
        for (int i = 0; i < 256; i++) {
            permutation[i] = (byte) i;
        }
        for (int i = 255; i > 0; i--) {
            int j = (int) (draws.unit() * (i + 1));
            byte swapped = permutation[i];
            permutation[i] = permutation[j];
            permutation[j] = swapped;
        }
        System.arraycopy(permutation, 0, permutation, 256, 256);
    }

    double at(double x, double y, double z) {
        double floorX = Math.floor(x);
        double floorY = Math.floor(y);
        double floorZ = Math.floor(z);
        int ix = (int) floorX & 255;
        int iy = (int) floorY & 255;
        int iz = (int) floorZ & 255;
        double fx = x - floorX;
        double fy = y - floorY;
        double fz = z - floorZ;
        double u = eased(fx);
        double v = eased(fy);
        double w = eased(fz);
        int a = index(ix) + iy;
        int b = index(ix + 1) + iy;
        int aa = index(a) + iz;
        int ab = index(a + 1) + iz;
        int ba = index(b) + iz;
        int bb = index(b + 1) + iz;
        double near = between(
                v,
                between(u, slope(index(aa), fx, fy, fz), slope(index(ba), fx - 1, fy, fz)),
                between(u, slope(index(ab), fx, fy - 1, fz), slope(index(bb), fx - 1, fy - 1, fz)));
        double far = between(
                v,
                between(u, slope(index(aa + 1), fx, fy, fz - 1), slope(index(ba + 1), fx - 1, fy, fz - 1)),
                between(u, slope(index(ab + 1), fx, fy - 1, fz - 1), slope(index(bb + 1), fx - 1, fy - 1, fz - 1)));
        return between(w, near, far);
    }

    private int index(int i) {
        return permutation[i & 511] & 255;
    }

    private static double eased(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static double between(double t, double a, double b) {
        return a + t * (b - a);
    }

    /** One of twelve gradients towards the edges of a cube. */
    private static double slope(int hash, double x, double y, double z) {
        int h = hash & 15;
        double u = h < 8 ? x : y;
        double v = h < 4 ? y : h == 12 || h == 14 ? x : z;
        return ((h & 1) == 0 ? u : -u) + ((h & 2) == 0 ? v : -v);
    }
}
