package io.github.tumorbench.press.site.versions;

import io.github.tumorbench.press.analysis.findings.Headline;
import io.github.tumorbench.press.figures.Lettering;
import io.github.tumorbench.press.site.Pressed;
import java.time.LocalDate;
import java.util.List;

/**
 * {@code version.json}: what a version is, as it says itself.
 *
 * @param version three numbers
 * @param date of the release, ISO 8601 day
 * @param study identifier of the study
 * @param question what was asked, in words
 * @param phantom whether the images are generated
 * @param doi of the study's results; null where there is none
 * @param address where the site is read, ending in a slash; null where that was not known
 * @param program what pressed it
 * @param lettering of the drawings, see {@link Lettering}
 * @param headlines the most accurate experiment on each set of test images
 */
public record Version(
        int schemaVersion,
        String version,
        String date,
        String study,
        String title,
        String question,
        boolean phantom,
        String doi,
        String address,
        Program program,
        String lettering,
        List<Headline> headlines) {
    /** Name of its file. */
    public static final String FILE = "version.json";

    static final int SCHEMA_VERSION = 1;

    /** @throws java.time.format.DateTimeParseException and InputException where date and number are none */
    public Version {
        SemanticVersion.parse(version);
        LocalDate.parse(date);
        headlines = List.copyOf(headlines);
    }

    static Version of(Imprint imprint, String doi, Program program, Pressed pressed) {
        return new Version(
                SCHEMA_VERSION,
                imprint.number().toString(),
                imprint.date().toString(),
                pressed.study(),
                pressed.title(),
                pressed.question(),
                pressed.phantom(),
                doi,
                imprint.address(),
                program,
                Lettering.digest(),
                pressed.headlines());
    }

    /** What it was released with. */
    public Imprint imprint() {
        return new Imprint(number(), LocalDate.parse(date), address);
    }

    /** The number to compare by. */
    public SemanticVersion number() {
        return SemanticVersion.parse(version);
    }

    /** {@code phantom} or {@code real}. */
    String badge() {
        return phantom ? "phantom" : "real";
    }
}
