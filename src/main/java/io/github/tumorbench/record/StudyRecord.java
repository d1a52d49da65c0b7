package io.github.tumorbench.record;

import java.nio.file.Path;
import java.util.List;

/**
 * A whole record, in the order of its files.
 *
 * @param folder where it lies; pictures are read from there
 */
public record StudyRecord(
        Path folder,
        Run run,
        Execution execution,
        List<ManifestRow> manifest,
        Audit audit,
        List<ExperimentRecord> experiments) {
    /** The schema version this program writes; it reads all before. 2 brought {@link Explanations} and silhouettes. */
    public static final int SCHEMA_VERSION = 2;

    public StudyRecord {
        manifest = List.copyOf(manifest);
        experiments = List.copyOf(experiments);
    }
}
