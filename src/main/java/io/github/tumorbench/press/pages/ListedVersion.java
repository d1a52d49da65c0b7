package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.findings.Headline;
import java.util.List;

/**
 * A released version as a list of versions tells of it.
 *
 * @param version three numbers
 * @param date ISO 8601 day
 * @param study identifier; versions of one study follow each other
 * @param status {@code current}, {@code superseded} or {@code withdrawn}
 * @param newest the study's current version; null where all are withdrawn
 * @param withdrawn the day it was withdrawn; empty where it stands
 * @param reason why it was withdrawn; empty where it stands
 */
public record ListedVersion(
        String version,
        String date,
        String study,
        String title,
        String question,
        boolean phantom,
        String status,
        String newest,
        String withdrawn,
        String reason,
        List<Headline> headlines) {
    public ListedVersion {
        headlines = List.copyOf(headlines);
    }

    /** Its folder within the site. */
    public String folder() {
        return "v" + version + "/";
    }
}
