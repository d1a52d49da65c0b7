package io.github.tumorbench.press.pages;

import io.github.tumorbench.record.Audit;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.record.StudyRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Tables of the data page, counted from the manifest. */
final class DataTables {
    /** Sizes shown one by one, the most frequent first; the others together. */
    private static final int SIZES = 8;

    private static final Map<String, String> PROBES = Map.of(
            "size", "Width and height",
            "colour", "Grey or colour",
            "compression", "JPEG compression",
            "intensity", "Brightness and contrast",
            "border", "Margin",
            "thumbnail", "Thumbnail of 4 × 4 pixels");

    private static final List<String> SPLITS = List.of("training", "validation", "testing");

    private DataTables() {}

    /** Images by class and split, with totals; a column for unused images only where there are any. */
    static Table counts(StudyRecord record) {
        boolean unused = record.manifest().stream().anyMatch(DataTables::unused);
        List<Table.Column> columns =
                new ArrayList<>(Table.columns("Class", "#Training", "#Validation", "#Test", "#Not used", "#Total"));
        if (!unused) {
            columns.remove(columns.size() - 2);
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (String name : record.run().classes()) {
            rows.add(counts(name, record, row -> row.label().equals(name), unused));
        }
        rows.add(counts("All", record, row -> true, unused));
        return new Table("Images by class and split", columns, rows);
    }

    private static List<Cell> counts(String name, StudyRecord record, Predicate<ManifestRow> chosen, boolean unused) {
        List<ManifestRow> rows = record.manifest().stream().filter(chosen).toList();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.head(name));
        for (String split : SPLITS) {
            cells.add(count(rows, row -> row.split().equals(split)));
        }
        if (unused) {
            cells.add(count(rows, DataTables::unused));
        }
        cells.add(count(rows, row -> true));
        return cells;
    }

    /** Readable images by width and height, grey and colour apart. */
    static Table sizes(List<ManifestRow> manifest) {
        Map<String, List<ManifestRow>> bySize = new TreeMap<>();
        for (ManifestRow row : manifest) {
            if (readable(row)) {
                bySize.computeIfAbsent(row.width() + " × " + row.height(), key -> new ArrayList<>())
                        .add(row);
            }
        }
        List<String> frequent = bySize.keySet().stream()
                .sorted(Comparator.comparing((String size) -> -bySize.get(size).size()))
                .toList();
        List<List<Cell>> rows = new ArrayList<>();
        frequent.stream().limit(SIZES).forEach(size -> rows.add(size(size, bySize.get(size))));
        if (frequent.size() > SIZES) {
            List<ManifestRow> others = frequent.stream()
                    .skip(SIZES)
                    .flatMap(size -> bySize.get(size).stream())
                    .toList();
            rows.add(size(Format.counted(frequent.size() - SIZES, "other size", "other sizes"), others));
        }
        return new Table(
                "Readable images by size in pixels (width × height) and channels, the most frequent sizes first",
                Table.columns("Size", "#Grey", "#Colour", "#Not recorded", "#Total"),
                rows);
    }

    private static List<Cell> size(String name, List<ManifestRow> rows) {
        return List.of(
                Cell.head(name),
                count(rows, row -> row.flags().contains("grey")),
                count(rows, row -> row.flags().contains("rgb")),
                count(rows, row -> !row.flags().contains("grey") && !row.flags().contains("rgb")),
                count(rows, row -> true));
    }

    /** What the images of each class look like from afar. */
    static Table statistics(Audit audit) {
        List<List<Cell>> rows = audit.statistics().stream()
                .map(one -> List.of(
                        Cell.head(one.label()),
                        Cell.number(Format.decimal(one.width(), 0) + " × " + Format.decimal(one.height(), 0)),
                        Cell.number(Format.percent(one.grey())),
                        Cell.number(Format.decimal(one.mean(), 1)),
                        Cell.number(Format.decimal(one.contrast(), 1)),
                        Cell.number(Format.decimal(one.border(), 1)),
                        Cell.number(Format.decimal(one.borderContrast(), 1))))
                .toList();
        return new Table(
                "Means over the readable images of a class: size in pixels, and of grey values from 0 to 255 the mean and the standard deviation, over the image and along its margin",
                Table.columns(
                        "Class", "#Size", "#Grey", "#Brightness", "#Contrast", "#Margin", "#Contrast of the margin"),
                rows);
    }

    /** How well the class is told without anatomy. */
    static Table probes(Audit audit) {
        List<List<Cell>> rows = audit.probes().stream().map(DataTables::probe).toList();
        return new Table(
                "What a random forest makes of features that show no anatomy, cross-validated in five parts with patients, slices and copies kept together",
                Table.columns("Features", "#Accuracy", "#Chance", "Class told best", "#Its balanced accuracy"),
                rows);
    }

    private static List<Cell> probe(Audit.Probe probe) {
        Audit.Told best = probe.classes().stream()
                .max(Comparator.comparingDouble(Audit.Told::balanced))
                .orElseThrow();
        return List.of(
                Cell.head(PROBES.getOrDefault(probe.id(), probe.id())),
                Cell.number(
                        Format.percent(probe.accuracy()),
                        Format.percent(probe.low()) + "–" + Format.percent(probe.high())),
                Cell.number(Format.percent(probe.chance())),
                Cell.text(best.label()),
                Cell.number(Format.decimal(best.balanced(), 2)));
    }

    static boolean readable(ManifestRow row) {
        return !row.flags().contains("unreadable");
    }

    private static boolean unused(ManifestRow row) {
        return !SPLITS.contains(row.split());
    }

    private static Cell count(List<ManifestRow> rows, Predicate<ManifestRow> chosen) {
        return Cell.number(Format.count(rows.stream().filter(chosen).count()));
    }
}
