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
    static final String PREDICTIONS = "predictions.csv";
    static final String VALIDATION = "validation.csv";
    static final String PROJECTION = "projection.csv";
    static final String GRADCAM = "gradcam.csv";

    static final List<String> MANIFEST_COLUMNS =
            List.of("file", "sha256", "width", "height", "class", "split", "patient", "duplicate_group", "flags");
    static final List<String> HISTORY_COLUMNS =
            List.of("epoch", "learning_rate", "train_loss", "train_accuracy", "val_loss", "val_accuracy");
    static final List<String> PROJECTION_COLUMNS = List.of("file", "x", "y");
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

    static String probability(String className) {
        return "p_" + className;
    }

    static String logit(String className) {
        return "logit_" + className;
    }
}
