package io.github.tumorbench.press.analysis.files;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.WithoutCopies;
import io.github.tumorbench.press.analysis.metrics.ClassMetric;
import io.github.tumorbench.press.analysis.metrics.ClassMetrics;
import io.github.tumorbench.press.analysis.metrics.MetricIntervals;
import io.github.tumorbench.press.analysis.metrics.Overall;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Resampled;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts of {@code metrics.json} about metrics and their intervals; keys in {@link MetricsJson}. */
final class MetricTrees {
    private MetricTrees() {}

    static Map<String, Object> estimate(Estimate one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("value", one.value());
        map.put("low", one.low());
        map.put("high", one.high());
        map.put("method", one.method());
        return map;
    }

    /** @param shown the interval a page shows, null for the best of the resampled ones */
    static Map<String, Object> interval(Estimate shown, Resampled resampled) {
        Map<String, Object> map = estimate(shown == null ? resampled.best() : shown);
        map.put("percentile", ends(resampled.percentile()));
        map.put("bca", ends(resampled.bca()));
        map.put("jackknife", resampled.jackknife() == null ? null : ends(resampled.jackknife()));
        map.put("by_patient", resampled.byPatient() == null ? null : ends(resampled.byPatient()));
        return map;
    }

    private static List<Double> ends(Estimate one) {
        return one.hasInterval() ? Arrays.asList(one.low(), one.high()) : null;
    }

    static void overall(Overall overall, MetricIntervals intervals, Map<String, Object> map) {
        map.put("accuracy", estimate(overall.accuracy()));
        for (OverallMetric metric : OverallMetric.values()) {
            if (metric != OverallMetric.ACCURACY) {
                map.put(metric.key(), overall.value(metric));
            }
        }
        map.put("absent_classes", overall.absent());
        Map<String, Object> of = new LinkedHashMap<>();
        for (OverallMetric metric : OverallMetric.values()) {
            of.put(
                    metric.key(),
                    interval(metric == OverallMetric.ACCURACY ? overall.accuracy() : null, intervals.of(metric)));
        }
        map.put("intervals", of);
    }

    static Map<String, Object> classes(ExperimentAnalysis one) {
        Map<String, Object> classes = new LinkedHashMap<>();
        for (int label = 0; label < one.classes().size(); label++) {
            Map<String, Object> map = ofClass(one.classes().get(label), one.intervals(), label);
            List<Double> ece = one.calibration().ofClass();
            map.put("ece", ece.isEmpty() ? null : ece.get(label));
            classes.put(one.classes().get(label).name(), map);
        }
        return classes;
    }

    private static Map<String, Object> ofClass(ClassMetrics one, MetricIntervals resampled, int label) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("precision", one.precision().value());
        map.put("recall", one.recall().value());
        map.put("specificity", one.specificity().value());
        map.put("f1", one.f1());
        map.put("auroc", one.auroc().value());
        map.put("average_precision", one.averagePrecision());
        map.put("support", one.support());
        Map<String, Object> intervals = new LinkedHashMap<>();
        intervals.put("precision", interval(one.precision(), resampled.of(label, ClassMetric.PRECISION)));
        intervals.put("recall", interval(one.recall(), resampled.of(label, ClassMetric.RECALL)));
        intervals.put("specificity", interval(one.specificity(), resampled.of(label, ClassMetric.SPECIFICITY)));
        intervals.put("f1", interval(null, resampled.of(label, ClassMetric.F1)));
        intervals.put("auroc", interval(one.auroc(), resampled.of(label, ClassMetric.AUROC)));
        intervals.put("average_precision", interval(null, resampled.of(label, ClassMetric.AVERAGE_PRECISION)));
        map.put("intervals", intervals);
        return map;
    }

    static Map<String, Object> withoutCopies(WithoutCopies one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("images", one.images());
        map.put("copies", one.copies());
        overall(one.overall(), one.intervals(), map);
        Map<String, Object> classes = new LinkedHashMap<>();
        for (ClassMetrics metrics : one.classes()) {
            Map<String, Object> ofClass = new LinkedHashMap<>();
            ofClass.put("recall", estimate(metrics.recall()));
            ofClass.put("support", metrics.support());
            classes.put(metrics.name(), ofClass);
        }
        map.put("classes", classes);
        return map;
    }
}
