package io.github.tumorbench.press.site;

import io.github.tumorbench.record.StudyRecord;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** The record's tables and facts within the site, so that a reader can recompute every number. */
final class RecordCopy {
    private static final List<String> SHARED =
            List.of("run.json", "execution.json", "dataset/manifest.csv", "dataset/audit.json");
    private static final List<String> OF_EXPERIMENT = List.of(
            "experiment.json", "history.csv", "predictions.csv", "validation.csv", "projection.csv", "gradcam.csv");

    /** Of experiments with a refit, and of records since schema 2. */
    private static final List<String> WHERE_THERE = List.of(
            "refit.csv",
            "attention.csv",
            "occlusion.csv",
            "agreement.csv",
            "randomisation.csv",
            "perturbation.csv",
            "corruptions.csv",
            "neighbours.csv");

    private RecordCopy() {}

    private static List<String> files(StudyRecord record, String experiment) {
        return Stream.concat(
                        OF_EXPERIMENT.stream(),
                        WHERE_THERE.stream()
                                .filter(name -> Files.exists(record.folder()
                                        .resolve("experiments")
                                        .resolve(experiment)
                                        .resolve(name))))
                .toList();
    }

    static void copy(StudyRecord record, SiteFolder site) {
        SHARED.forEach(name -> site.copy(record.folder().resolve(name), "record/" + name));
        record.experiments().parallelStream()
                .forEach(one -> files(record, one.experiment().id()).forEach(name -> {
                    String path = "experiments/" + one.experiment().id() + "/" + name;
                    site.copy(record.folder().resolve(path), "record/" + path);
                }));
    }
}
