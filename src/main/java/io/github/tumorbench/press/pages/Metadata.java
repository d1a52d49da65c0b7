package io.github.tumorbench.press.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a page says to programs.
 *
 * @param tags bibliographic tags as Highwire names them, which Google Scholar and reference managers read
 * @param jsonLd schema.org metadata, safe within a script element
 * @param data where the page's facts and tables lie as data, without the ending
 */
public record Metadata(List<Tag> tags, String jsonLd, String data) {
    /** Folder of the pages' data within the site. */
    public static final String FOLDER = "data/pages/";

    /** Who made the report. */
    public static final String AUTHOR = "The Tumorbench authors";

    static final String PUBLISHER = "Tumorbench";

    public Metadata {
        tags = List.copyOf(tags);
    }

    /** One {@code meta} element. */
    public record Tag(String name, String content) {}

    /** @param title of the page */
    static Metadata of(Report report, String title, String file) {
        return new Metadata(tags(report, title, file), StructuredData.of(report, title, file), data(file));
    }

    /** Where the data of the page in this file lies, without the ending. */
    public static String data(String file) {
        return FOLDER + file.replaceFirst("\\.html$", "");
    }

    private static List<Tag> tags(Report report, String title, String file) {
        Release release = report.release();
        List<Tag> tags = new ArrayList<>();
        tags.add(new Tag("citation_title", heading(report, title, file)));
        tags.add(new Tag("citation_author", AUTHOR));
        tags.add(new Tag("citation_publication_date", day(report).replace('-', '/')));
        tags.add(new Tag("citation_technical_report_institution", PUBLISHER));
        tags.add(new Tag("citation_language", "en"));
        if (release != null) {
            tags.add(new Tag("citation_technical_report_number", release.version()));
        }
        if (release != null && release.doi() != null) {
            tags.add(new Tag("citation_doi", release.doi()));
        }
        address(report, file).ifPresent(url -> tags.add(new Tag("citation_fulltext_html_url", url)));
        return tags;
    }

    /** The study's title, on other pages than the first with the page's. */
    static String heading(Report report, String title, String file) {
        String study = report.analysis().title();
        return file.equals(IndexPage.FILE) ? study : study + ": " + title;
    }

    /** The day it was released or, before that, computed; ISO 8601. */
    public static String day(Report report) {
        return report.release() != null
                ? report.release().date()
                : report.record().execution().started().substring(0, 10);
    }

    /** The page's address where the site's is known. */
    static Optional<String> address(Report report, String file) {
        Release release = report.release();
        return release == null || release.address() == null
                ? Optional.empty()
                : Optional.of(release.address() + release.name() + "/" + file);
    }
}
