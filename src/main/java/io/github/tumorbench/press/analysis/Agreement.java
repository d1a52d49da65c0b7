package io.github.tumorbench.press.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What follows from the confusion matrix alone. */
final class Agreement {
    private Agreement() {}

    static ConfusionMatrix confusion(Outcomes outcomes, List<String> classes) {
        List<List<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            counts.add(new ArrayList<>(Collections.nCopies(classes.size(), 0)));
        }
        for (int i = 0; i < outcomes.size(); i++) {
            List<Integer> row = counts.get(outcomes.truth()[i]);
            row.set(outcomes.predicted()[i], row.get(outcomes.predicted()[i]) + 1);
        }
        return new ConfusionMatrix(classes, counts);
    }

    /** 2·TP / (2·TP + FP + FN); null where the class is neither present nor predicted. */
    static Double f1(ConfusionMatrix matrix, int label) {
        int sum = matrix.support(label) + matrix.predicted(label);
        return sum == 0 ? null : 2.0 * matrix.count(label, label) / sum;
    }

    /** Matthews correlation for several classes (Gorodkin 2004); null where only one class is present or predicted. */
    static Double mcc(ConfusionMatrix matrix) {
        double total = matrix.total();
        double truthSquares = 0;
        double predictedSquares = 0;
        double product = 0;
        for (int i = 0; i < matrix.classes().size(); i++) {
            double truth = matrix.support(i);
            double predicted = matrix.predicted(i);
            truthSquares += truth * truth;
            predictedSquares += predicted * predicted;
            product += truth * predicted;
        }
        double scale = Math.sqrt(total * total - truthSquares) * Math.sqrt(total * total - predictedSquares);
        return scale == 0 ? null : (matrix.correct() * total - product) / scale;
    }

    /** Cohen's kappa; null where chance agreement is total or there is no image. */
    static Double kappa(ConfusionMatrix matrix) {
        double total = matrix.total();
        double product = 0;
        for (int i = 0; i < matrix.classes().size(); i++) {
            product += (double) matrix.support(i) * matrix.predicted(i);
        }
        double scale = total * total - product;
        return scale == 0 ? null : (matrix.correct() * total - product) / scale;
    }
}
