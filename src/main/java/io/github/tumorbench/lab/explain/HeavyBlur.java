package io.github.tumorbench.lab.explain;

/** An image of which nothing but broad light and dark is left: what pixels are replaced by. */
final class HeavyBlur {
    /** Standard deviation of the Gaussian, share of the image's width. */
    private static final double DEVIATION = 0.08;

    private HeavyBlur() {}

    /** The Gaussian, edges repeated. @param image size · size · 3 bytes */
    static byte[] of(byte[] image, int size) {
        int reach = (int) Math.ceil(3 * DEVIATION * size);
        double[] kernel = new double[2 * reach + 1];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            double distance = (i - reach) / (DEVIATION * size);
            kernel[i] = Math.exp(-distance * distance / 2);
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        double[] values = new double[image.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = image[i] & 0xff;
        }
        double[] blurred = along(along(values, kernel, size, 3, 3 * size), kernel, size, 3 * size, 3);
        byte[] bytes = new byte[image.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(blurred[i]);
        }
        return bytes;
    }

    /** Filters lines whose neighbouring pixels lie {@code step} apart, the lines themselves {@code stride}. */
    private static double[] along(double[] values, double[] kernel, int size, int step, int stride) {
        int reach = kernel.length / 2;
        double[] filtered = new double[values.length];
        for (int line = 0; line < size; line++) {
            for (int at = 0; at < size; at++) {
                for (int k = 0; k < kernel.length; k++) {
                    int from = Math.max(0, Math.min(size - 1, at + k - reach));
                    for (int c = 0; c < 3; c++) {
                        filtered[line * stride + at * step + c] += kernel[k] * values[line * stride + from * step + c];
                    }
                }
            }
        }
        return filtered;
    }
}
