package io.github.tumorbench.lab.dataset;

/**
 * Resizing by a separable, antialiased triangle filter.
 *
 * <p>Along each axis an output pixel of scale {@code s = input / output} is centred at {@code (i + 0.5) · s}; an input
 * pixel whose centre lies at distance {@code d} has the weight {@code max(0, 1 − d / max(1, s))}, and weights sum to 1.
 * So enlarging is bilinear interpolation and shrinking averages over the area that a pixel covers. Rows are filtered
 * first, then columns, each rounded to 8 bits, with weights in steps of 2⁻²². This is what Pillow's {@code BILINEAR}
 * computes, to the last bit. The aspect ratio is not kept: the whole image is mapped onto the square. An axis that has
 * its size already is left as it is.
 */
public final class Resize {
    private static final int BITS = 22;

    private Resize() {}

    /** The image at {@code size × size} pixels, with as many channels as it has; the same object where it fits. */
    public static PixelImage toSquare(PixelImage image, int size) {
        PixelImage result = image;
        if (result.width() != size) {
            result = rows(result, size);
        }
        if (result.height() != size) {
            result = columns(result, size);
        }
        return result;
    }

    private static PixelImage rows(PixelImage image, int size) {
        int channels = image.channels();
        byte[] in = image.data();
        byte[] out = new byte[image.height() * size * channels];
        Taps taps = Taps.of(image.width(), size);
        for (int y = 0, o = 0; y < image.height(); y++) {
            int row = y * image.width() * channels;
            for (int x = 0; x < size; x++) {
                int[] weights = taps.weights[x];
                int start = row + taps.first[x] * channels;
                for (int c = 0; c < channels; c++) {
                    out[o++] = filtered(in, start + c, channels, weights);
                }
            }
        }
        return new PixelImage(size, image.height(), channels, out);
    }

    private static PixelImage columns(PixelImage image, int size) {
        int stride = image.width() * image.channels();
        byte[] in = image.data();
        byte[] out = new byte[size * stride];
        Taps taps = Taps.of(image.height(), size);
        for (int y = 0, o = 0; y < size; y++) {
            int start = taps.first[y] * stride;
            for (int i = 0; i < stride; i++) {
                out[o++] = filtered(in, start + i, stride, taps.weights[y]);
            }
        }
        return new PixelImage(image.width(), size, image.channels(), out);
    }

    private static byte filtered(byte[] in, int start, int stride, int[] weights) {
        int sum = 1 << (BITS - 1);
        int i = start;
        for (int weight : weights) {
            sum += weight * (in[i] & 0xff);
            i += stride;
        }
        return (byte) Math.min(sum >> BITS, 255);
    }

    /** For each output pixel, the first input pixel that counts and the weights from there on. */
    private record Taps(int[] first, int[][] weights) {
        static Taps of(int input, int output) {
            double scale = (double) input / output;
            double reach = Math.max(1, scale);
            int[] first = new int[output];
            int[][] weights = new int[output][];
            for (int i = 0; i < output; i++) {
                double centre = (i + 0.5) * scale;
                int from = Math.max(0, (int) (centre - reach + 0.5));
                int to = Math.min(input, (int) (centre + reach + 0.5));
                first[i] = from;
                weights[i] = normalised(from, to, centre, reach);
            }
            return new Taps(first, weights);
        }

        private static int[] normalised(int from, int to, double centre, double reach) {
            double[] raw = new double[to - from];
            double sum = 0;
            for (int i = 0; i < raw.length; i++) {
                raw[i] = Math.max(0, 1 - Math.abs(from + i + 0.5 - centre) / reach);
                sum += raw[i];
            }
            int[] weights = new int[raw.length];
            for (int i = 0; i < raw.length; i++) {
                weights[i] = (int) Math.floor(raw[i] / sum * (1 << BITS) + 0.5);
            }
            return weights;
        }
    }
}
