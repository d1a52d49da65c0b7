package io.github.tumorbench.press.analysis.files;

import io.github.tumorbench.press.analysis.explained.Attention;
import io.github.tumorbench.press.analysis.explained.Belief;
import io.github.tumorbench.press.analysis.explained.Explained;
import io.github.tumorbench.press.analysis.explained.FeatureSpace;
import io.github.tumorbench.press.analysis.explained.Robustness;
import io.github.tumorbench.press.analysis.explained.Stray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts of {@code metrics.json} about how a network decides; keys in {@link MetricsJson}. */
final class ExplainedTrees {
    private ExplainedTrees() {}

    static Map<String, Object> of(Explained one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("localisation", one.attention() == null ? null : attention(one.attention()));
        map.put("spurious", one.stray() == null ? null : stray(one.stray()));
        map.put("belief", one.belief() == null ? null : belief(one.belief()));
        map.put("features", one.space() == null ? null : space(one.space()));
        map.put("robustness", one.robustness() == null ? null : robustness(one.robustness()));
        return map;
    }

    private static Map<String, Object> attention(Attention one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("maps", one.maps());
        map.put("zero", one.zeroMaps());
        List<Object> groups = new ArrayList<>();
        for (Attention.Group group : one.groups()) {
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("group", group.name());
            of.put("images", group.images());
            of.put("patients", group.patients());
            of.put("chance", group.chance());
            of.put("pointing_over_centre", MetricTrees.estimate(group.hitsOverCentre()));
            of.put("energy_over_centre", MetricTrees.estimate(group.energyOverCentre()));
            Map<String, Object> methods = new LinkedHashMap<>();
            group.methods().forEach(scores -> methods.put(scores.method().key(), scores(scores)));
            of.put("methods", methods);
            groups.add(of);
        }
        map.put("groups", groups);
        return map;
    }

    private static Map<String, Object> scores(Attention.Scores one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("maps", one.maps());
        map.put("zero", one.zero());
        map.put("pointing", MetricTrees.estimate(one.hits()));
        map.put("energy_inside", MetricTrees.estimate(one.energy()));
        map.put("iou", MetricTrees.estimate(one.iou()));
        map.put("iou_area", MetricTrees.estimate(one.iouArea()));
        return map;
    }

    private static Map<String, Object> stray(Stray one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("maps", one.maps());
        map.put("zero", one.zeroMaps());
        Map<String, Object> groups = new LinkedHashMap<>();
        for (Stray.Group group : one.groups()) {
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("images", group.images());
            of.put("outside_head", MetricTrees.estimate(group.outsideHead()));
            of.put("border", MetricTrees.estimate(group.border()));
            groups.put(group.name(), of);
        }
        map.put("groups", groups);
        map.put("right_with_mask", one.judged());
        map.put(
                "right_for_the_wrong_reason",
                one.elsewhere().stream().map(Stray.Elsewhere::file).toList());
        return map;
    }

    private static Map<String, Object> belief(Belief one) {
        Map<String, Object> checks = new LinkedHashMap<>();
        checks.put("weights", one.weights().words());
        checks.put("pixels", one.pixels().words());
        checks.put("occlusion", one.occlusion().words());
        checks.put("overall", one.overall().words());
        List<Object> steps = new ArrayList<>();
        for (Belief.Step step : one.randomisation()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("depth", step.depth());
            map.put("layer", step.layer());
            map.put("images", step.images());
            map.put("constant", step.constant());
            map.put("spearman", MetricTrees.estimate(step.similarity()));
            steps.add(map);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("checks", checks);
        map.put("randomisation", steps);
        map.put("perturbation", one.curves().stream().map(ExplainedTrees::curve).toList());
        map.put(
                "contrasts",
                one.contrasts().stream().map(ExplainedTrees::contrast).toList());
        map.put("agreement", one.agreement().stream().map(ExplainedTrees::pair).toList());
        return map;
    }

    private static Map<String, Object> curve(Belief.Curve one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("method", one.method().key());
        map.put("mode", one.mode().key());
        map.put("images", one.images());
        map.put("probabilities", one.probabilities());
        map.put("area", MetricTrees.estimate(one.area()));
        return map;
    }

    private static Map<String, Object> contrast(Belief.Contrast one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("mode", one.mode().key());
        map.put("rival", one.rival().key());
        map.put("area_difference", MetricTrees.estimate(one.difference()));
        return map;
    }

    private static Map<String, Object> pair(Belief.Pair one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("first", one.first().key());
        map.put("second", one.second().key());
        map.put("images", one.images());
        map.put("constant", one.constant());
        map.put("spearman", MetricTrees.estimate(one.similarity()));
        return map;
    }

    private static Map<String, Object> space(FeatureSpace one) {
        Map<String, Object> classes = new LinkedHashMap<>();
        for (FeatureSpace.OfClass ofClass : one.classes()) {
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("images", ofClass.images());
            of.put("silhouette", MetricTrees.estimate(ofClass.silhouette()));
            of.put("astray", ofClass.astray());
            classes.put(ofClass.name(), of);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("silhouette", MetricTrees.estimate(one.silhouette()));
        map.put("classes", classes);
        map.put("misclassified", one.misclassified().size());
        map.put("neighbours_of_predicted_class", one.ofPredictedClass());
        map.put("neighbours_of_true_class", one.ofTrueClass());
        return map;
    }

    private static Map<String, Object> robustness(Robustness one) {
        Map<String, Object> corruptions = new LinkedHashMap<>();
        for (Robustness.Corruption corruption : one.corruptions()) {
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("accuracy", corruption.accuracy());
            of.put(
                    "severities",
                    corruption.points().stream().map(ExplainedTrees::point).toList());
            corruptions.put(corruption.name(), of);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("images", one.images());
        map.put("accuracy", one.accuracy());
        map.put("costliest", one.costliest().name());
        map.put("clean", point(one.clean()));
        map.put("corruptions", corruptions);
        return map;
    }

    private static Map<String, Object> point(Robustness.Point one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("severity", one.severity());
        map.put("accuracy", MetricTrees.estimate(one.accuracy()));
        map.put("confidence", one.confidence());
        map.put("truth", one.truth());
        return map;
    }
}
