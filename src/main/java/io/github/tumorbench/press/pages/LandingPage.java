package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.findings.Headline;
import java.util.List;
import java.util.Locale;

/**
 * The first page of a site of versions; nothing lies around its content.
 *
 * @param landing what a visitor shall see first; null where every version is withdrawn
 * @param others the current versions of other studies
 * @param versions all of them, the highest number first
 */
public record LandingPage(Report landing, List<Report> others, List<Row> versions) implements Page {
    /** Name of the page's file. */
    public static final String FILE = "index.html";

    public LandingPage {
        others = List.copyOf(others);
        versions = List.copyOf(versions);
    }

    /** A version with what it found. */
    public record Report(ListedVersion version, List<Result> results) {
        public Report {
            results = List.copyOf(results);
        }
    }

    /**
     * How accurate the best is on one set of test images.
     *
     * @param name of the experiment
     * @param protocol with the number of images
     * @param style CSS: the interval's and the value's places from 0 % at the left to 100 % at the right
     */
    public record Result(String name, String protocol, String accuracy, String interval, String style) {}

    /**
     * A version in the list.
     *
     * @param best what its first headline says; an en dash where it has none
     * @param status in words
     */
    public record Row(ListedVersion version, String best, String status) {}

    /**
     * The page of these versions.
     *
     * @param landing number of the version to show first; null for none
     */
    public static LandingPage of(List<ListedVersion> versions, String landing) {
        List<Report> current = versions.stream()
                .filter(one -> one.status().equals("current"))
                .map(one -> new Report(
                        one, one.headlines().stream().map(LandingPage::result).toList()))
                .toList();
        return new LandingPage(
                current.stream()
                        .filter(one -> one.version().version().equals(landing))
                        .findFirst()
                        .orElse(null),
                current.stream()
                        .filter(one -> !one.version().version().equals(landing))
                        .toList(),
                versions.stream().map(LandingPage::row).toList());
    }

    private static Result result(Headline one) {
        var accuracy = one.accuracy();
        String style = accuracy.hasInterval()
                ? String.format(
                        Locale.ROOT,
                        "--low:%.2f%%;--high:%.2f%%;--value:%.2f%%",
                        100 * accuracy.low(),
                        100 * accuracy.high(),
                        100 * accuracy.value())
                : "display:none";
        return new Result(
                one.name(),
                one.protocol() + ", " + Format.counted(one.images(), "test image", "test images"),
                Format.percent(accuracy.value()),
                accuracy.hasInterval() ? "95\u00a0% interval " + Format.percentInterval(accuracy) : "",
                style);
    }

    private static Row row(ListedVersion version) {
        String best = version.headlines().isEmpty()
                ? Format.UNDEFINED
                : Format.percent(version.headlines().get(0).accuracy());
        String status =
                switch (version.status()) {
                    case "current" -> "current";
                    case "superseded" -> "superseded by v" + version.newest();
                    default -> "withdrawn on " + version.withdrawn() + ": " + version.reason();
                };
        return new Row(version, best, status);
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String template() {
        return "landing";
    }

    /** None: the page stands outside every report. */
    @Override
    public Frame frame() {
        return null;
    }
}
