package io.github.tumorbench.press.analysis.trust;

import io.github.tumorbench.press.analysis.metrics.Outcomes;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Computes {@link Conformal}. */
public final class ConformalSets {
    private static final double[] LEVELS = {0.90, 0.95, 0.99};

    private final Outcomes test;
    private final List<String> classes;

    private ConformalSets(Outcomes test, List<String> classes) {
        this.test = test;
        this.classes = classes;
    }

    /** Sets whose threshold comes from validation images alone; none without any. */
    public static Conformal of(Outcomes validation, Outcomes test, List<String> classes) {
        List<Conformal.Sets> sets = new ArrayList<>();
        if (validation.size() > 0) {
            double[] scores = IntStream.range(0, validation.size())
                    .mapToDouble(i -> Conformal.score(
                            validation.probabilities()[i][validation.truth()[i]]))
                    .sorted()
                    .toArray();
            ConformalSets maker = new ConformalSets(test, classes);
            for (double level : LEVELS) {
                sets.add(maker.sets(level, Conformal.threshold(scores, level)));
            }
        }
        return new Conformal(validation.size(), sets);
    }

    private Conformal.Sets sets(double level, double threshold) {
        int count = classes.size();
        int[] hits = new int[count];
        int[] images = new int[count];
        int[] sizes = new int[count];
        int single = 0;
        int empty = 0;
        for (int i = 0; i < test.size(); i++) {
            int truth = test.truth()[i];
            int size = 0;
            for (double probability : test.probabilities()[i]) {
                size += Conformal.score(probability) <= threshold ? 1 : 0;
            }
            images[truth]++;
            sizes[truth] += size;
            hits[truth] += Conformal.score(test.probabilities()[i][truth]) <= threshold ? 1 : 0;
            single += size == 1 ? 1 : 0;
            empty += size == 0 ? 1 : 0;
        }
        List<Conformal.OfClass> ofClass = new ArrayList<>();
        for (int label = 0; label < count; label++) {
            ofClass.add(new Conformal.OfClass(
                    classes.get(label),
                    Intervals.wilson(hits[label], images[label]),
                    ratio(sizes[label], images[label])));
        }
        return new Conformal.Sets(
                level,
                Double.isInfinite(threshold) ? null : threshold,
                Intervals.wilson(IntStream.of(hits).sum(), test.size()),
                ratio(IntStream.of(sizes).sum(), test.size()),
                ratio(single, test.size()),
                empty,
                ofClass);
    }

    private static Double ratio(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
