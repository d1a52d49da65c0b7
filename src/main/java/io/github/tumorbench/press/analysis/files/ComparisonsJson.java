package io.github.tumorbench.press.analysis.files;

import io.github.tumorbench.press.analysis.Comparison;
import io.github.tumorbench.press.analysis.Errors;
import io.github.tumorbench.press.analysis.Family;
import io.github.tumorbench.press.analysis.SizeCurve;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts of {@code metrics.json} about experiments beside each other.
 *
 * <pre>
 * comparisons[]
 *   images                   test images shared
 *   experiments              ids, the most accurate first
 *   groups                   runs of ids in which no two can be told apart
 *   pairs[]                  {first, second, only_first_right, only_second_right, p (exact McNemar), p_holm, effect (Cohen's g),
 *                            accuracy, balanced_accuracy, macro_f1, auroc_macro (each an interval of first minus second, paired
 *                            bootstrap), auroc.CLASS.{difference (estimate, paired DeLong), p, p_holm},
 *                            class_f1 (intervals in label order)}
 *   errors                   null for fewer than two networks: {networks, wrong_by (images exactly k networks get wrong), oracle,
 *                            majority (estimates), best, best_accuracy, hardest: [{file, label, wrong, answer}],
 *                            agreement: [{first, second, same, kappa, both_wrong, either_wrong, same_wrong}]}
 * </pre>
 */
final class ComparisonsJson {
    private ComparisonsJson() {}

    static Map<String, Object> of(Family family) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("images", family.images());
        map.put("experiments", family.ids());
        map.put("groups", family.groups());
        map.put("pairs", family.pairs().stream().map(ComparisonsJson::pair).toList());
        map.put("errors", family.errors() == null ? null : errors(family.errors()));
        return map;
    }

    private static Map<String, Object> pair(Comparison one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("first", one.first());
        map.put("second", one.second());
        map.put("only_first_right", one.mcNemar().onlyFirst());
        map.put("only_second_right", one.mcNemar().onlySecond());
        map.put("p", one.mcNemar().p());
        map.put("p_holm", one.holm());
        map.put("effect", one.mcNemar().effect());
        map.put("accuracy", MetricTrees.interval(null, one.accuracy()));
        map.put("balanced_accuracy", MetricTrees.interval(null, one.balancedAccuracy()));
        map.put("macro_f1", MetricTrees.interval(null, one.macroF1()));
        map.put("auroc_macro", MetricTrees.interval(null, one.aurocMacro()));
        Map<String, Object> areas = new LinkedHashMap<>();
        for (Comparison.Area area : one.areas()) {
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("difference", MetricTrees.estimate(area.difference()));
            of.put("p", area.p());
            of.put("p_holm", area.holm());
            areas.put(area.name(), of);
        }
        map.put("auroc", areas);
        map.put(
                "class_f1",
                one.classF1().stream().map(f1 -> MetricTrees.interval(null, f1)).toList());
        return map;
    }

    private static Map<String, Object> errors(Errors one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("networks", one.networks());
        map.put("wrong_by", one.wrongBy());
        map.put("oracle", MetricTrees.estimate(one.oracle()));
        map.put("majority", MetricTrees.estimate(one.majority()));
        map.put("best", one.best());
        map.put("best_accuracy", MetricTrees.estimate(one.bestAccuracy()));
        map.put("hardest", one.hardest().stream().map(ComparisonsJson::hard).toList());
        map.put(
                "agreement",
                one.agreements().stream().map(ComparisonsJson::agreeing).toList());
        return map;
    }

    private static Map<String, Object> hard(Errors.Hard one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", one.file());
        map.put("label", one.label());
        map.put("wrong", one.wrong());
        map.put("answer", one.answer());
        return map;
    }

    private static Map<String, Object> agreeing(Errors.Agreeing one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("first", one.first());
        map.put("second", one.second());
        map.put("same", one.same());
        map.put("kappa", one.kappa());
        map.put("both_wrong", one.bothWrong());
        map.put("either_wrong", one.eitherWrong());
        map.put("same_wrong", one.sameWrong());
        return map;
    }

    static Map<String, Object> size(SizeCurve curve) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", curve.name());
        List<Map<String, Object>> points =
                curve.points().stream().map(ComparisonsJson::point).toList();
        map.put("points", points);
        return map;
    }

    private static Map<String, Object> point(SizeCurve.Point one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("experiment", one.experiment());
        map.put("share", one.share());
        map.put("train_images", one.trainImages());
        map.put("images", one.images());
        map.put("accuracy", MetricTrees.estimate(one.accuracy()));
        map.put("macro_f1", one.macroF1());
        return map;
    }
}
