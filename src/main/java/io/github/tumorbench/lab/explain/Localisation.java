package io.github.tumorbench.lab.explain;

import io.github.tumorbench.lab.dataset.TumourMask;

/**
 * How a map sits on a tumour, all on the square of the mask's size.
 *
 * @param pointingHit whether the highest point, the first in reading order, lies inside (pointing game, Zhang et al. 2018)
 * @param energyInside share of the map's sum inside (energy-based pointing game, Wang et al. 2020); 0 for a zero map
 * @param iou of the tumour with where the map is at least half its maximum; 0 for a zero map
 * @param iouArea mean of the same over the thresholds 0, 0.05 … 1 by the trapezoidal rule; 0 for a zero map
 */
record Localisation(boolean pointingHit, double energyInside, double iou, double iouArea) {
    private static final int STEPS = 20;
    private static final Localisation MISS = new Localisation(false, 0, 0, 0);

    static Localisation of(HeatMap heatMap, TumourMask mask) {
        if (heatMap.zero()) {
            return MISS;
        }
        double[] map = heatMap.upsampled(mask.width());
        int highest = 0;
        double sum = 0;
        double inside = 0;
        for (int i = 0; i < map.length; i++) {
            highest = map[i] > map[highest] ? i : highest;
            sum += map[i];
            inside += mask.inside()[i] ? map[i] : 0;
        }
        double[] ious = ious(map, mask.inside());
        double area = 0;
        for (int step = 0; step < STEPS; step++) {
            area += (ious[step] + ious[step + 1]) / (2 * STEPS);
        }
        return new Localisation(mask.inside()[highest], inside / sum, ious[STEPS / 2], area);
    }

    /** IoU of the mask with where the map is at least 0, 0.05 … 1. */
    private static double[] ious(double[] map, boolean[] mask) {
        int[] tumour = new int[STEPS + 1];
        int[] other = new int[STEPS + 1];
        int area = 0;
        for (int i = 0; i < map.length; i++) {
            // The last threshold that the value reaches; in twentieths, so that 0.05 · k is exactly what is written.
            int level = (int) Math.floor(map[i] * STEPS);
            (mask[i] ? tumour : other)[Math.min(STEPS, level)]++;
            area += mask[i] ? 1 : 0;
        }
        double[] ious = new double[STEPS + 1];
        int both = 0;
        int beside = 0;
        for (int level = STEPS; level >= 0; level--) {
            both += tumour[level];
            beside += other[level];
            ious[level] = (double) both / (area + beside);
        }
        return ious;
    }
}
