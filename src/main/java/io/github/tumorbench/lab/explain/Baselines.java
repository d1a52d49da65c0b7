package io.github.tumorbench.lab.explain;

import io.github.tumorbench.lab.dataset.TumourMask;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;

/** Maps that look at no image: what an explanation must beat. */
final class Baselines {
    /** Standard deviation of the central map, share of the image's width. */
    static final double SPREAD = 0.2;
    /** Random maps of which the best is kept. */
    static final int DRAWS = 100;

    private Baselines() {}

    /** A Gaussian of standard deviation {@value #SPREAD} of the image about its middle. */
    static HeatMap centre(int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            double x = (i % columns + 0.5) / columns - 0.5;
            double y = (i / columns + 0.5) / rows - 0.5;
            values[i] = Math.exp(-(x * x + y * y) / (2 * SPREAD * SPREAD));
        }
        return HeatMap.scaled(rows, columns, values);
    }

    /** Of {@value #DRAWS} maps of uniform random numbers, the one with the most energy inside the masks on average. */
    static HeatMap random(int rows, int columns, Collection<TumourMask> masks, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<int[]> insides = masks.stream().map(Baselines::inside).toList();
        int size = masks.iterator().next().width();
        HeatMap best = null;
        double most = -1;
        for (int draw = 0; draw < DRAWS; draw++) {
            HeatMap map = HeatMap.scaled(
                    rows, columns, random.doubles((long) rows * columns).toArray());
            double energy = energy(map.upsampled(size), insides);
            if (energy > most) {
                most = energy;
                best = map;
            }
        }
        return best;
    }

    private static double energy(double[] map, List<int[]> insides) {
        double inside = 0;
        for (int[] pixels : insides) {
            for (int pixel : pixels) {
                inside += map[pixel];
            }
        }
        return inside / java.util.Arrays.stream(map).sum();
    }

    private static int[] inside(TumourMask mask) {
        return java.util.stream.IntStream.range(0, mask.inside().length)
                .filter(i -> mask.inside()[i])
                .toArray();
    }
}
