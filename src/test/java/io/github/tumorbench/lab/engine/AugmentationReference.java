package io.github.tumorbench.lab.engine;

/**
 * Augmentation of one image in double precision, one pixel after another, written from the definitions and without a look at the
 * graph. Noise is not in it: its statistics are tested.
 */
final class AugmentationReference {
    private final Batch.Changes changes;
    private final int at;
    private final int size;

    AugmentationReference(Batch.Changes changes, int at, int size) {
        this.changes = changes;
        this.at = at;
        this.size = size;
    }

    /** @param image size · size · 3 bytes, RGB */
    double[] moved(byte[] image) {
        float[] t = changes.transforms();
        double[] moved = new double[image.length];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double fromX = clamped(t[8 * at] * (double) x + t[8 * at + 1] * (double) y + t[8 * at + 2]);
                double fromY = clamped(t[8 * at + 3] * (double) x + t[8 * at + 4] * (double) y + t[8 * at + 5]);
                for (int c = 0; c < 3; c++) {
                    moved[3 * (y * size + x) + c] = bilinear(image, fromX, fromY, c);
                }
            }
        }
        return moved;
    }

    private double clamped(double place) {
        return Math.max(0, Math.min(size - 1, place));
    }

    private double bilinear(byte[] image, double x, double y, int channel) {
        double sum = 0;
        for (int row = (int) y; row <= Math.min(size - 1, (int) y + 1); row++) {
            for (int column = (int) x; column <= Math.min(size - 1, (int) x + 1); column++) {
                double weight = (1 - Math.abs(x - column)) * (1 - Math.abs(y - row));
                sum += weight * (image[3 * (row * size + column) + channel] & 0xff);
            }
        }
        return sum;
    }

    /** Times exp of a cubic in Legendre's polynomials, its terms written out. */
    double[] weighed(double[] pixels) {
        double[] weighed = new double[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            double x = (i / 3 % size + 0.5) * 2 / size - 1;
            double y = (i / 3 / size + 0.5) * 2 / size - 1;
            double x2 = 1.5 * x * x - 0.5;
            double y2 = 1.5 * y * y - 0.5;
            double x3 = 2.5 * x * x * x - 1.5 * x;
            double y3 = 2.5 * y * y * y - 1.5 * y;
            double[] terms = {y, y2, y3, x, x * y, x * y2, x2, x2 * y, x3};
            double logarithm = 0;
            for (int term = 0; term < terms.length; term++) {
                logarithm += changes.biasFields()[terms.length * at + term] * terms[term];
            }
            weighed[i] = pixels[i] * Math.exp(logarithm);
        }
        return weighed;
    }

    double[] bent(double[] pixels) {
        double[] bent = new double[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            bent[i] = 255 * Math.pow(pixels[i] / 255, changes.gammas()[at]);
        }
        return bent;
    }

    double[] toned(double[] pixels) {
        double[] toned = new double[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            toned[i] = changes.tones()[2 * at] * pixels[i] + changes.tones()[2 * at + 1];
        }
        return toned;
    }

    static double[] clipped(double[] pixels) {
        double[] clipped = new double[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            clipped[i] = Math.max(0, Math.min(255, pixels[i]));
        }
        return clipped;
    }
}
