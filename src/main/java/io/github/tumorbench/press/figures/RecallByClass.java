package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.Estimate;
import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.Numbers;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Recall of each class, the experiments side by side within a class. */
final class RecallByClass {
    private static final double STEP = 15;

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
        int experiments = Math.max(1, study.experiments().size());
        double tall = experiments * STEP + 18;
        List<Sheet.Key> keys = new ArrayList<>();
        for (int i = 0; i < study.experiments().size(); i++) {
            ExperimentAnalysis one = study.experiments().get(i);
            keys.add(new Sheet.Key(Sheet.cut(one.name(), 40), Palette.ofBackbone(one.backbone()), Marker.of(i), false));
        }
        double top = Sheet.legendHeight(keys, Theme.WIDTH) + 14;
        double bottom = top + tall * Math.max(1, rows.size());
        Sheet sheet = new Sheet(id, (int) Math.ceil(bottom) + 52);
        sheet.legend(keys, 0, 14, Theme.WIDTH);
        double left = Math.max(
                70,
                14
                        + rows.stream()
                                .flatMap(List::stream)
                                .mapToDouble(cell -> Sheet.width(Sheet.cut(cell.label(), 20), Theme.LABEL))
                                .max()
                                .orElse(0));
        List<IntervalRows.Dot> dots = new ArrayList<>();
        for (int label = 0; label < rows.size(); label++) {
            for (Cell cell : rows.get(label)) {
                double y = label + (9 + STEP * (cell.index() + 0.5)) / tall;
                dots.add(new IntervalRows.Dot(
                        cell.recall(), y, Palette.ofBackbone(cell.experiment().backbone()), Marker.of(cell.index())));
            }
        }
        double width = Theme.WIDTH - left - 26;
        sheet.plot(IntervalRows.plot(dots, Math.max(1, rows.size())), left, top, width, bottom - top);
        for (int label = 0; label < rows.size(); label++) {
            double y = top + tall * (label + 0.5);
            sheet.text(
                    Sheet.cut(study.classes().get(label), 20), 0, y + 5, Anchor.START, Palette.INK, Theme.LABEL, false);
            if (label > 0) {
                sheet.line(0, top + tall * label, Theme.WIDTH - 26, top + tall * label, Palette.GRID, 1);
            }
        }
        sheet.caption("recall (sensitivity), 95 % interval", left + width / 2, bottom + 44, Anchor.MIDDLE);
        return sheet.svg(title, alternative);
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
