package io.github.tumorbench.press.analysis.explained;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Verdict;
import java.util.List;

/**
 * Whether an experiment's Grad-CAM maps can be believed: whether they depend on what the network learnt, whether the pixels
 * they highlight matter to it, and whether another way to ask agrees. Intervals come from resamples of patients.
 *
 * @param randomisation similarity to the trained network's map while layers lose what they learnt, the head first
 * @param curves probability of the class while pixels go or come
 * @param contrasts areas under those curves, Grad-CAM minus its rivals
 * @param agreement rank correlation of methods
 */
public record Belief(List<Step> randomisation, List<Curve> curves, List<Contrast> contrasts, List<Pair> agreement) {
    /** Rank correlation below which a map has changed with the weights. */
    public static final double CHANGED = 0.5;

    public Belief {
        randomisation = List.copyOf(randomisation);
        curves = List.copyOf(curves);
        contrasts = List.copyOf(contrasts);
        agreement = List.copyOf(agreement);
    }

    /**
     * A step of cascading randomisation (Adebayo et al. 2018).
     *
     * @param depth 0 for the head alone
     * @param layer the lowest layer drawn anew
     * @param images compared
     * @param constant maps that became constant and cannot be compared
     * @param similarity mean Spearman correlation
     */
    public record Step(int depth, String layer, int images, int constant, Estimate similarity) {}

    /** Which way pixels go. */
    public enum Mode {
        DELETION("deletion"),
        INSERTION("insertion");

        private final String key;

        Mode(String key) {
            this.key = key;
        }

        /** As files name it. */
        public String key() {
            return key;
        }
    }

    /**
     * Deletion or insertion (Petsiuk et al. 2018).
     *
     * @param probabilities mean at 0, 10 … 100 % of the pixels
     * @param area under the curve by the trapezoidal rule, from 0 to 1
     */
    public record Curve(MapMethod method, Mode mode, int images, List<Double> probabilities, Estimate area) {
        public Curve {
            probabilities = List.copyOf(probabilities);
        }
    }

    /** Area of Grad-CAM minus that of a rival order, paired; below 0 is good for deletion, above 0 for insertion. */
    public record Contrast(Mode mode, MapMethod rival, Estimate difference) {}

    /**
     * Two methods on the same images.
     *
     * @param constant images on which one of the two maps is constant
     */
    public record Pair(MapMethod first, MapMethod second, int images, int constant, Estimate similarity) {}

    /** The curve of one method, null where there is none. */
    public Curve curve(MapMethod method, Mode mode) {
        return curves.stream()
                .filter(one -> one.method() == method && one.mode() == mode)
                .findFirst()
                .orElse(null);
    }

    /** The contrast with one rival, null where there is none. */
    public Contrast contrast(MapMethod rival, Mode mode) {
        return contrasts.stream()
                .filter(one -> one.rival() == rival && one.mode() == mode)
                .findFirst()
                .orElse(null);
    }

    /** Two methods in either order, null where they were not compared. */
    public Pair pair(MapMethod first, MapMethod second) {
        return agreement.stream()
                .filter(one -> one.first() == first && one.second() == second
                        || one.first() == second && one.second() == first)
                .findFirst()
                .orElse(null);
    }

    /** What a check says. */
    public enum Standing {
        PASSED("passed"),
        FAILED("failed"),
        OPEN("cannot be told"),
        NOT_MADE("not made");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        /** As a reader sees it. */
        public String words() {
            return words;
        }
    }

    /** Passed where, with everything drawn anew that was, the correlation's interval lies below {@link #CHANGED}; failed above. */
    public Standing weights() {
        if (randomisation.isEmpty()) {
            return Standing.NOT_MADE;
        }
        Step deepest = randomisation.get(randomisation.size() - 1);
        Estimate one = deepest.similarity();
        return !one.hasInterval() && deepest.images() == 0 && deepest.constant() > 0
                ? Standing.PASSED
                : standing(Verdict.above(one, CHANGED), false);
    }

    /** Passed where both curves are better than with pixels in a random order, failed where one is worse, by the intervals. */
    public Standing pixels() {
        return against(MapMethod.SHUFFLED);
    }

    /** The same against pixels from the image's centre outwards. */
    public Standing against(MapMethod rival) {
        Contrast deletion = contrast(rival, Mode.DELETION);
        Contrast insertion = contrast(rival, Mode.INSERTION);
        if (deletion == null || insertion == null) {
            return Standing.NOT_MADE;
        }
        List<Standing> both = List.of(
                standing(Verdict.above(deletion.difference(), 0.0), false),
                standing(Verdict.above(insertion.difference(), 0.0), true));
        return both.contains(Standing.FAILED)
                ? Standing.FAILED
                : both.contains(Standing.OPEN) ? Standing.OPEN : Standing.PASSED;
    }

    /** Passed where the correlation of Grad-CAM with occlusion lies above 0, failed where below, by the interval. */
    public Standing occlusion() {
        Pair pair = pair(MapMethod.GRADCAM, MapMethod.OCCLUSION);
        return pair == null ? Standing.NOT_MADE : standing(Verdict.above(pair.similarity(), 0.0), true);
    }

    /** Failed where one check failed, passed where all three passed. */
    public Standing overall() {
        List<Standing> all = List.of(weights(), pixels(), occlusion());
        if (all.contains(Standing.FAILED)) {
            return Standing.FAILED;
        }
        if (all.stream().allMatch(one -> one == Standing.NOT_MADE)) {
            return Standing.NOT_MADE;
        }
        return all.stream().allMatch(one -> one == Standing.PASSED) ? Standing.PASSED : Standing.OPEN;
    }

    private static Standing standing(Verdict above, boolean good) {
        return switch (above) {
            case HELD -> good ? Standing.PASSED : Standing.FAILED;
            case DID_NOT_HOLD -> good ? Standing.FAILED : Standing.PASSED;
            case CANNOT_BE_TOLD -> Standing.OPEN;
        };
    }
}
