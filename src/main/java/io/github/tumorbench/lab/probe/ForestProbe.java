package io.github.tumorbench.lab.probe;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import smile.base.cart.SplitRule;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;

/** A random forest (Breiman 2001), cross-validated. Deterministic from the seed, whatever the number of threads. */
public final class ForestProbe {
    private static final int TREES = 20;
    private static final int MOST_DEPTH = 12;
    private static final int LEAST_LEAF = 5;
    private static final String LABEL = "label";

    private ForestProbe() {}

    /**
     * Predicts each row by a forest grown on the rows of the other folds.
     *
     * @param features rows × features, finite
     * @param labels of each row, from 0; every label occurs outside of each fold
     * @param folds of each row, from 0
     * @return predicted labels
     */
    public static int[] predict(double[][] features, int[] labels, int[] folds, long seed) {
        int[] predicted = new int[labels.length];
        int count = Arrays.stream(folds).max().orElse(-1) + 1;
        for (int fold = 0; fold < count; fold++) {
            int now = fold;
            int[] training = rows(folds, f -> f != now);
            RandomForest forest = grow(select(features, training), select(labels, training), seed + fold);
            int[] testing = rows(folds, f -> f == now);
            int[] answers = forest.predict(frame(select(features, testing), select(labels, testing)));
            for (int i = 0; i < testing.length; i++) {
                predicted[testing[i]] = answers[i];
            }
        }
        return predicted;
    }

    private static RandomForest grow(double[][] features, int[] labels, long seed) {
        int tried = (int) Math.ceil(Math.sqrt(features[0].length));
        return RandomForest.fit(
                Formula.lhs(LABEL),
                frame(features, labels),
                TREES,
                tried,
                SplitRule.GINI,
                MOST_DEPTH,
                Math.max(2, labels.length / LEAST_LEAF),
                LEAST_LEAF,
                1.0,
                null,
                LongStream.range(0, TREES).map(tree -> 1 + seed * 1000 + tree));
    }

    private static DataFrame frame(double[][] features, int[] labels) {
        return DataFrame.of(features).merge(IntVector.of(LABEL, labels));
    }

    private static int[] rows(int[] folds, java.util.function.IntPredicate wanted) {
        return IntStream.range(0, folds.length)
                .filter(i -> wanted.test(folds[i]))
                .toArray();
    }

    private static double[][] select(double[][] rows, int[] chosen) {
        return Arrays.stream(chosen).mapToObj(i -> rows[i]).toArray(double[][]::new);
    }

    private static int[] select(int[] values, int[] chosen) {
        return Arrays.stream(chosen).map(i -> values[i]).toArray();
    }
}
