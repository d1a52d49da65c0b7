package io.github.tumorbench.press.pages;

import io.github.tumorbench.record.Audit;
import io.github.tumorbench.record.StudyRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One finding of the audit.
 *
 * @param id anchor within the page
 * @param title what was looked for
 * @param severity in words
 * @param marker a sign that goes with the words
 * @param level class of style, from the severity
 * @param numbers count and groups
 */
public record AuditItem(
        String id,
        String title,
        String severity,
        String marker,
        String level,
        String numbers,
        String sentence,
        FileList files) {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("exact-duplicates", "Exact copies"),
            Map.entry("near-duplicates", "Near copies"),
            Map.entry("cross-split-exact", "Exact copies in training and test"),
            Map.entry("cross-split-near", "Near copies in training and test"),
            Map.entry("cross-split-slice", "The same slice in training and test"),
            Map.entry("cross-split-patient", "The same patient in training and test"),
            Map.entry("label-conflicts", "Contradictory diagnoses"),
            Map.entry("class-balance", "Sizes of the classes"),
            Map.entry("embedded-metadata", "Text within the files"),
            Map.entry("burnt-in-text", "Writing within the pictures"),
            Map.entry("unreadable", "Unreadable images"),
            Map.entry("shortcut", "Shortcuts"));

    /** Findings that put a test image's answer among the training images, and what to say of one and of many. */
    private static final Map<String, List<String>> LEAKS = Map.of(
            "cross-split-exact", List.of("has an identical copy in training", "have an identical copy in training"),
            "cross-split-near", List.of("has a near copy in training", "have a near copy in training"),
            "cross-split-slice",
                    List.of("shows a slice that is also in training", "show a slice that is also in training"),
            "cross-split-patient",
                    List.of("is of a patient who is also in training", "are of patients who are also in training"));

    static AuditItem of(Audit.Finding finding) {
        boolean clear = finding.count() == 0 && finding.severity().equals("info");
        String severity = clear ? "nothing found" : words(finding.severity());
        return new AuditItem(
                "finding-" + anchor(finding.id()),
                title(finding.id()),
                severity,
                marker(clear ? "clear" : finding.severity()),
                finding.severity().equals("info") || finding.severity().equals("unknown")
                        ? ""
                        : anchor(finding.severity()) + "-level",
                numbers(finding),
                finding.sentence(),
                FileList.of(finding.files()));
    }

    /** A sentence for each way in which test images are known from training. */
    static List<String> warnings(StudyRecord record) {
        long tested = record.manifest().stream()
                .filter(row -> row.split().equals("testing"))
                .count();
        List<String> sentences = new ArrayList<>();
        for (Audit.Finding finding : record.audit().findings()) {
            List<String> words = LEAKS.get(finding.id());
            if (words != null && finding.count() > 0) {
                sentences.add("%s of %s %s%s."
                        .formatted(
                                Format.count(finding.count()),
                                Format.counted(tested, "test image", "test images"),
                                words.get(finding.count() == 1 ? 0 : 1),
                                tested == 0 ? "" : " (" + Format.percent((double) finding.count() / tested) + ")"));
            }
        }
        return sentences;
    }

    private static String title(String id) {
        String words = id.replace('-', ' ');
        String unknown = words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return TITLES.getOrDefault(id, unknown);
    }

    private static String words(String severity) {
        return switch (severity) {
            case "info" -> "for information";
            case "warning" -> "warning";
            case "serious" -> "serious";
            case "unknown" -> "cannot be told";
            default -> severity;
        };
    }

    private static String marker(String severity) {
        return switch (severity) {
            case "clear" -> "✓";
            case "warning" -> "▲";
            case "serious" -> "■";
            case "unknown" -> "?";
            default -> "●";
        };
    }

    private static String numbers(Audit.Finding finding) {
        return finding.count() == 0
                ? ""
                : Format.count(finding.count())
                        + (finding.groups() > 0 ? " in " + Format.counted(finding.groups(), "group", "groups") : "");
    }

    /** What may stand in an id or a class. */
    private static String anchor(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    }
}
