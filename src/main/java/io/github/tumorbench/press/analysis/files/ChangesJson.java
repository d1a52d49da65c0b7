package io.github.tumorbench.press.analysis.files;

import io.github.tumorbench.press.analysis.changes.Changes;
import io.github.tumorbench.press.analysis.changes.ExperimentChange;
import io.github.tumorbench.press.analysis.changes.FactChange;
import io.github.tumorbench.press.analysis.changes.GateResult;
import io.github.tumorbench.press.analysis.changes.GateVerdict;
import io.github.tumorbench.press.analysis.changes.MetricChange;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What moved between two records, and what the gate makes of it, as JSON: unrounded, null where undefined. Only what differs is
 * listed.
 *
 * <pre>
 * schemaVersion
 * before, after              {study, title, version, commit, dirty}
 * bootstrap                  {resamples, seed}
 * facts[]                    {area, name, before, after}; area one of data, weights, code, configuration, environment
 * experiments.ID
 *   images                   {before, after}: test images
 *   paired                   whether these are the same images
 *   right                    {only_before, only_after}: images only one of the two gets right; null unless paired
 *   facts[]                  {area, name, before, after}
 *   metrics[]                {metric, class, before, after, difference {value, low, high, method}, by_patient (the same, or
 *                            null), test, p, p_holm}
 * missing, added             ids in one of the two records only
 * gate                       null in a plain comparison: {margin, alpha, metrics, passed, verdicts: [{experiment, metric, drop,
 *                            p, p_holm, outcome}]}
 * </pre>
 */
public final class ChangesJson {
    /** Version of the form. */
    public static final int SCHEMA_VERSION = 1;

    private ChangesJson() {}

    /** @param gate null for a plain comparison */
    public static String write(Changes changes, GateResult gate) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.put("before", side(changes.before()));
        root.put("after", side(changes.after()));
        root.put(
                "bootstrap",
                map(
                        "resamples", changes.bootstrap().resamples(),
                        "seed", changes.bootstrap().seed()));
        root.put("facts", facts(changes.facts()));
        Map<String, Object> experiments = new LinkedHashMap<>();
        changes.moved().forEach(one -> experiments.put(one.id(), experiment(one)));
        root.put("experiments", experiments);
        root.put("missing", changes.missing());
        root.put("added", changes.added());
        root.put("gate", gate == null ? null : gate(gate));
        return JsonText.of(root);
    }

    private static Map<String, Object> side(Changes.Side side) {
        return map(
                "study", side.study(),
                "title", side.title(),
                "version", side.version(),
                "commit", side.commit(),
                "dirty", side.dirty());
    }

    private static List<Map<String, Object>> facts(List<FactChange> facts) {
        return facts.stream()
                .map(one -> map(
                        "area", one.area().name().toLowerCase(Locale.ROOT),
                        "name", one.name(),
                        "before", one.before(),
                        "after", one.after()))
                .toList();
    }

    private static Map<String, Object> experiment(ExperimentChange one) {
        return map(
                "images",
                map("before", one.imagesBefore(), "after", one.imagesAfter()),
                "paired",
                one.paired(),
                "right",
                one.paired() ? map("only_before", one.onlyBefore(), "only_after", one.onlyAfter()) : null,
                "facts",
                facts(one.facts()),
                "metrics",
                one.movedMetrics().stream().map(ChangesJson::metric).toList());
    }

    private static Map<String, Object> metric(MetricChange one) {
        return map(
                "metric",
                one.metric(),
                "class",
                one.className(),
                "before",
                one.before(),
                "after",
                one.after(),
                "difference",
                estimate(one.difference()),
                "by_patient",
                one.byPatient() == null ? null : estimate(one.byPatient()),
                "test",
                one.test(),
                "p",
                one.p(),
                "p_holm",
                one.holm());
    }

    private static Map<String, Object> estimate(Estimate one) {
        return map("value", one.value(), "low", one.low(), "high", one.high(), "method", one.method());
    }

    private static Map<String, Object> gate(GateResult result) {
        return map(
                "margin",
                result.gate().margin(),
                "alpha",
                result.gate().alpha(),
                "metrics",
                result.gate().metrics().stream()
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .toList(),
                "passed",
                result.passed(),
                "verdicts",
                result.verdicts().stream().map(ChangesJson::verdict).toList());
    }

    private static Map<String, Object> verdict(GateVerdict one) {
        return map(
                "experiment",
                one.experiment(),
                "metric",
                one.metric().key(),
                "drop",
                one.drop(),
                "p",
                one.change() == null ? null : one.change().p(),
                "p_holm",
                one.holm(),
                "outcome",
                one.outcome().name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
