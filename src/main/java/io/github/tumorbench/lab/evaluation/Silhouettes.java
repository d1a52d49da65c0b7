package io.github.tumorbench.lab.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * How well each image lies within its class (Rousseeuw 1987): (b − a) / max(a, b), with a the mean distance to the others of its
 * class and b the least mean distance to another class; 0 for the only one of its class.
 */
public final class Silhouettes {
    private Silhouettes() {}

    /**
     * One value for each image, five decimals, in the space of {@link FeatureProjection}'s principal components.
     *
     * @param labels class numbers
     * @param embeddings one for each image
     * @return nulls where all images are of one class, or where there are too few to be projected
     */
    public static List<Double> of(int[] labels, float[][] embeddings) {
        if (labels.length < FeatureProjection.FEWEST) {
            return java.util.Collections.nCopies(labels.length, null);
        }
        return of(labels, FeatureProjection.reduce(embeddings));
    }

    static List<Double> of(int[] labels, double[][] places) {
        int classes = java.util.Arrays.stream(labels).max().orElse(0) + 1;
        int[] sizes = new int[classes];
        for (int label : labels) {
            sizes[label]++;
        }
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            values.add(value(i, labels, places, sizes));
        }
        return values;
    }

    private static Double value(int at, int[] labels, double[][] places, int[] sizes) {
        double[] sums = new double[sizes.length];
        for (int j = 0; j < places.length; j++) {
            sums[labels[j]] += distance(places[at], places[j]);
        }
        double nearest = Double.POSITIVE_INFINITY;
        for (int c = 0; c < sizes.length; c++) {
            if (c != labels[at] && sizes[c] > 0) {
                nearest = Math.min(nearest, sums[c] / sizes[c]);
            }
        }
        if (Double.isInfinite(nearest)) {
            return null;
        }
        if (sizes[labels[at]] == 1) {
            return 0.0;
        }
        double own = sums[labels[at]] / (sizes[labels[at]] - 1);
        double larger = Math.max(own, nearest);
        return larger == 0 ? 0.0 : Math.round((nearest - own) / larger * 1e5) / 1e5;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return Math.sqrt(sum);
    }
}
