package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ClassMetrics;
import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.record.Experiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The experiments side by side, the most accurate first; equal ones in the study's order. */
final class Leaderboard {
    private static final List<Table.Column> COLUMNS = Table.columns(
            "Backbone",
            "Schedule",
            "#Accuracy",
            "#Balanced accuracy",
            "#Macro F1",
            "#AUROC",
            "Weakest class",
            "#Parameters",
            "#FLOPs",
            "#Latency");

    private Leaderboard() {}

    static Table of(Report report) {
        List<List<Cell>> rows = report.analysis().experiments().stream()
                .sorted(Comparator.comparing(
                        one -> one.overall().accuracy().value(),
                        Comparator.nullsLast(Comparator.<Double>reverseOrder())))
                .map(one -> row(report, one))
                .toList();
        return new Table("Experiments by accuracy on the test images, with 95 % intervals", COLUMNS, rows);
    }

    private static List<Cell> row(Report report, ExperimentAnalysis one) {
        Experiment facts = report.recordOf(one).experiment();
        var overall = one.overall();
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(one.backbone(), cut(report, facts), Report.fileOf(one.id()), "head"));
        cells.add(Cell.text(one.schedule()));
        cells.add(Cell.number(Format.percent(overall.accuracy().value()), Format.percentInterval(overall.accuracy())));
        cells.add(Cell.number(Format.percent(overall.balancedAccuracy())));
        cells.add(Cell.number(Format.decimal(overall.macroF1(), 3)));
        cells.add(Cell.number(Format.decimal(overall.aurocMacro(), 3)));
        cells.add(weakest(one));
        cells.add(Cell.number(Format.large(facts.parameters())));
        cells.add(Cell.number(Format.large(facts.flops())));
        cells.add(Cell.number(report.latency(one.id())
                .map(latency -> Format.milliseconds(latency.medianMilliseconds() / latency.batch()))
                .orElse(Format.UNDEFINED)));
        return cells;
    }

    /** Says where a backbone is cut, if it is: it is then smaller and weaker than its name. */
    private static String cut(Report report, Experiment facts) {
        var run = report.record().run();
        boolean cut = run.study().experiments().stream()
                .anyMatch(spec -> facts.backbone().equals(spec.backbone())
                        && facts.schedule().equals(spec.schedule())
                        && facts.features().equals(spec.features()));
        return cut ? "cut at " + facts.features() : "";
    }

    private static Cell weakest(ExperimentAnalysis one) {
        return one.classes().stream()
                .filter(metrics -> metrics.recall().value() != null)
                .min(Comparator.comparing(
                        (ClassMetrics metrics) -> metrics.recall().value()))
                .map(metrics -> new Cell(
                        metrics.name(),
                        "recall " + Format.percent(metrics.recall().value()),
                        null,
                        "text"))
                .orElse(Cell.text(Format.UNDEFINED));
    }
}
