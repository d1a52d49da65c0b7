package io.github.tumorbench.press.analysis.files;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The page data {@code metrics.json}: unrounded, null where undefined, in the study's and the classes' order. An
 * <i>estimate</i> is {@code {value, low, high, method}}: a quantity, the ends of its 95 % interval (null where there is none)
 * and how the interval was taken or why there is none.
 *
 * <pre>
 * schemaVersion
 * bootstrap                  {resamples, secondary_resamples, seed}: of every resampled interval of this file, the second number
 *                            for by_patient and without_copies
 * experiments.ID
 *   images                   test images
 *   accuracy                 estimate, Wilson
 *   balanced_accuracy, macro_f1, weighted_f1, mcc, kappa, auroc_macro, auroc_weighted, average_precision_macro,
 *   log_loss, brier          numbers
 *   confidence_gap           mean confidence minus accuracy
 *   ece                      15 bins of equal width
 *   absent_classes           classes without test images
 *   intervals.METRIC         for each of the above: {value, low, high, method, percentile, bca, jackknife, by_patient}; low and
 *                            high as a page shows them (accuracy: Wilson; else the jackknife's, or BCa where it has none), the
 *                            last four each [low, high] or null: over images within their true class, by_patient over patients
 *   patients                 units of the bootstrap over patients, an image without one being its own; null where none is known
 *   classes.CLASS
 *     precision, recall, specificity, f1, auroc, average_precision, support
 *     intervals.METRIC       as above (precision, recall, specificity: Wilson; auroc: DeLong on the logit scale)
 *     ece                    of the class's probability, 15 bins of equal width
 *   confusion                counts, true classes in rows
 *   without_copies           the same on the test images without a copy, identical or nearly so, among training and validation images; null
 *                            where the protocol divides the images otherwise: {images, copies, accuracy, balanced_accuracy …
 *                            ece, intervals, classes.CLASS.{recall (estimate), support}}
 *   calibration              {ece, ece_equal_mass, rmsce, mce, classwise_ece, brier_reliability, brier_resolution,
 *                            brier_uncertainty, brier_within}
 *   temperature              {value, reason, validation_images, before, after}; before and after {log_loss, brier, ece}
 *   deferral                 {aurc, excess_aurc, rows: [{share, deferred, accuracy (estimate, of the rest), errors, caught,
 *                            caught_share (estimate)}]}
 *   conformal                {validation_images, sets: [{level, threshold, coverage (estimate), size, single, empty,
 *                            classes.CLASS.{coverage (estimate), size}}]}
 *   explained                what was measured of how it decides, each part null where it was not: localisation {maps, zero, groups: [{group
 *                            (all | CLASS | right | wrong), images, patients, chance, pointing_over_centre (estimate),
 *                            energy_over_centre (estimate), methods.METHOD.{maps, zero, pointing, energy_inside, iou, iou_area
 *                            (estimates)}}]}; spurious {maps, zero, groups.CLASS.{images, outside_head, border (estimates)},
 *                            right_with_mask, right_for_the_wrong_reason: [file]}; belief {checks.{weights, pixels, occlusion,
 *                            overall}, randomisation: [{depth, layer, images, constant, spearman (estimate)}], perturbation:
 *                            [{method, mode, images, probabilities, area (estimate)}], contrasts: [{mode, rival,
 *                            area_difference (estimate)}], agreement: [{first, second, images, constant, spearman
 *                            (estimate)}]}; features {silhouette (estimate), classes.CLASS.{images, silhouette (estimate),
 *                            astray}, misclassified, neighbours_of_predicted_class, neighbours_of_true_class}; robustness
 *                            {images, accuracy, costliest, clean, corruptions.NAME.{accuracy, severities: [{severity, accuracy
 *                            (estimate), confidence, truth}]}}
 * comparisons                one entry for each set of test images: see {@link ComparisonsJson}
 * learning_from_size         [{name, points: [{experiment, share, train_images, images, accuracy (estimate), macro_f1}]}]
 * </pre>
 */
public final class MetricsJson {
    /** Version of the form. */
    public static final int SCHEMA_VERSION = 1;

    private MetricsJson() {}

    /** The tree: maps in order, numbers, strings and nulls. */
    public static Map<String, Object> of(StudyAnalysis study) {
        Map<String, Object> experiments = new LinkedHashMap<>();
        study.experiments().forEach(one -> experiments.put(one.id(), experiment(one)));
        Map<String, Object> bootstrap = new LinkedHashMap<>();
        bootstrap.put("resamples", study.bootstrap().resamples());
        bootstrap.put("secondary_resamples", study.bootstrap().secondary().resamples());
        bootstrap.put("seed", study.bootstrap().seed());
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.put("bootstrap", bootstrap);
        root.put("experiments", experiments);
        root.put(
                "comparisons",
                study.families().stream().map(ComparisonsJson::of).toList());
        root.put(
                "learning_from_size",
                study.sizes().stream().map(ComparisonsJson::size).toList());
        return root;
    }

    /** The tree as text, see {@link JsonText}. */
    public static String write(StudyAnalysis study) {
        return JsonText.of(of(study));
    }

    private static Map<String, Object> experiment(ExperimentAnalysis one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("images", one.images());
        MetricTrees.overall(one.overall(), one.intervals(), map);
        map.put(
                "patients",
                one.intervals().patients() == 0 ? null : one.intervals().patients());
        map.put("classes", MetricTrees.classes(one));
        map.put("confusion", one.confusion().counts());
        map.put("without_copies", one.withoutCopies() == null ? null : MetricTrees.withoutCopies(one.withoutCopies()));
        map.put("calibration", TrustTrees.calibration(one.calibration()));
        map.put("temperature", TrustTrees.temperature(one.temperature()));
        map.put("deferral", TrustTrees.deferral(one.deferral()));
        map.put("conformal", TrustTrees.conformal(one.conformal()));
        map.put("explained", ExplainedTrees.of(one.explained()));
        return map;
    }
}
