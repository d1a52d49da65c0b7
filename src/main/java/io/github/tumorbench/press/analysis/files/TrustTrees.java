package io.github.tumorbench.press.analysis.files;

import io.github.tumorbench.press.analysis.trust.CalibrationSummary;
import io.github.tumorbench.press.analysis.trust.Conformal;
import io.github.tumorbench.press.analysis.trust.Deferral;
import io.github.tumorbench.press.analysis.trust.Temperature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts of {@code metrics.json} about how far predictions can be trusted; keys in {@link MetricsJson}. */
final class TrustTrees {
    private TrustTrees() {}

    static Map<String, Object> calibration(CalibrationSummary one) {
        CalibrationSummary.BrierParts parts = one.parts();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("ece", one.ece());
        map.put("ece_equal_mass", one.eceEqualMass());
        map.put("rmsce", one.rmsce());
        map.put("mce", one.mce());
        map.put("classwise_ece", one.classwise());
        map.put("brier_reliability", parts == null ? null : parts.reliability());
        map.put("brier_resolution", parts == null ? null : parts.resolution());
        map.put("brier_uncertainty", parts == null ? null : parts.uncertainty());
        map.put("brier_within", parts == null ? null : parts.within());
        return map;
    }

    static Map<String, Object> temperature(Temperature one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("value", one.value());
        map.put("reason", one.reason());
        map.put("validation_images", one.validationImages());
        map.put("before", scores(one.before()));
        map.put("after", one.after() == null ? null : scores(one.after()));
        return map;
    }

    private static Map<String, Object> scores(Temperature.Scores one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("log_loss", one.logLoss());
        map.put("brier", one.brier());
        map.put("ece", one.ece());
        return map;
    }

    static Map<String, Object> deferral(Deferral one) {
        List<Object> rows = new ArrayList<>();
        for (Deferral.Row row : one.rows()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("share", row.share());
            map.put("deferred", row.deferred());
            map.put("accuracy", MetricTrees.estimate(row.rest()));
            map.put("errors", row.errors());
            map.put("caught", row.caughtErrors());
            map.put("caught_share", MetricTrees.estimate(row.caught()));
            rows.add(map);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("aurc", one.aurc());
        map.put("excess_aurc", one.excess());
        map.put("rows", rows);
        return map;
    }

    static Map<String, Object> conformal(Conformal one) {
        List<Object> sets = new ArrayList<>();
        for (Conformal.Sets level : one.sets()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("level", level.level());
            map.put("threshold", level.threshold());
            map.put("coverage", MetricTrees.estimate(level.coverage()));
            map.put("size", level.size());
            map.put("single", level.single());
            map.put("empty", level.empty());
            Map<String, Object> classes = new LinkedHashMap<>();
            for (Conformal.OfClass ofClass : level.classes()) {
                Map<String, Object> of = new LinkedHashMap<>();
                of.put("coverage", MetricTrees.estimate(ofClass.coverage()));
                of.put("size", ofClass.size());
                classes.put(ofClass.name(), of);
            }
            map.put("classes", classes);
            sets.add(map);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("validation_images", one.validationImages());
        map.put("sets", sets);
        return map;
    }
}
