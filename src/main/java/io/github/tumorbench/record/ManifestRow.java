package io.github.tumorbench.record;

import java.util.List;

/**
 * {@code dataset/manifest.csv}: one image.
 *
 * @param file path from the dataset's root, {@code /}-separated
 * @param label class name (column {@code class})
 * @param split {@code training}, {@code validation} or {@code testing}; empty for an unreadable image
 * @param patient pseudonymous group or null
 * @param duplicateGroup number shared by copies of one picture, identical or nearly so; null where alone
 * @param flags e.g. {@code grey}, {@code unreadable}; sorted
 */
public record ManifestRow(
        String file,
        String sha256,
        int width,
        int height,
        String label,
        String split,
        String patient,
        Integer duplicateGroup,
        List<String> flags) {
    public ManifestRow {
        flags = List.copyOf(flags);
    }
}
