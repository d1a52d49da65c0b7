package io.github.tumorbench.lab.dataset.similarity;

/**
 * A picture at 64 × 64 pixels, and what is compared of it: the picture at smaller sizes, and its content framed by its own
 * centre and spread, which a crop of the margins hardly changes.
 */
public final class Thumbnail {
    /** Width and height in pixels. */
    public static final int SIZE = 64;

    static final int FRAMED = 32;
    /** Half the frame's side in standard deviations of the content: holds a head and little around it. */
    private static final double REACH = 2.0;
    /** Brighter pixels weigh no more than this one, so that a bright tumour or skull does not move the centre. */
    private static final int BRIGHT = 80;

    private final byte[] grey;

    /** @param grey 64 × 64 unsigned bytes, row by row; not copied */
    public Thumbnail(byte[] grey) {
        if (grey.length != SIZE * SIZE) {
            throw new IllegalArgumentException(grey.length + " bytes for 64 × 64 pixels");
        }
        this.grey = grey;
    }

    /** The picture at {@code size × size}, a divisor of 64, each pixel the mean of those it covers. */
    float[] reduced(int size) {
        float[] whole = new float[SIZE * SIZE];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = grey[i] & 0xff;
        }
        return reduced(whole, SIZE, size);
    }

    /** The content at {@code size × size}, a divisor of 32: centre ± two standard deviations along each axis, 0 outside. */
    float[] framed(int size) {
        Spread across = spread(true);
        Spread down = spread(false);
        float[] framed = new float[FRAMED * FRAMED];
        for (int row = 0; row < FRAMED; row++) {
            double y = down.at(row);
            for (int column = 0; column < FRAMED; column++) {
                framed[row * FRAMED + column] = (float) sample(across.at(column), y);
            }
        }
        return reduced(framed, FRAMED, size);
    }

    /** Left and right exchanged. */
    static float[] mirrored(float[] square, int size) {
        float[] mirrored = new float[square.length];
        for (int i = 0; i < square.length; i++) {
            mirrored[i] = square[i - i % size + size - 1 - i % size];
        }
        return mirrored;
    }

    /** Mean 0 and length 1, so that the product of two is their correlation; all 0 where every value is the same. */
    static float[] normalised(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += value;
        }
        mean /= values.length;
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        double length = Math.sqrt(squares);
        float[] normalised = new float[values.length];
        if (length > 1e-3 * values.length) {
            for (int i = 0; i < values.length; i++) {
                normalised[i] = (float) ((values[i] - mean) / length);
            }
        }
        return normalised;
    }

    private static float[] reduced(float[] square, int from, int to) {
        int step = from / to;
        float[] reduced = new float[to * to];
        for (int y = 0; y < to * step; y++) {
            for (int x = 0; x < to * step; x++) {
                reduced[y / step * to + x / step] += square[y * from + x];
            }
        }
        for (int i = 0; i < reduced.length; i++) {
            reduced[i] /= step * step;
        }
        return reduced;
    }

    private Spread spread(boolean across) {
        double sum = 1e-9;
        double first = 0;
        double second = 0;
        for (int i = 0; i < grey.length; i++) {
            double weight = Math.min(BRIGHT, grey[i] & 0xff);
            double place = across ? i % SIZE : i / SIZE;
            sum += weight;
            first += weight * place;
            second += weight * place * place;
        }
        double mean = first / sum;
        return new Spread(mean, Math.sqrt(Math.max(0, second / sum - mean * mean)));
    }

    /** Bilinear, 0 outside. */
    private double sample(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double below = y - top;
        return (1 - below) * ((1 - right) * at(left, top) + right * at(left + 1, top))
                + below * ((1 - right) * at(left, top + 1) + right * at(left + 1, top + 1));
    }

    private int at(int x, int y) {
        return x < 0 || y < 0 || x >= SIZE || y >= SIZE ? 0 : grey[y * SIZE + x] & 0xff;
    }

    /** Where the content lies along one axis, in pixels. */
    private record Spread(double mean, double deviation) {
        double at(int place) {
            return mean + REACH * deviation * (2 * (place + 0.5) / FRAMED - 1);
        }
    }
}
