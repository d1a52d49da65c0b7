package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.ExperimentName;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Recall of each class: a panel for each class, a line through all panels for each experiment. */
final class RecallByClass {
    private static final double ROW = 34;
    private static final double TOP = 26;
    private static final double BOTTOM = 34;
    private static final double GAP = 26;
    private static final double RIGHT = 14;
    /** Panels side by side; more classes begin another row of panels. */
    private static final int ACROSS = 4;
    /** Letters of a name. */
    private static final int LONGEST = 26;

    private RecallByClass() {}

    /** One class under one experiment. */
    private record Cell(String label, ExperimentAnalysis experiment, int index, Estimate recall) {}

    static Figure of(StudyAnalysis study, String id, String title) {
        List<List<Cell>> rows = cells(study);
        String alternative = "Dot plot of recall with 95 % intervals, by class. "
                + rows.stream().map(RecallByClass::sentence).collect(Collectors.joining(" "));
        return new Figure(
                id, title, reading(rows), alternative, svg(study, rows, id, title, alternative), table(study, rows));
    }

    private static List<List<Cell>> cells(StudyAnalysis study) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int label = 0; label < study.classes().size(); label++) {
            List<Cell> row = new ArrayList<>();
            for (int i = 0; i < study.experiments().size(); i++) {
                ExperimentAnalysis one = study.experiments().get(i);
                row.add(new Cell(
                        study.classes().get(label),
                        one,
                        i,
                        one.classes().get(label).recall()));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String svg(StudyAnalysis study, List<List<Cell>> rows, String id, String title, String alternative) {
        List<Name> names = names(study.experiments());
        double left = 14 + names.stream().mapToDouble(Name::width).max().orElse(0);
        int across = Math.max(1, Math.min(ACROSS, rows.size()));
        double panel = (Theme.WIDTH - RIGHT - left - GAP * (across - 1)) / across;
        double tall = ROW * Math.max(1, names.size());
        double band = TOP + tall + BOTTOM;
        int bands = Math.max(1, (rows.size() + across - 1) / across);
        Sheet sheet = new Sheet(id, (int) Math.ceil(bands * band) + 16);
        for (int i = 0; i < bands; i++) {
            names(sheet, names, left, i * band + TOP);
        }
        Scale scale = IntervalRows.scale(
                rows.stream().flatMap(List::stream).map(RecallByClass::dot).toList());
        for (int label = 0; label < rows.size(); label++) {
            double x = left + (label % across) * (panel + GAP);
            double y = label / across * band + TOP;
            String name = Sheet.cut(study.classes().get(label), (int) ((panel + GAP) / (0.6 * Theme.SMALL)));
            sheet.text(name, x + panel / 2, y - 8, Anchor.MIDDLE, Palette.INK, Theme.SMALL, true);
            List<IntervalRows.Dot> dots =
                    rows.get(label).stream().map(RecallByClass::dot).toList();
            sheet.plot(IntervalRows.plot(dots, Math.max(1, names.size()), scale), x, y, panel, tall);
            end(sheet, scale.low(), x, y, tall);
            end(sheet, scale.high(), x + panel, y, tall);
        }
        sheet.caption(
                "recall (sensitivity) in %, 95 % interval",
                left + (Theme.WIDTH - RIGHT - left) / 2, bands * band + 6, Anchor.MIDDLE);
        return sheet.svg(title, alternative);
    }

    private static IntervalRows.Dot dot(Cell cell) {
        return new IntervalRows.Dot(
                cell.recall(),
                cell.index() + 0.5,
                Palette.ofBackbone(cell.experiment().backbone()),
                Marker.of(0));
    }

    /** One end of a panel's scale, in percent. */
    private static void end(Sheet sheet, double share, double x, double y, double tall) {
        sheet.line(x, y, x, y + tall, Palette.GRID, 1);
        sheet.caption(String.valueOf(Math.round(100 * share)), x, y + tall + 18, Anchor.MIDDLE);
    }

    /** A name in two lines; the second may be empty. */
    private record Name(String first, String second) {
        private Name {
            first = Sheet.cut(first, LONGEST);
            second = Sheet.cut(second, LONGEST);
        }

        double width() {
            return Math.max(Sheet.width(first, Theme.SMALL), Sheet.width(second, Theme.SMALL - 2));
        }
    }

    /** The experiments by name, each on its line. */
    private static void names(Sheet sheet, List<Name> names, double left, double top) {
        for (int i = 0; i < names.size(); i++) {
            double y = top + ROW * (i + 0.5);
            Name name = names.get(i);
            boolean one = name.second().isEmpty();
            sheet.text(name.first(), 0, y + (one ? 5 : -2), Anchor.START, Palette.INK, Theme.SMALL, false);
            if (!one) {
                sheet.text(name.second(), 0, y + 12, Anchor.START, Palette.MUTED, Theme.SMALL - 2, false);
            }
            sheet.line(left, y, Theme.WIDTH - RIGHT, y, Palette.GRID, 1);
        }
    }

    /** What tells the experiments apart: where all names begin alike, only what they say in brackets. */
    private static List<Name> names(List<ExperimentAnalysis> experiments) {
        List<ExperimentName> names =
                experiments.stream().map(one -> ExperimentName.of(one.name())).toList();
        boolean alike = names.size() > 1
                && names.stream().map(ExperimentName::subject).distinct().count() == 1;
        return names.stream()
                .map(name -> alike ? apart(name.apart()) : new Name(name.subject(), name.apart()))
                .toList();
    }

    /** Schedule and protocol below each other. */
    private static Name apart(String text) {
        int comma = text.indexOf(", ");
        return comma < 0 ? new Name(text, "") : new Name(text.substring(0, comma), text.substring(comma + 2));
    }

    private static String reading(List<List<Cell>> rows) {
        Comparator<Cell> byRecall =
                Comparator.comparingDouble(cell -> cell.recall().value());
        List<Cell> known = rows.stream()
                .flatMap(List::stream)
                .filter(cell -> cell.recall().value() != null)
                .toList();
        if (known.isEmpty()) {
            return "There is no test image to measure recall on.";
        }
        Cell lowest = known.stream().min(byRecall).orElseThrow();
        Cell highest = known.stream().max(byRecall).orElseThrow();
        return lowest.recall().value().equals(highest.recall().value())
                ? "Recall is %s for every class and experiment."
                        .formatted(Numbers.percent(lowest.recall().value()))
                : "Recall is lowest for %s under %s (%s) and highest for %s under %s (%s)."
                        .formatted(
                                lowest.label(),
                                lowest.experiment().name(),
                                Numbers.percent(lowest.recall().value()),
                                highest.label(),
                                highest.experiment().name(),
                                Numbers.percent(highest.recall().value()));
    }

    private static String sentence(List<Cell> row) {
        return row.stream()
                .map(cell -> cell.experiment().name() + " "
                        + Numbers.percent(cell.recall().value()))
                .collect(Collectors.joining(
                        ", ", (row.isEmpty() ? "" : row.get(0).label()) + ": ", "."));
    }

    private static DataTable table(StudyAnalysis study, List<List<Cell>> rows) {
        List<List<String>> lines = new ArrayList<>();
        for (Cell cell : rows.stream().flatMap(List::stream).toList()) {
            int support = cell.experiment()
                    .classes()
                    .get(study.classes().indexOf(cell.label()))
                    .support();
            lines.add(List.of(
                    cell.label(),
                    cell.experiment().name(),
                    Numbers.percent(cell.recall().value()),
                    Numbers.percent(cell.recall().low()),
                    Numbers.percent(cell.recall().high()),
                    String.valueOf(support)));
        }
        return new DataTable(List.of("Class", "Experiment", "Recall", "95 % from", "95 % to", "Images"), lines);
    }
}
