package io.github.tumorbench.lab.dataset.similarity;

/**
 * Lays one picture over another by shift and scale along each axis, and says how well they then correlate.
 *
 * <p>Lucas and Kanade's iteration (1981; the forward additive form of Baker and Matthews 2004) for four parameters, gain and
 * offset of the grey values solved along: least squares of {@code template ≈ gain · picture(warp) + offset}. Pixels that the
 * warp takes out of the picture do not count.
 */
final class Alignment {
    /** Least share of the template that must find itself in the picture. */
    private static final double LEAST_OVERLAP = 0.75;
    /** Largest change of a parameter in one step, as a share of the picture's side. */
    private static final double LARGEST_STEP = 0.05;

    private static final int WARP = 4;
    private static final int UNKNOWNS = 6;

    private final int size;
    private final float[] template;
    private final float[] picture;
    private final double[] warp = new double[WARP];

    /** Both {@code size × size}, row by row. */
    Alignment(int size, float[] template, float[] picture) {
        this.size = size;
        this.template = template;
        this.picture = picture;
    }

    /** The same pictures at another size, from where this one ended. */
    Alignment continued(int otherSize, float[] otherTemplate, float[] otherPicture) {
        Alignment next = new Alignment(otherSize, otherTemplate, otherPicture);
        System.arraycopy(warp, 0, next.warp, 0, WARP);
        return next;
    }

    /** Improves the warp and returns the correlation; −1 where too little overlaps. */
    double align(int steps) {
        float[] across = slopes(1);
        float[] down = slopes(size);
        for (int step = 0; step < steps; step++) {
            double[][] equations = new double[UNKNOWNS][UNKNOWNS + 1];
            accumulate(equations, across, down);
            double[] change = LinearSystem.solve(equations);
            for (int i = 0; i < WARP; i++) {
                warp[i] += Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, change[i]));
            }
        }
        return correlation();
    }

    /** Normal equations: the derivative by shift and scale across, shift and scale down, gain, offset; template. */
    private void accumulate(double[][] equations, float[] across, float[] down) {
        double[] row = new double[UNKNOWNS];
        double half = (size - 1) / 2.0;
        for (int y = 0; y < size; y++) {
            double v = (y - half) / (size / 2.0);
            double toY = y + (warp[2] + warp[3] * v) * size;
            for (int x = 0; x < size; x++) {
                double u = (x - half) / (size / 2.0);
                double toX = x + (warp[0] + warp[1] * u) * size;
                if (toX < 0 || toY < 0 || toX > size - 1 || toY > size - 1) {
                    continue;
                }
                int left = Math.min((int) toX, size - 2);
                int top = Math.min((int) toY, size - 2);
                int at = top * size + left;
                double slopeX = between(across, at, toX - left, toY - top) * size;
                double slopeY = between(down, at, toX - left, toY - top) * size;
                row[0] = slopeX;
                row[1] = slopeX * u;
                row[2] = slopeY;
                row[3] = slopeY * v;
                row[4] = between(picture, at, toX - left, toY - top);
                row[5] = 1;
                add(equations, row, template[y * size + x] - row[4]);
            }
        }
        for (int i = 0; i < UNKNOWNS; i++) {
            equations[i][i] += 1e-3;
            for (int j = 0; j < i; j++) {
                equations[i][j] = equations[j][i];
            }
        }
    }

    /** Half the difference of the neighbours to both sides, {@code step} values apart; 0 along the margins. */
    private float[] slopes(int step) {
        float[] slopes = new float[size * size];
        for (int y = 1; y < size - 1; y++) {
            for (int x = 1; x < size - 1; x++) {
                int at = y * size + x;
                slopes[at] = (picture[at + step] - picture[at - step]) / 2;
            }
        }
        return slopes;
    }

    private static void add(double[][] equations, double[] row, double residual) {
        for (int i = 0; i < UNKNOWNS; i++) {
            double[] equation = equations[i];
            double factor = row[i];
            for (int j = i; j < UNKNOWNS; j++) {
                equation[j] += factor * row[j];
            }
            equation[UNKNOWNS] += factor * residual;
        }
    }

    private double correlation() {
        double half = (size - 1) / 2.0;
        double n = 0;
        double t = 0;
        double p = 0;
        double tt = 0;
        double pp = 0;
        double tp = 0;
        for (int y = 0; y < size; y++) {
            double toY = y + (warp[2] + warp[3] * (y - half) / (size / 2.0)) * size;
            for (int x = 0; x < size; x++) {
                double toX = x + (warp[0] + warp[1] * (x - half) / (size / 2.0)) * size;
                if (toX < 0 || toY < 0 || toX > size - 1 || toY > size - 1) {
                    continue;
                }
                double a = template[y * size + x];
                double b = sample(toX, toY);
                n++;
                t += a;
                p += b;
                tt += a * a;
                pp += b * b;
                tp += a * b;
            }
        }
        double variances = (tt - t * t / n) * (pp - p * p / n);
        return n < LEAST_OVERLAP * size * size || variances <= 0 ? -1 : (tp - t * p / n) / Math.sqrt(variances);
    }

    private double sample(double x, double y) {
        int left = Math.min((int) x, size - 2);
        int top = Math.min((int) y, size - 2);
        return between(picture, top * size + left, x - left, y - top);
    }

    /** Bilinear, from the value at a place and its neighbours to the right and below. */
    private double between(float[] values, int at, double right, double below) {
        double upper = values[at] + right * (values[at + 1] - values[at]);
        double lower = values[at + size] + right * (values[at + size + 1] - values[at + size]);
        return upper + below * (lower - upper);
    }
}
