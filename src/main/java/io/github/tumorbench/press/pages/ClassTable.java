package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.metrics.ClassMetrics;
import java.util.List;

/** Each class against the rest. */
final class ClassTable {
    private static final List<Table.Column> COLUMNS =
            Table.columns("Class", "#Precision", "#Recall", "#F1", "#AUROC", "#Average precision", "#Test images");

    private ClassTable() {}

    static Table of(ExperimentAnalysis one) {
        return new Table(
                "Each class against the rest, with 95 % intervals",
                COLUMNS, one.classes().stream().map(ClassTable::row).toList());
    }

    private static List<Cell> row(ClassMetrics one) {
        return List.of(
                Cell.head(one.name()),
                Cell.number(Format.percent(one.precision().value()), Format.percentInterval(one.precision())),
                Cell.number(Format.percent(one.recall().value()), Format.percentInterval(one.recall())),
                Cell.number(Format.decimal(one.f1(), 3)),
                Cell.number(Format.decimal(one.auroc().value(), 3), Format.interval(one.auroc())),
                Cell.number(Format.decimal(one.averagePrecision(), 3)),
                Cell.number(Format.count(one.support())));
    }
}
