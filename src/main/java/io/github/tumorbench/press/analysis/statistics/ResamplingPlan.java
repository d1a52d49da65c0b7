package io.github.tumorbench.press.analysis.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a bootstrap draws: units (an image, or all images of a patient) with replacement within strata, so that every resample
 * has as many units of each true class as the test set.
 */
public final class ResamplingPlan {
    /** Odd, and not the step by which SplittableRandom moves on: streams must not be each other's continuation. */
    private static final long STRIDE = 0xd1342543de82ef95L;

    private final int images;
    private final int[][] units;
    private final int[][] strata;
    private int[][] drawn;
    private Bootstrap drawnBy;

    private ResamplingPlan(int images, int[][] units, int[][] strata) {
        this.images = images;
        this.units = units;
        this.strata = strata;
    }

    /** Each image by itself, within its true class. */
    public static ResamplingPlan ofImages(int[] truth) {
        int[][] units = new int[truth.length][];
        for (int i = 0; i < truth.length; i++) {
            units[i] = new int[] {i};
        }
        return new ResamplingPlan(truth.length, units, strata(units, truth));
    }

    /**
     * All images of a patient together, within the true class of the patient's first image (Field and Welsh 2007: cluster
     * bootstrap); an image without a patient by itself.
     *
     * @param patients of each image, null where unknown
     */
    public static ResamplingPlan ofPatients(int[] truth, List<String> patients) {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < truth.length; i++) {
            String key = patients.get(i) == null ? "image " + i : "patient " + patients.get(i);
            members.computeIfAbsent(key, unused -> new ArrayList<>()).add(i);
        }
        int[][] units = members.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        return new ResamplingPlan(truth.length, units, strata(units, truth));
    }

    private static int[][] strata(int[][] units, int[] truth) {
        Map<Integer, List<Integer>> byClass = new TreeMap<>();
        for (int unit = 0; unit < units.length; unit++) {
            byClass.computeIfAbsent(truth[units[unit][0]], unused -> new ArrayList<>())
                    .add(unit);
        }
        return byClass.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    int images() {
        return images;
    }

    /** How many units there are to draw. */
    public int units() {
        return units.length;
    }

    /** The images of one unit, by number. */
    int[] images(int unit) {
        return units[unit];
    }

    /** Units of each stratum, by number. */
    public int[][] strata() {
        return strata;
    }

    /** How often each image is in the resample with this number; depends on nothing but the seed and the number. */
    public int[] draw(long seed, int number) {
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed + STRIDE * number).nextLong());
        int[] weights = new int[images];
        boolean single = ofSingleImages();
        for (int[] stratum : strata) {
            for (int i = 0; i < stratum.length; i++) {
                int unit = stratum[below(stratum.length, random)];
                if (single) {
                    weights[unit]++;
                } else {
                    for (int image : units[unit]) {
                        weights[image]++;
                    }
                }
            }
        }
        return weights;
    }

    /** All resamples, {@link #draw} by number; kept, as many quantities are measured on the same images. */
    synchronized int[][] draws(Bootstrap bootstrap) {
        if (!bootstrap.equals(drawnBy)) {
            drawn = IntStream.range(0, bootstrap.resamples())
                    .parallel()
                    .mapToObj(number -> draw(bootstrap.seed(), number))
                    .toArray(int[][]::new);
            drawnBy = bootstrap;
        }
        return drawn;
    }

    /** From 0 to {@code bound} − 1 by multiplication (Lemire 2019); the chances differ by less than bound / 2³². */
    private static int below(int bound, SplittableRandom random) {
        return (int) ((random.nextLong() >>> 32) * bound >>> 32);
    }

    /** Whether every unit is a single image, numbered as that image. */
    public boolean ofSingleImages() {
        return units.length == images;
    }

    /** Every image once, but for those of one unit. */
    public int[] without(int unit) {
        int[] weights = new int[images];
        Arrays.fill(weights, 1);
        for (int image : units[unit]) {
            weights[image] = 0;
        }
        return weights;
    }
}
