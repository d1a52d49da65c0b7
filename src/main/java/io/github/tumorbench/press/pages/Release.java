package io.github.tumorbench.press.pages;

import java.util.List;

/**
 * The release that a report is frozen in.
 *
 * @param version three numbers, e.g. {@code 1.2.0}
 * @param date ISO 8601 day
 * @param address where the site is read, ending in a slash; null where that is not known
 * @param doi of the study's results; null where there is none
 * @param citations how to cite it, the sentence first
 */
public record Release(String version, String date, String address, String doi, List<Citation> citations) {
    public Release {
        citations = List.copyOf(citations);
    }

    /**
     * One form of the citation.
     *
     * @param form what it is called, e.g. {@code BibTeX}
     * @param file where it lies within the report
     */
    public record Citation(String form, String file, String text) {}

    /** As its folder is called. */
    public String name() {
        return "v" + version;
    }
}
