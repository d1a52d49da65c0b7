package io.github.tumorbench.press.analysis;

import java.util.ArrayList;
import java.util.List;

/** Metrics with the intervals that need no resampling, from a vector of {@link Scorer}. */
final class Metrics {
    private Metrics() {}

    static List<ClassMetrics> ofClasses(Outcomes outcomes, ConfusionMatrix matrix, double[] score) {
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
                    Intervals.wilson(hits, matrix.predicted(label)),
                    value(score, Scorer.index(label, ClassMetric.F1)),
                    Intervals.deLong(outcomes.scores(label), outcomes.positives(label)),
                    value(score, Scorer.index(label, ClassMetric.AVERAGE_PRECISION))));
        }
        return classes;
    }

    static Overall overall(ConfusionMatrix matrix, List<ClassMetrics> classes, double[] score) {
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
