package io.github.tumorbench.press.pages;

import io.github.tumorbench.record.Audit;
import io.github.tumorbench.record.ManifestRow;
import java.util.List;

/**
 * The images: how many, of what kind, how divided and what is wrong with them.
 *
 * @param facts name, edition, numbers
 * @param warnings sentences about test images that are also among the training images; empty where there are none
 * @param counts images by class and split
 * @param shape ranges of size
 * @param sizes images by size and channels
 * @param division how the split is made
 * @param unreadable what happened to images that cannot be read
 * @param left images left out
 * @param protocols the experiments under each protocol
 * @param meaning what each protocol says
 * @param labels what labels that the source contradicts change; no row where no test image has such a label
 * @param statistics of each class
 * @param probes how well the class is told without anatomy
 * @param shortcut what that means
 * @param missing files of the recognised edition that are not there
 * @param added files that the recognised edition does not have
 */
public record DataPage(
        Frame frame,
        List<Term> facts,
        List<String> warnings,
        Table counts,
        List<Term> shape,
        Table sizes,
        List<Term> division,
        List<AuditItem> findings,
        String unreadable,
        FileList left,
        Table protocols,
        List<Term> meaning,
        Table labels,
        Table statistics,
        Table probes,
        String shortcut,
        FileList missing,
        FileList added)
        implements Page {
    /** Name of the page's file. */
    public static final String FILE = "data.html";

    public DataPage {
        facts = List.copyOf(facts);
        warnings = List.copyOf(warnings);
        shape = List.copyOf(shape);
        division = List.copyOf(division);
        findings = List.copyOf(findings);
        meaning = List.copyOf(meaning);
    }

    static DataPage of(Report report) {
        var record = report.record();
        List<String> left = record.manifest().stream()
                .filter(row -> row.flags().contains("unreadable"))
                .map(ManifestRow::file)
                .toList();
        return new DataPage(
                report.frame("Data", FILE),
                DataTerms.facts(record),
                AuditItem.warnings(record),
                DataTables.counts(record),
                DataTerms.shape(record.manifest()),
                DataTables.sizes(record.manifest()),
                DataTerms.division(record),
                record.audit().findings().stream().map(AuditItem::of).toList(),
                unreadable(left.size()),
                FileList.of(left),
                ProtocolTable.of(record),
                ProtocolTable.meaning(record),
                LabelTable.of(record),
                DataTables.statistics(record.audit()),
                DataTables.probes(record.audit()),
                record.audit().findings().stream()
                        .filter(finding -> finding.id().equals("shortcut"))
                        .map(Audit.Finding::sentence)
                        .findFirst()
                        .orElse(""),
                FileList.of(record.audit().missing()),
                FileList.of(record.audit().added()));
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String template() {
        return "data";
    }

    private static String unreadable(int count) {
        return switch (count) {
            case 0 -> "Every image could be read; none was left out.";
            case 1 -> "1 image could not be read. It is listed in the manifest and used nowhere.";
            default -> Format.count(count)
                    + " images could not be read. They are listed in the manifest and used nowhere.";
        };
    }
}
