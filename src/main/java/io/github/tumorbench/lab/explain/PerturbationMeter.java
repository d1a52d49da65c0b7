package io.github.tumorbench.lab.explain;

import io.github.tumorbench.record.Explanations.Perturbation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Deletion and insertion (Petsiuk et al. 2018): the probability of a class while pixels are replaced by those of a heavily
 * blurred image, or those of the image come into the blurred one, most highlighted first.
 */
final class PerturbationMeter {
    private static final int STEPS = Perturbation.PERCENT.size() - 1;

    private final Trial trial;
    private final int size;

    PerturbationMeter(Trial trial, int size) {
        this.trial = trial;
        this.size = size;
    }

    /** Both curves of one order of pixels. */
    record Curves(List<Double> deletion, List<Double> insertion) {}

    /**
     * The probabilities at 0, 10 … 100 % of the pixels.
     *
     * @param image size · size · 3, RGB
     * @param order pixels by number, the first to go or come first
     */
    Curves of(byte[] image, int[] order, int target) {
        byte[] blurred = HeavyBlur.of(image, size);
        double[] found = trial.probabilities(
                2 * STEPS,
                i -> i <= STEPS ? mixed(image, blurred, order, i) : mixed(blurred, image, order, i - STEPS),
                target);
        List<Double> deletion = new ArrayList<>();
        List<Double> insertion = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            deletion.add(Rounding.of(found[step]));
            // Nothing inserted is all deleted, and the other way round.
            int inserted = step == 0 ? STEPS : step == STEPS ? 0 : STEPS + step;
            insertion.add(Rounding.of(found[inserted]));
        }
        return new Curves(deletion, insertion);
    }

    /** One image whose first tenths of the pixels are another's. */
    private static byte[] mixed(byte[] image, byte[] other, int[] order, int tenths) {
        byte[] mixed = image.clone();
        int count = (int) Math.round((double) order.length * tenths / STEPS);
        for (int i = 0; i < count; i++) {
            System.arraycopy(other, 3 * order[i], mixed, 3 * order[i], 3);
        }
        return mixed;
    }

    /** Pixels by falling value, equal ones in reading order. */
    static int[] order(double[] map) {
        return IntStream.range(0, map.length)
                .boxed()
                .sorted(Comparator.comparing(i -> -map[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
