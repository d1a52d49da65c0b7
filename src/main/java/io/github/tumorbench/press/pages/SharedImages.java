package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.Family;
import io.github.tumorbench.press.analysis.findings.Findings;
import io.github.tumorbench.record.CamRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same images under every network of one set of test images.
 *
 * @param id for a link
 * @param title of the section
 * @param rows one for each image
 */
public record SharedImages(String id, String title, List<Row> rows) {
    private static final String RULE = "shared";

    public SharedImages {
        rows = List.copyOf(rows);
    }

    /** E.g. {@code 8 images under 3 networks}. */
    public String summary() {
        int networks = rows.stream().mapToInt(row -> row.items().size()).max().orElse(0);
        return Format.counted(rows.size(), "image", "images") + " under "
                + Format.counted(networks, "network", "networks");
    }

    /** One image under every network that explained it. */
    public record Row(String file, String label, List<Gallery.Item> items) {
        public Row {
            items = List.copyOf(items);
        }
    }

    /** One for each family that has such images. */
    static List<SharedImages> of(Report report, Map<String, GalleryItems> explained) {
        List<SharedImages> all = new ArrayList<>();
        for (int number = 0; number < report.analysis().families().size(); number++) {
            Family family = report.analysis().families().get(number);
            List<ExperimentAnalysis> networks = report.analysis().within(family).experiments().stream()
                    .filter(one -> explained.containsKey(one.id()))
                    .toList();
            List<Row> rows = rows(networks, explained);
            if (!rows.isEmpty()) {
                all.add(new SharedImages(
                        "shared-" + (number + 1),
                        "The same images under every network" + protocol(report, family),
                        rows));
            }
        }
        return all;
    }

    private static String protocol(Report report, Family family) {
        return report.analysis().families().size() == 1
                ? ""
                : ", protocol " + Findings.protocols(report.analysis(), family);
    }

    private static List<Row> rows(List<ExperimentAnalysis> networks, Map<String, GalleryItems> explained) {
        Map<String, String> files = new LinkedHashMap<>();
        networks.forEach(one -> explained.get(one.id()).rows().stream()
                .filter(row -> row.rule().equals(RULE))
                .forEach(row -> files.putIfAbsent(row.file(), row.label())));
        List<Row> rows = new ArrayList<>();
        files.forEach((file, label) -> {
            List<Gallery.Item> items = new ArrayList<>();
            for (ExperimentAnalysis one : networks) {
                GalleryItems own = explained.get(one.id());
                int index = index(own.rows(), file);
                if (index >= 0) {
                    items.add(own.of(index, null, one.name()));
                }
            }
            rows.add(new Row(file, label, items));
        });
        return rows;
    }

    private static int index(List<CamRow> rows, String file) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).file().equals(file)) {
                return i;
            }
        }
        return -1;
    }
}
