package io.github.tumorbench.press.analysis.trust;

import io.github.tumorbench.press.analysis.metrics.Calibration;
import io.github.tumorbench.press.analysis.metrics.MetricIntervals;
import io.github.tumorbench.press.analysis.metrics.Outcomes;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.metrics.ReliabilityBin;
import io.github.tumorbench.press.analysis.metrics.Scorer;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * Temperature scaling (Guo et al. 2017): logits divided by one number, chosen so that the validation images' log loss is
 * least. It never changes which class is the most probable.
 *
 * @param value above 1 where predictions were too sure; null where there is none
 * @param reason why there is none; null where there is one
 * @param validationImages it was fitted on
 * @param before on the test images as recorded
 * @param after on the test images with the temperature; null where there is none
 * @param reliability 15 bins after; empty where there is none
 */
public record Temperature(
        Double value,
        String reason,
        int validationImages,
        Scores before,
        Scores after,
        List<ReliabilityBin> reliability) {
    private static final double HOTTEST = 100;
    private static final double COLDEST = 0.01;
    private static final int STEPS = 1000;

    public Temperature {
        reliability = List.copyOf(reliability);
    }

    /** Test metrics that a temperature can change; null without test images. */
    public record Scores(Double logLoss, Double brier, Double ece) {}

    /** Fitted on the validation images alone, then applied to the test images. */
    public static Temperature of(Outcomes validation, Outcomes test, int classes) {
        Scores before = scores(test, classes);
        if (validation.size() == 0) {
            return new Temperature(null, "no validation image", 0, before, null, List.of());
        }
        Double value = fit(validation);
        if (value == null) {
            return new Temperature(
                    null,
                    "the validation images' log loss has no least value at a finite temperature",
                    validation.size(),
                    before,
                    null,
                    List.of());
        }
        Outcomes scaled = scaled(test, value);
        return new Temperature(
                value,
                null,
                validation.size(),
                before,
                scores(scaled, classes),
                Calibration.reliability(scaled, Calibration.BINS));
    }

    private static Scores scores(Outcomes outcomes, int classes) {
        double[] score = new Scorer(outcomes, classes).score();
        return new Scores(
                MetricIntervals.defined(score[Scorer.index(OverallMetric.LOG_LOSS)]),
                MetricIntervals.defined(score[Scorer.index(OverallMetric.BRIER)]),
                MetricIntervals.defined(score[Scorer.index(OverallMetric.ECE)]));
    }

    /** The temperature of least log loss; null where the loss only falls towards 0 or infinity. */
    static Double fit(Outcomes validation) {
        double coldest = slope(validation, 1 / COLDEST);
        double hottest = slope(validation, 1 / HOTTEST);
        if (coldest <= 0 || hottest >= 0) {
            return null;
        }
        double inverse = new BracketingNthOrderBrentSolver(1e-14, 1e-12, 1e-15, 5)
                .solve(STEPS, beta -> slope(validation, beta), 1 / HOTTEST, 1 / COLDEST);
        return 1 / inverse;
    }

    /** Slope of the summed log loss over the inverse temperature, which it rises with: the loss is convex. */
    private static double slope(Outcomes outcomes, double inverse) {
        double slope = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            double[] logits = outcomes.logits()[i];
            double[] row = softmax(logits, inverse);
            for (int label = 0; label < row.length; label++) {
                slope += row[label] * logits[label];
            }
            slope -= logits[outcomes.truth()[i]];
        }
        return slope / outcomes.size();
    }

    /** The same images with probabilities at this temperature. */
    static Outcomes scaled(Outcomes outcomes, double temperature) {
        double[][] rows = Arrays.stream(outcomes.logits())
                .map(logits -> softmax(logits, 1 / temperature))
                .toArray(double[][]::new);
        double[] confidence = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            confidence[i] = rows[i][outcomes.predicted()[i]];
        }
        return new Outcomes(
                outcomes.files(), outcomes.truth(), outcomes.predicted(), confidence, rows, outcomes.logits());
    }

    private static double[] softmax(double[] logits, double inverse) {
        double highest = Arrays.stream(logits).max().orElse(0);
        double[] row = new double[logits.length];
        double sum = 0;
        for (int label = 0; label < row.length; label++) {
            row[label] = Math.exp((logits[label] - highest) * inverse);
            sum += row[label];
        }
        for (int label = 0; label < row.length; label++) {
            row[label] /= sum;
        }
        return row;
    }
}
