package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.metrics.ClassMetrics;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import java.util.ArrayList;
import java.util.List;

/** Tables of one backbone's experiments. */
final class BackboneTables {
    private BackboneTables() {}

    static Table experiments(Report report, BackboneGroup group) {
        return new Table(
                "Every experiment on the test images of its protocol, with 95 % intervals",
                Table.columns(
                        group.ensembles() ? "Ensemble" : "Schedule",
                        "Protocol",
                        "#Test images",
                        "#Accuracy",
                        "#Balanced accuracy",
                        "#Macro F1",
                        "#AUROC",
                        "#Calibration error",
                        "#Latency"),
                group.experiments().stream().map(one -> row(report, one)).toList());
    }

    private static List<Cell> row(Report report, ExperimentAnalysis one) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.head(one.recipe(), Report.fileOf(one.id())));
        cells.add(Cell.text(one.protocol()));
        cells.add(Cell.number(Format.count(one.images())));
        cells.add(MetricNames.cell(OverallMetric.ACCURACY, one.overall().accuracy()));
        for (OverallMetric metric :
                List.of(OverallMetric.BALANCED_ACCURACY, OverallMetric.MACRO_F1, OverallMetric.AUROC_MACRO)) {
            cells.add(MetricNames.cell(metric, one.intervals().of(metric).best()));
        }
        cells.add(Cell.number(Format.percent(one.overall().ece())));
        cells.add(Cell.number(report.latency(one.id())
                .map(latency -> Format.milliseconds(latency.medianMilliseconds() / latency.batch()))
                .orElse(Format.UNDEFINED)));
        return cells;
    }

    /** Rows are experiments, columns classes. */
    static Table recalls(Report report, BackboneGroup group) {
        List<Table.Column> columns = new ArrayList<>(Table.columns("Experiment"));
        report.analysis().classes().forEach(name -> columns.add(new Table.Column(name, "number")));
        List<List<Cell>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : group.experiments()) {
            List<Cell> row = new ArrayList<>(List.of(Cell.head(group.shortName(one), Report.fileOf(one.id()))));
            for (ClassMetrics metrics : one.classes()) {
                row.add(Cell.number(
                        Format.percent(metrics.recall().value()), Format.percentInterval(metrics.recall())));
            }
            rows.add(row);
        }
        return new Table("Recall of each class, with 95 % intervals", columns, rows);
    }
}
