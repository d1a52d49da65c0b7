package io.github.tumorbench.lab.explain;

import java.util.Arrays;
import java.util.List;

/**
 * A map at its native size, scaled so that its maximum is 1 (or zero everywhere).
 *
 * @param values row by row, from 0 to 1
 */
record HeatMap(int rows, int columns, double[] values) {

    /** Cuts one map out of a batch and scales it. */
    static HeatMap of(int rows, int columns, float[] batch, int index) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = batch[index * values.length + i];
        }
        return scaled(rows, columns, values);
    }

    /** Scales values in place; negative ones are cut to 0. */
    static HeatMap scaled(int rows, int columns, double[] values) {
        double max = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
            max = Math.max(max, values[i]);
        }
        for (int i = 0; i < values.length && max > 0; i++) {
            values[i] /= max;
        }
        return new HeatMap(rows, columns, values);
    }

    boolean zero() {
        for (double value : values) {
            if (value > 0) {
                return false;
            }
        }
        return true;
    }

    /** The values once more, rounded to five decimals: a map is looked at and thresholded, not summed up to the last digit. */
    List<Double> rounded() {
        return Arrays.stream(values).map(Rounding::of).boxed().toList();
    }

    /** Bilinear, pixel centres aligned, edges repeated; size · size values. */
    double[] upsampled(int size) {
        return resized(size, size);
    }

    /** The same for another grid. */
    double[] resized(int height, int width) {
        double[] large = new double[height * width];
        for (int y = 0; y < height; y++) {
            double v = clamp((y + 0.5) * rows / height - 0.5, rows);
            int top = (int) v;
            int bottom = Math.min(rows - 1, top + 1);
            for (int x = 0; x < width; x++) {
                double u = clamp((x + 0.5) * columns / width - 0.5, columns);
                int left = (int) u;
                int right = Math.min(columns - 1, left + 1);
                double above = mix(values[top * columns + left], values[top * columns + right], u - left);
                double below = mix(values[bottom * columns + left], values[bottom * columns + right], u - left);
                large[y * width + x] = mix(above, below, v - top);
            }
        }
        return large;
    }

    private static double clamp(double at, int length) {
        return Math.max(0, Math.min(length - 1, at));
    }

    private static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
