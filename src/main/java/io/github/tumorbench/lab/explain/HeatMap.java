package io.github.tumorbench.lab.explain;

import io.github.tumorbench.lab.dataset.TumourMask;

/**
 * A map at its native size, scaled so that its maximum is 1 (or zero everywhere), and how it sits on a tumour.
 *
 * @param values row by row, from 0 to 1
 */
record HeatMap(int rows, int columns, double[] values) {

    /** Cuts one map out of a batch and scales it. */
    static HeatMap of(int rows, int columns, float[] batch, int index) {
        double[] values = new double[rows * columns];
        double max = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = batch[index * values.length + i];
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

    /** Bilinear, pixel centres aligned, edges repeated; size · size values. */
    double[] upsampled(int size) {
        double[] large = new double[size * size];
        for (int y = 0; y < size; y++) {
            double v = clamp((y + 0.5) * rows / size - 0.5, rows);
            int top = (int) v;
            int bottom = Math.min(rows - 1, top + 1);
            for (int x = 0; x < size; x++) {
                double u = clamp((x + 0.5) * columns / size - 0.5, columns);
                int left = (int) u;
                int right = Math.min(columns - 1, left + 1);
                double above = mix(values[top * columns + left], values[top * columns + right], u - left);
                double below = mix(values[bottom * columns + left], values[bottom * columns + right], u - left);
                large[y * size + x] = mix(above, below, v - top);
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

    /**
     * How a map sits on a tumour, all on the square of the mask's size.
     *
     * @param pointingHit whether the highest point, the first in reading order, lies inside (pointing game, Zhang et al. 2018)
     * @param energyInside share of the map's sum inside (energy-based pointing game, Wang et al. 2020); 0 for a zero map
     * @param iou of the tumour with where the map is at least half its maximum; 0 for a zero map
     */
    record Localisation(boolean pointingHit, double energyInside, double iou) {}

    Localisation on(TumourMask mask) {
        if (zero()) {
            return new Localisation(false, 0, 0);
        }
        int size = mask.width();
        double[] map = upsampled(size);
        int highest = 0;
        double sum = 0;
        double inside = 0;
        int both = 0;
        int either = 0;
        for (int i = 0; i < map.length; i++) {
            boolean tumour = mask.at(i % size, i / size);
            highest = map[i] > map[highest] ? i : highest;
            sum += map[i];
            inside += tumour ? map[i] : 0;
            both += tumour && map[i] >= 0.5 ? 1 : 0;
            either += tumour || map[i] >= 0.5 ? 1 : 0;
        }
        return new Localisation(mask.at(highest % size, highest / size), inside / sum, (double) both / either);
    }
}
