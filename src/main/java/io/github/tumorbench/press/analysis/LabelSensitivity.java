package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.record.Prediction;
import java.util.List;
import java.util.Map;

/**
 * How much hangs on labels that the source contradicts: the label is the folder's, but the file that a test image was made from
 * may give it another class. Only the judging changes; the network learned from the folders' labels.
 *
 * @param contradicted test images whose source gives them another class than their folder
 * @param asFolder how many of those are told to be what the folder says
 * @param asSource how many are told to be what the source says
 * @param without accuracy on the other test images, Wilson interval
 * @param bySource accuracy on all test images with the source's class for those, Wilson interval
 */
public record LabelSensitivity(int contradicted, int asFolder, int asSource, Estimate without, Estimate bySource) {
    private static final String SOURCE_FLAG = "source-";

    /** @param manifest by file, with a row for each prediction */
    static LabelSensitivity of(List<Prediction> rows, Map<String, ManifestRow> manifest) {
        int contradicted = 0;
        int asFolder = 0;
        int asSource = 0;
        int hits = 0;
        for (Prediction row : rows) {
            String source = sourceLabel(manifest.get(row.file()));
            hits += row.correct() ? 1 : 0;
            if (source != null) {
                contradicted++;
                asFolder += row.correct() ? 1 : 0;
                asSource += row.predicted().equals(source) ? 1 : 0;
            }
        }
        int others = hits - asFolder;
        return new LabelSensitivity(
                contradicted,
                asFolder,
                asSource,
                Intervals.wilson(others, rows.size() - contradicted),
                Intervals.wilson(others + asSource, rows.size()));
    }

    /** The class that the source gives an image, or null where it agrees with the folder or is not known. */
    private static String sourceLabel(ManifestRow image) {
        return image.flags().stream()
                .filter(flag -> flag.startsWith(SOURCE_FLAG))
                .map(flag -> flag.substring(SOURCE_FLAG.length()))
                .findFirst()
                .orElse(null);
    }
}
