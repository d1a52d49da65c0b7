package io.github.tumorbench.press.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * How to cite the report, its figures and its tables.
 *
 * @param release null where the report is not released
 * @param addresses every figure and table under its number
 */
public record CitePage(Frame frame, Release release, Table addresses) implements Page {
    /** Name of the page's file. */
    public static final String FILE = "cite.html";

    /** The addresses as a file. */
    public static final String ADDRESSES = "data/addresses.csv";

    /** @param addresses in the order of their pages */
    public static CitePage of(Report report, List<Address> addresses) {
        Release release = report.release();
        String prefix = release == null ? "" : release.name() + "/";
        List<List<Cell>> rows = new ArrayList<>();
        for (Address one : addresses) {
            rows.add(
                    List.of(Cell.head(one.name(), one.href()), Cell.text(one.title()), Cell.code(prefix + one.href())));
        }
        String of = release == null ? "this report" : release.name();
        return new CitePage(
                report.frame("Cite", FILE),
                release,
                new Table("Figures and tables of " + of, Table.columns("Number", "Title", "Address"), rows));
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
