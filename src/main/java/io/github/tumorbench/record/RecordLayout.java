package io.github.tumorbench.record;

import io.github.tumorbench.study.AugmentationPreset;
import java.util.ArrayList;
import java.util.List;

/** Names of a record's files and columns, for the writer and the reader alike. */
final class RecordLayout {
    static final String RUN = "run.json";
    static final String EXECUTION = "execution.json";
    static final String MANIFEST = "dataset/manifest.csv";
    static final String AUDIT = "dataset/audit.json";
    static final String AUGMENTATION = "augmentation";
    static final String EXPERIMENT = "experiment.json";
    static final String HISTORY = "history.csv";
    static final String REFIT = "refit.csv";
    static final String PREDICTIONS = "predictions.csv";
    static final String VALIDATION = "validation.csv";
    static final String PROJECTION = "projection.csv";
    static final String GRADCAM = "gradcam.csv";
    static final String ATTENTION = "attention.csv";
    static final String OCCLUSION = "occlusion.csv";
    static final String AGREEMENT = "agreement.csv";
    static final String RANDOMISATION = "randomisation.csv";
    static final String PERTURBATION = "perturbation.csv";
    static final String CORRUPTIONS = "corruptions.csv";
    static final String NEIGHBOURS = "neighbours.csv";

    static final List<String> MANIFEST_COLUMNS =
            List.of("file", "sha256", "width", "height", "class", "split", "patient", "duplicate_group", "flags");
    static final List<String> HISTORY_COLUMNS =
            List.of("epoch", "learning_rate", "train_loss", "train_accuracy", "val_loss", "val_accuracy");
    static final List<String> REFIT_COLUMNS = HISTORY_COLUMNS.subList(0, 4);
    static final List<String> PROJECTION_COLUMNS_BEFORE_2 = List.of("file", "x", "y");
    static final List<String> PROJECTION_COLUMNS = List.of("file", "x", "y", "silhouette");
    static final List<String> GRADCAM_COLUMNS = List.of(
            "file",
            "label",
            "predicted",
            "confidence",
            "rule",
            "target",
            "zero",
            "pointing_hit",
            "energy_inside",
            "iou",
            "mask_area",
            "centre_hit",
            "rows",
            "columns",
            "map",
            "picture",
            "outline");
    static final List<String> ATTENTION_COLUMNS = List.of(
            "file",
            "label",
            "predicted",
            "target",
            "method",
            "zero",
            "outside_head",
            "border",
            "pointing_hit",
            "energy_inside",
            "iou",
            "iou_area",
            "mask_area");
    static final List<String> OCCLUSION_COLUMNS = List.of("file", "target", "rows", "columns", "map");
    static final List<String> AGREEMENT_COLUMNS = List.of("file", "target", "first", "second", "spearman");
    static final List<String> RANDOMISATION_COLUMNS = List.of("file", "target", "depth", "layer", "spearman");
    static final List<String> PERTURBATION_COLUMNS = perturbationColumns();
    static final List<String> CORRUPTIONS_COLUMNS =
            List.of("file", "label", "corruption", "severity", "predicted", "confidence", "truth");
    static final List<String> NEIGHBOURS_COLUMNS = List.of("file", "rank", "neighbour", "label", "distance");

    private RecordLayout() {}

    /** Path of one of an experiment's files within the record. */
    static String of(String experiment, String file) {
        return "experiments/" + experiment + "/" + file;
    }

    /** Path of a picture of a preset within the record. */
    static String augmentation(AugmentationPreset preset, int number) {
        return AUGMENTATION + "/" + preset.word() + "-" + number + ".png";
    }

    static List<String> predictionColumns(List<String> classes) {
        List<String> columns = new ArrayList<>(List.of("file", "label", "predicted", "confidence"));
        classes.forEach(name -> columns.add(probability(name)));
        classes.forEach(name -> columns.add(logit(name)));
        return columns;
    }

    private static List<String> perturbationColumns() {
        List<String> columns = new ArrayList<>(List.of("file", "target", "method", "mode"));
        Explanations.Perturbation.PERCENT.forEach(percent -> columns.add(probabilityAt(percent)));
        return List.copyOf(columns);
    }

    /** Column of the probability with this share of the pixels deleted or inserted. */
    static String probabilityAt(int percent) {
        return "p_" + percent;
    }

    static String probability(String className) {
        return "p_" + className;
    }

    static String logit(String className) {
        return "logit_" + className;
    }
}
