package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.metrics.Agreement;
import io.github.tumorbench.press.analysis.metrics.ClassMetrics;
import io.github.tumorbench.press.analysis.metrics.ConfusionMatrix;
import io.github.tumorbench.press.analysis.metrics.MetricIntervals;
import io.github.tumorbench.press.analysis.metrics.Metrics;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.metrics.Scorer;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import io.github.tumorbench.record.Experiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers experiments by everything but the share of training images. */
final class SizeCurves {
    private SizeCurves() {}

    private record Recipe(
            String backbone, String schedule, String protocol, int input, String precision, String features) {
        static Recipe of(Experiment one) {
            return new Recipe(
                    one.backbone(), one.schedule(), one.protocol(), one.input(), one.precision(), one.features());
        }
    }

    static List<SizeCurve> of(List<Prepared> experiments, List<String> classes) {
        Map<Recipe, List<Prepared>> recipes = new LinkedHashMap<>();
        experiments.stream().filter(one -> !one.facts().ensemble()).forEach(one -> recipes.computeIfAbsent(
                        Recipe.of(one.facts()), unused -> new ArrayList<>())
                .add(one));
        List<Recipe> several = recipes.keySet().stream()
                .filter(recipe -> recipes.get(recipe).stream()
                                .map(one -> one.facts().trainingShare())
                                .distinct()
                                .count()
                        > 1)
                .toList();
        return several.stream()
                .map(recipe -> new SizeCurve(
                        name(recipe, several),
                        recipe.backbone(),
                        recipes.get(recipe).stream()
                                .sorted(Comparator.comparingDouble(
                                        one -> one.facts().trainingShare()))
                                .map(one -> point(one, classes))
                                .toList()))
                .toList();
    }

    private static String name(Recipe recipe, List<Recipe> all) {
        long same = all.stream()
                .filter(other -> other.backbone().equals(recipe.backbone()))
                .count();
        return same == 1
                ? recipe.backbone()
                : "%s (%s, %s, %s, %s)"
                        .formatted(
                                recipe.backbone(),
                                recipe.schedule(),
                                recipe.protocol(),
                                recipe.input(),
                                recipe.features());
    }

    private static SizeCurve.Point point(Prepared one, List<String> classes) {
        double[] score = one.scorer().score();
        ConfusionMatrix matrix = Agreement.confusion(one.test(), classes);
        List<ClassMetrics> metrics = Metrics.ofClasses(one.test(), matrix, score);
        return new SizeCurve.Point(
                one.id(),
                one.facts().trainingShare(),
                one.facts().trainImages(),
                one.test().size(),
                Intervals.wilson(matrix.correct(), matrix.total()),
                MetricIntervals.defined(score[Scorer.index(OverallMetric.MACRO_F1)]),
                metrics.stream()
                        .filter(metric -> metric.support() > 0)
                        .min(Comparator.comparingDouble(
                                metric -> metric.recall().value()))
                        .orElse(null));
    }
}
