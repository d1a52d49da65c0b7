package io.github.tumorbench.record;

import java.util.List;

/**
 * {@code dataset/audit.json}.
 *
 * @param dataset name of the data
 * @param edition recognised edition, or "unknown"
 * @param images how many images
 */
public record Audit(int schemaVersion, String dataset, String edition, int images, List<Finding> findings) {
    public Audit {
        findings = List.copyOf(findings);
    }

    /**
     * One finding; a finding with nothing to report is there with count 0.
     *
     * @param id e.g. {@code exact-duplicates}
     * @param severity {@code info}, {@code warning} or {@code serious}
     * @param groups how many groups the files form
     * @param files the files concerned
     * @param sentence for a clinician
     */
    public record Finding(String id, String severity, int count, int groups, List<String> files, String sentence) {
        public Finding {
            files = List.copyOf(files);
        }
    }
}
