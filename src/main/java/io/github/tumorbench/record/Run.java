package io.github.tumorbench.record;

import io.github.tumorbench.study.Study;
import java.util.List;
import java.util.Map;

/**
 * {@code run.json}: what was asked, of what, with what. Equal for equal runs.
 *
 * @param studyDigest SHA-256 of the resolved study as written in this file
 * @param classes class names in label order
 * @param experiments ids in the study's order
 * @param ledger every evaluation on this dataset's test images that the cache knows of
 */
public record Run(
        int schemaVersion,
        Study study,
        String studyDigest,
        List<String> classes,
        Provenance provenance,
        List<String> experiments,
        List<LedgerEntry> ledger) {
    public Run {
        classes = List.copyOf(classes);
        experiments = List.copyOf(experiments);
        ledger = List.copyOf(ledger);
    }

    /**
     * Where everything comes from.
     *
     * @param version of tumorbench
     * @param commit full hash, or "unknown" outside a repository
     * @param dirty whether the working tree differed from the commit when the program was built
     * @param dataset what the data is called, e.g. the archive's name or "phantom"
     * @param datasetDigest SHA-256 over one line for each manifest row: file, digest of its bytes, class, split
     * @param weights file name to SHA-256, for every weights file used
     * @param libraries name to version
     * @param seeds name of the draw to the seed it used
     */
    public record Provenance(
            String version,
            String commit,
            boolean dirty,
            String dataset,
            String datasetDigest,
            Map<String, String> weights,
            Map<String, String> libraries,
            Map<String, Long> seeds) {
        public Provenance {
            weights = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(weights));
            libraries = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(libraries));
            seeds = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(seeds));
        }
    }

    /**
     * One look at test images.
     *
     * @param date UTC day, ISO 8601
     * @param study identifier of the study
     * @param experiment id of the experiment
     * @param images test images evaluated
     */
    public record LedgerEntry(String date, String study, String studyDigest, String experiment, int images) {}
}
