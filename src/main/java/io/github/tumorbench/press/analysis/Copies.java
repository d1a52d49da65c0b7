package io.github.tumorbench.press.analysis;

import io.github.tumorbench.record.ManifestRow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Test images that a network may have seen while it learned. */
final class Copies {
    private static final String TESTING = "testing";

    private Copies() {}

    /**
     * Files of the test images whose group of copies also has an image of another split, as the audit counts them ({@code
     * cross-split-exact} and {@code cross-split-near} together).
     */
    static Set<String> ofTraining(List<ManifestRow> manifest) {
        Set<Integer> seen = manifest.stream()
                .filter(row -> row.duplicateGroup() != null)
                .filter(row -> !row.split().isEmpty() && !row.split().equals(TESTING))
                .map(ManifestRow::duplicateGroup)
                .collect(Collectors.toSet());
        return manifest.stream()
                .filter(row -> row.duplicateGroup() != null && row.split().equals(TESTING))
                .filter(row -> seen.contains(row.duplicateGroup()))
                .map(ManifestRow::file)
                .collect(Collectors.toSet());
    }
}
