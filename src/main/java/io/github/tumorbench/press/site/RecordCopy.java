package io.github.tumorbench.press.site;

import io.github.tumorbench.record.StudyRecord;
import java.util.List;

/** The record's tables and facts within the site, so that a reader can recompute every number. */
final class RecordCopy {
    private static final List<String> SHARED =
            List.of("run.json", "execution.json", "dataset/manifest.csv", "dataset/audit.json");
    private static final List<String> OF_EXPERIMENT = List.of(
            "experiment.json", "history.csv", "predictions.csv", "validation.csv", "projection.csv", "gradcam.csv");

    private RecordCopy() {}

    static void copy(StudyRecord record, SiteFolder site) {
        SHARED.forEach(name -> site.copy(record.folder().resolve(name), "record/" + name));
        record.experiments()
                .forEach(one -> OF_EXPERIMENT.forEach(name -> {
                    String path = "experiments/" + one.experiment().id() + "/" + name;
                    site.copy(record.folder().resolve(path), "record/" + path);
                }));
    }
}
