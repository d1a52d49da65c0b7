package io.github.tumorbench.press.analysis;

import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.study.InputException;
import java.util.List;

/**
 * Predictions as arrays, classes as indices.
 *
 * @param truth true class of each image
 * @param predicted predicted class of each image
 * @param confidence probability of the predicted class
 * @param probabilities images × classes, as recorded
 */
record Outcomes(int[] truth, int[] predicted, double[] confidence, double[][] probabilities) {

    static Outcomes of(List<Prediction> predictions, List<String> classes, String place) {
        int size = predictions.size();
        Outcomes outcomes = new Outcomes(new int[size], new int[size], new double[size], new double[size][]);
        for (int i = 0; i < size; i++) {
            Prediction one = predictions.get(i);
            outcomes.truth[i] = index(one.label(), classes, place, one.file());
            outcomes.predicted[i] = index(one.predicted(), classes, place, one.file());
            outcomes.confidence[i] = one.confidence();
            if (one.probabilities().size() != classes.size()) {
                throw new InputException("%s: %s: expected %s probabilities, found %s"
                        .formatted(
                                place,
                                one.file(),
                                classes.size(),
                                one.probabilities().size()));
            }
            outcomes.probabilities[i] = one.probabilities().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
        return outcomes;
    }

    int size() {
        return truth.length;
    }

    boolean correct(int image) {
        return truth[image] == predicted[image];
    }

    boolean[] positives(int label) {
        boolean[] positive = new boolean[size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = truth[i] == label;
        }
        return positive;
    }

    double[] scores(int label) {
        double[] scores = new double[size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = probabilities[i][label];
        }
        return scores;
    }

    private static int index(String name, List<String> classes, String place, String file) {
        int index = classes.indexOf(name);
        if (index < 0) {
            throw new InputException("%s: %s: expected one of the classes %s, found '%s'"
                    .formatted(place, file, String.join(", ", classes), name));
        }
        return index;
    }
}
