package io.github.tumorbench.press.analysis.metrics;

import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.study.InputException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Predictions as arrays, classes as indices, images in the order of their files, so that nothing depends on the order of a
 * table's rows.
 *
 * @param files path of each image
 * @param truth true class of each image
 * @param predicted predicted class of each image
 * @param confidence probability of the predicted class
 * @param probabilities images × classes, as recorded
 * @param logits images × classes, as recorded
 */
public record Outcomes(
        List<String> files,
        int[] truth,
        int[] predicted,
        double[] confidence,
        double[][] probabilities,
        double[][] logits) {

    /**
     * By file, whatever the rows' order.
     *
     * @param classes in label order
     * @param place what to call the table in errors
     * @throws InputException where a row names another class, or has another number of probabilities or logits
     */
    public static Outcomes of(List<Prediction> predictions, List<String> classes, String place) {
        List<Prediction> rows = predictions.stream()
                .sorted(Comparator.comparing(Prediction::file))
                .toList();
        rows.forEach(one -> check(one, classes, place));
        return new Outcomes(
                rows.stream().map(Prediction::file).toList(),
                rows.stream().mapToInt(one -> classes.indexOf(one.label())).toArray(),
                rows.stream().mapToInt(one -> classes.indexOf(one.predicted())).toArray(),
                rows.stream().mapToDouble(Prediction::confidence).toArray(),
                rows.stream().map(one -> array(one.probabilities())).toArray(double[][]::new),
                rows.stream().map(one -> array(one.logits())).toArray(double[][]::new));
    }

    /** How many images. */
    public int size() {
        return truth.length;
    }

    /** Whether the image with this number is right. */
    public boolean correct(int image) {
        return truth[image] == predicted[image];
    }

    /** Whether each image is right. */
    public boolean[] corrects() {
        boolean[] correct = new boolean[size()];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = correct(i);
        }
        return correct;
    }

    /** Whether each image is of this class. */
    public boolean[] positives(int label) {
        boolean[] positive = new boolean[size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = truth[i] == label;
        }
        return positive;
    }

    /** Each image's probability of this class. */
    public double[] scores(int label) {
        double[] scores = new double[size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = probabilities[i][label];
        }
        return scores;
    }

    /** Every image counts once. */
    int[] once() {
        int[] weights = new int[size()];
        Arrays.fill(weights, 1);
        return weights;
    }

    /** The images whose file is wanted. */
    public Outcomes only(Predicate<String> wanted) {
        int[] kept = IntStream.range(0, size())
                .filter(i -> wanted.test(files.get(i)))
                .toArray();
        return new Outcomes(
                Arrays.stream(kept).mapToObj(files::get).toList(),
                Arrays.stream(kept).map(i -> truth[i]).toArray(),
                Arrays.stream(kept).map(i -> predicted[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> confidence[i]).toArray(),
                Arrays.stream(kept).mapToObj(i -> probabilities[i]).toArray(double[][]::new),
                Arrays.stream(kept).mapToObj(i -> logits[i]).toArray(double[][]::new));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void check(Prediction one, List<String> classes, String place) {
        for (String name : List.of(one.label(), one.predicted())) {
            if (!classes.contains(name)) {
                throw new InputException("%s: %s: expected one of the classes %s, found '%s'"
                        .formatted(place, one.file(), String.join(", ", classes), name));
            }
        }
        if (one.probabilities().size() != classes.size()) {
            throw new InputException("%s: %s: expected %s probabilities, found %s"
                    .formatted(
                            place,
                            one.file(),
                            classes.size(),
                            one.probabilities().size()));
        }
        if (one.logits().size() != classes.size()) {
            throw new InputException("%s: %s: expected %s logits, found %s"
                    .formatted(place, one.file(), classes.size(), one.logits().size()));
        }
    }
}
