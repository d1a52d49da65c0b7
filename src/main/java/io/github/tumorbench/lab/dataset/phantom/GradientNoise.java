package io.github.tumorbench.lab.dataset.phantom;

/** Gradient noise in three dimensions (Perlin 2002), one feature per unit of length, about -0.9 to 0.9. */
final class GradientNoise {
    private static final double[] GRADIENT_X = {1, -1, 1, -1, 1, -1, 1, -1, 0, 0, 0, 0, 1, 0, -1, 0};
    private static final double[] GRADIENT_Y = {1, 1, -1, -1, 0, 0, 0, 0, 1, -1, 1, -1, 1, -1, 1, -1};
    private static final double[] GRADIENT_Z = {0, 0, 0, 0, 1, 1, -1, -1, 1, 1, -1, -1, 0, 1, 0, -1};

    private final int[] permutation = new int[512];

    GradientNoise(Draws draws) {
        for (int i = 0; i < 256; i++) {
            permutation[i] = i;
        }
        for (int i = 255; i > 0; i--) {
            int j = (int) (draws.unit() * (i + 1));
            int swapped = permutation[i];
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
        int[] p = permutation;
        int a = p[ix] + iy;
        int b = p[ix + 1] + iy;
        int aa = p[a] + iz;
        int ab = p[a + 1] + iz;
        int ba = p[b] + iz;
        int bb = p[b + 1] + iz;
        double near = between(
                v,
                between(u, slope(p[aa], fx, fy, fz), slope(p[ba], fx - 1, fy, fz)),
                between(u, slope(p[ab], fx, fy - 1, fz), slope(p[bb], fx - 1, fy - 1, fz)));
        double far = between(
                v,
                between(u, slope(p[aa + 1], fx, fy, fz - 1), slope(p[ba + 1], fx - 1, fy, fz - 1)),
                between(u, slope(p[ab + 1], fx, fy - 1, fz - 1), slope(p[bb + 1], fx - 1, fy - 1, fz - 1)));
        return between(w, near, far);
    }

    private static double eased(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static double between(double t, double a, double b) {
        return a + t * (b - a);
    }

    /** One of twelve gradients towards the edges of a cube, four of them twice. */
    private static double slope(int hash, double x, double y, double z) {
        int h = hash & 15;
        return GRADIENT_X[h] * x + GRADIENT_Y[h] * y + GRADIENT_Z[h] * z;
    }
}
