package io.github.tumorbench.press.analysis.trust;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import java.util.List;

/**
 * Split conformal prediction sets (Vovk et al. 2005; score 1 − probability of the class, after Sadinle et al. 2019): all
 * classes whose score is at most the ⌈(n+1)·level⌉-th smallest score of the true class among the n validation images. On
 * images exchangeable with those, a set holds the true class at least as often as its level says.
 *
 * @param validationImages n; where 0 there are no sets
 * @param sets one for each level: 90, 95 and 99 %
 */
public record Conformal(int validationImages, List<Sets> sets) {
    public Conformal {
        sets = List.copyOf(sets);
    }

    /**
     * Sets of one level on the test images.
     *
     * @param level nominal coverage
     * @param threshold highest score admitted; null where n is too small, and every set holds every class
     * @param coverage share of sets with the true class, Wilson interval
     * @param size mean number of classes in a set, null without test images
     * @param single share of sets of one class, null without test images
     * @param empty number of sets of no class
     * @param classes the same for the images of each true class
     */
    public record Sets(
            double level,
            Double threshold,
            Estimate coverage,
            Double size,
            Double single,
            int empty,
            List<OfClass> classes) {
        public Sets {
            classes = List.copyOf(classes);
        }
    }

    /**
     * @param name true class
     * @param coverage share of its images whose set holds it, Wilson interval
     * @param size mean number of classes in their sets, null without images
     */
    public record OfClass(String name, Estimate coverage, Double size) {}

    /** Score of one class of one image. */
    static double score(double probability) {
        return 1 - probability;
    }

    /**
     * The ⌈(n+1)·level⌉-th smallest score; infinite where there are too few.
     *
     * @param scores of the validation images' true classes, sorted
     */
    static double threshold(double[] scores, double level) {
        int rank = (int) Math.ceil((scores.length + 1) * level - 1e-9);
        return rank > scores.length ? Double.POSITIVE_INFINITY : scores[Math.max(0, rank - 1)];
    }
}
