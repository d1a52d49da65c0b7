package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.SizeCurve;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.figures.Figures;
import java.util.ArrayList;
import java.util.List;

/** Accuracy against the share of training images; only for a study that varies it. */
public record SizePage(Frame frame, FigureView figure, Table points) implements Page {
    /** Name of the page's file. */
    public static final String FILE = "size.html";

    /** @param report with at least one curve */
    static SizePage of(Report report) {
        return new SizePage(
                report.frame("Learning from size", FILE), report.figure(Figures.SIZE), table(report.analysis()));
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String template() {
        return "size";
    }

    private static Table table(StudyAnalysis study) {
        List<List<Cell>> rows = new ArrayList<>();
        for (SizeCurve curve : study.sizes()) {
            for (SizeCurve.Point point : curve.points()) {
                rows.add(List.of(
                        Cell.head(curve.name()),
                        Cell.number(Format.percent(point.share())),
                        Cell.number(Format.count(point.trainImages())),
                        Cell.number(Format.percent(point.accuracy().value()), Format.percentInterval(point.accuracy())),
                        Cell.number(Format.decimal(point.macroF1(), 3)),
                        point.weakest() == null
                                ? Cell.text(Format.UNDEFINED)
                                : new Cell(
                                        point.weakest().name(),
                                        "recall "
                                                + Format.percent(point.weakest().recall()),
                                        null,
                                        "text"),
                        new Cell(
                                "predictions.csv",
                                "",
                                "record/experiments/" + point.experiment() + "/predictions.csv",
                                "text")));
            }
        }
        return new Table(
                "Networks by how many training images they learned from",
                Table.columns(
                        "Network", "#Share", "#Training images", "#Accuracy", "#Macro F1", "Weakest class", "Record"),
                rows);
    }
}
