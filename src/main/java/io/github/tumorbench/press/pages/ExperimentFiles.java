package io.github.tumorbench.press.pages;

import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.Explanations;
import java.util.ArrayList;
import java.util.List;

/** Names of the files of one experiment in the record beside the pages. */
final class ExperimentFiles {
    private ExperimentFiles() {}

    /** Those that every experiment has, then those that have a row. */
    static List<String> of(ExperimentRecord one) {
        List<String> files = new ArrayList<>(List.of(
                "predictions.csv",
                "validation.csv",
                "history.csv",
                "projection.csv",
                "gradcam.csv",
                "experiment.json"));
        add(files, "refit.csv", one.refit());
        Explanations measured = one.explanations();
        add(files, "attention.csv", measured.attention());
        add(files, "occlusion.csv", measured.occlusion());
        add(files, "agreement.csv", measured.agreement());
        add(files, "randomisation.csv", measured.randomisation());
        add(files, "perturbation.csv", measured.perturbation());
        add(files, "corruptions.csv", measured.corruptions());
        add(files, "neighbours.csv", measured.neighbours());
        return files;
    }

    private static void add(List<String> files, String name, List<?> rows) {
        if (!rows.isEmpty()) {
            files.add(name);
        }
    }
}
