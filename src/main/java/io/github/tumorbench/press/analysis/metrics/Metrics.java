package io.github.tumorbench.press.analysis.metrics;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import java.util.ArrayList;
import java.util.List;

/** Metrics with the intervals that need no resampling, from a vector of {@link Scorer}. */
public final class Metrics {
    private Metrics() {}

    /**
     * Metrics of each class, in label order.
     *
     * @param matrix of {@code outcomes}
     * @param score of {@link Scorer#score()}
     */
    public static List<ClassMetrics> ofClasses(Outcomes outcomes, ConfusionMatrix matrix, double[] score) {
        List<ClassMetrics> classes = new ArrayList<>();
        for (int label = 0; label < matrix.classes().size(); label++) {
            int hits = matrix.count(label, label);
            int support = matrix.support(label);
            int others = matrix.total() - support;
            int falsePositives = matrix.predicted(label) - hits;
            classes.add(new ClassMetrics(
                    matrix.classes().get(label),
                    support,
                    Intervals.wilson(hits, support),
                    Intervals.wilson(others - falsePositives, others),
                    precision(matrix, label),
                    value(score, Scorer.index(label, ClassMetric.F1)),
                    Intervals.deLong(outcomes.scores(label), outcomes.positives(label)),
                    value(score, Scorer.index(label, ClassMetric.AVERAGE_PRECISION))));
        }
        return classes;
    }

    /**
     * Wilson's interval with the effective number of images: a class's right and falsely included images come from true classes
     * whose sizes are given, so that the share of right ones among them varies less than one of as many independent images.
     */
    private static Estimate precision(ConfusionMatrix matrix, int label) {
        int given = matrix.predicted(label);
        int hits = matrix.count(label, label);
        if (given == 0 || hits == 0 || hits == given) {
            return Intervals.wilson(hits, given);
        }
        double share = (double) hits / given;
        double variance = 0;
        for (int row = 0; row < matrix.classes().size(); row++) {
            double count = matrix.count(row, label);
            double weight = (row == label ? 1 - share : share) / given;
            variance += count == 0 ? 0 : weight * weight * count * (1 - count / matrix.support(row));
        }
        if (variance == 0) {
            return Intervals.wilson(hits, given);
        }
        Estimate one = Intervals.wilson(share, share * (1 - share) / variance);
        return new Estimate(share, one.low(), one.high(), Jackknife.WILSON);
    }

    /**
     * Metrics over all images.
     *
     * @param classes of {@link #ofClasses}
     * @param score of {@link Scorer#score()}
     */
    public static Overall overall(ConfusionMatrix matrix, List<ClassMetrics> classes, double[] score) {
        return new Overall(
                Intervals.wilson(matrix.correct(), matrix.total()),
                value(score, Scorer.index(OverallMetric.BALANCED_ACCURACY)),
                value(score, Scorer.index(OverallMetric.MACRO_F1)),
                value(score, Scorer.index(OverallMetric.WEIGHTED_F1)),
                value(score, Scorer.index(OverallMetric.MCC)),
                value(score, Scorer.index(OverallMetric.KAPPA)),
                value(score, Scorer.index(OverallMetric.AUROC_MACRO)),
                value(score, Scorer.index(OverallMetric.AUROC_WEIGHTED)),
                value(score, Scorer.index(OverallMetric.AVERAGE_PRECISION_MACRO)),
                value(score, Scorer.index(OverallMetric.LOG_LOSS)),
                value(score, Scorer.index(OverallMetric.BRIER)),
                value(score, Scorer.index(OverallMetric.CONFIDENCE_GAP)),
                value(score, Scorer.index(OverallMetric.ECE)),
                classes.stream()
                        .filter(one -> one.support() == 0)
                        .map(ClassMetrics::name)
                        .toList());
    }

    private static Double value(double[] score, int metric) {
        return MetricIntervals.defined(score[metric]);
    }
}
