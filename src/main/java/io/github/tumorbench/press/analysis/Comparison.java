package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Holm;
import io.github.tumorbench.press.analysis.statistics.McNemar;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.analysis.statistics.Resampled;
import java.util.List;

/**
 * Two experiments on the same images. The first is the one of higher accuracy, or the earlier in the study where equal.
 *
 * @param first id
 * @param second id
 * @param images both were tested on
 * @param accuracy first minus second, paired bootstrap
 * @param balancedAccuracy first minus second, paired bootstrap
 * @param macroF1 first minus second, paired bootstrap
 * @param aurocMacro first minus second, paired bootstrap
 * @param classF1 F1 of each class in label order, first minus second, paired bootstrap
 * @param mcNemar exact test of equal accuracy
 * @param holm its p-value, adjusted over all pairs on these images
 * @param areas paired DeLong tests, one for each class where there is one
 */
public record Comparison(
        String first,
        String firstName,
        String second,
        String secondName,
        int images,
        Resampled accuracy,
        Resampled balancedAccuracy,
        Resampled macroF1,
        Resampled aurocMacro,
        List<Resampled> classF1,
        McNemar mcNemar,
        double holm,
        List<Area> areas) {
    public Comparison {
        classF1 = List.copyOf(classF1);
        areas = List.copyOf(areas);
    }

    /**
     * Areas under two ROC curves of one class.
     *
     * @param name of the class
     * @param difference first minus second, DeLong interval
     * @param p two-sided
     * @param holm adjusted over all pairs and classes on these images
     */
    public record Area(String name, Estimate difference, double p, double holm) {}

    /** Whether the accuracies differ by more than chance would make them, all pairs taken together. */
    public boolean different() {
        return holm < Holm.LEVEL;
    }

    /** What the test says, in a sentence. */
    public String sentence() {
        int firstOnly = mcNemar.onlyFirst();
        int secondOnly = mcNemar.onlySecond();
        if (firstOnly + secondOnly == 0) {
            return "%s and %s are right on the very same images.".formatted(firstName, secondName);
        }
        String counts = "%s only the first gets right against %s only the second, %s after Holm’s correction"
                .formatted(Numbers.images(firstOnly), secondOnly, Numbers.pWords(holm));
        return different()
                ? "%s is right more often than %s on these images: %s; the difference is %s."
                        .formatted(firstName, secondName, counts, points())
                : "%s and %s cannot be told apart on these images: %s.".formatted(firstName, secondName, counts);
    }

    private String points() {
        Estimate best = accuracy.best();
        return best.hasInterval()
                ? "%s points, 95 %% interval %s to %s"
                        .formatted(
                                Numbers.points(best.value()), Numbers.points(best.low()), Numbers.points(best.high()))
                : Numbers.points(best.value()) + " points";
    }
}
