package io.github.tumorbench.press.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The page data {@code metrics.json}: unrounded, null where undefined, in the study's and the classes' order. */
public final class MetricsJson {
    /** Version of the form. */
    public static final int SCHEMA_VERSION = 1;

    private MetricsJson() {}

    /** The tree: maps in order, numbers, strings and nulls. */
    public static Map<String, Object> of(StudyAnalysis study) {
        Map<String, Object> experiments = new LinkedHashMap<>();
        study.experiments().forEach(one -> experiments.put(one.id(), experiment(one)));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.put("experiments", experiments);
        return root;
    }

    /** The tree as text, indented by two spaces, lines ending in {@code \n}. */
    public static String write(StudyAnalysis study) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(of(study)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, numbers and strings can always be written", e);
        }
    }

    private static Map<String, Object> experiment(ExperimentAnalysis one) {
        Overall overall = one.overall();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("images", one.images());
        map.put("accuracy", estimate(overall.accuracy()));
        map.put("balanced_accuracy", overall.balancedAccuracy());
        map.put("macro_f1", overall.macroF1());
        map.put("weighted_f1", overall.weightedF1());
        map.put("mcc", overall.mcc());
        map.put("kappa", overall.kappa());
        map.put("auroc_macro", overall.aurocMacro());
        map.put("auroc_weighted", overall.aurocWeighted());
        map.put("average_precision_macro", overall.averagePrecisionMacro());
        map.put("log_loss", overall.logLoss());
        map.put("brier", overall.brier());
        map.put("ece", overall.ece());
        map.put("absent_classes", overall.absent());
        Map<String, Object> classes = new LinkedHashMap<>();
        one.classes().forEach(metrics -> classes.put(metrics.name(), classMetrics(metrics)));
        map.put("classes", classes);
        map.put("confusion", one.confusion().counts());
        return map;
    }

    private static Map<String, Object> classMetrics(ClassMetrics one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("precision", one.precision().value());
        map.put("recall", one.recall().value());
        map.put("specificity", one.specificity().value());
        map.put("f1", one.f1());
        map.put("auroc", one.auroc().value());
        map.put("average_precision", one.averagePrecision());
        map.put("support", one.support());
        Map<String, Object> intervals = new LinkedHashMap<>();
        intervals.put("precision", estimate(one.precision()));
        intervals.put("recall", estimate(one.recall()));
        intervals.put("specificity", estimate(one.specificity()));
        intervals.put("auroc", estimate(one.auroc()));
        map.put("intervals", intervals);
        return map;
    }

    private static Map<String, Object> estimate(Estimate one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("value", one.value());
        map.put("low", one.low());
        map.put("high", one.high());
        map.put("method", one.method());
        return map;
    }
}
