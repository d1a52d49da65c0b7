package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How to cite the report, its figures and its tables.
 *
 * @param release null where the report is not released
 * @param addresses every figure and table under its number, page by page
 */
public record CitePage(Frame frame, Release release, List<OfPage> addresses) implements Page {
    /** Name of the page's file. */
    public static final String FILE = "cite.html";

    /** The addresses as a file. */
    public static final String ADDRESSES = "data/addresses.csv";

    public CitePage {
        addresses = List.copyOf(addresses);
    }

    /** The figures and tables of one page. */
    public record OfPage(String title, Table table) {}

    /** @param addresses in the order of their pages */
    public static CitePage of(Report report, List<Address> addresses) {
        Release release = report.release();
        String prefix = release == null ? "" : release.name() + "/";
        Map<String, List<Address>> byPage = addresses.stream()
                .collect(Collectors.groupingBy(Address::page, LinkedHashMap::new, Collectors.toList()));
        Frame frame = report.frame("Cite", FILE);
        return new CitePage(
                frame,
                release,
                byPage.entrySet().stream()
                        .map(page -> of(title(report, frame, page.getKey()), page.getValue(), prefix))
                        .toList());
    }

    private static OfPage of(String page, List<Address> addresses, String prefix) {
        long figures =
                addresses.stream().filter(one -> one.kind().equals("Figure")).count();
        return new OfPage(
                "%s: %s, %s"
                        .formatted(
                                page,
                                Format.counted(figures, "figure", "figures"),
                                Format.counted(addresses.size() - figures, "table", "tables")),
                new Table(
                        "Figures and tables of the page " + page,
                        Table.columns("Number", "Title and address"),
                        addresses.stream()
                                .map(one -> List.of(
                                        Cell.head(one.name(), one.href()),
                                        new Cell(one.title(), prefix + one.href(), null, "text")))
                                .toList()));
    }

    /** What the page is called in the rail; an experiment's by its whole name. */
    private static String title(Report report, Frame frame, String page) {
        return report.analysis().experiments().stream()
                .filter(one -> Report.fileOf(one.id()).equals(page))
                .map(ExperimentAnalysis::name)
                .findFirst()
                .orElseGet(() -> frame.labelOf(page));
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String template() {
        return "cite";
    }
}
