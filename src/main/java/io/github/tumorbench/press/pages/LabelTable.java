package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.LabelSensitivity;
import io.github.tumorbench.press.analysis.ProtocolOutcome;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.record.StudyRecord;
import java.util.ArrayList;
import java.util.List;

/** What contradicted labels change, for each experiment that is tested on some. */
final class LabelTable {
    private LabelTable() {}

    static Table of(StudyRecord record) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ProtocolOutcome one : ProtocolOutcome.of(record)) {
            LabelSensitivity labels = one.labels();
            if (labels.contradicted() > 0) {
                rows.add(List.of(
                        Cell.head(one.experiment()),
                        Cell.text(ProtocolTable.protocol(one)),
                        Cell.number(Format.count(labels.contradicted())),
                        accuracy(one.accuracy()),
                        accuracy(labels.without()),
                        accuracy(labels.bySource()),
                        Cell.number(Format.count(labels.asFolder())),
                        Cell.number(Format.count(labels.asSource()))));
            }
        }
        return new Table(
                "Accuracy with 95 % Wilson intervals, and answers to the contradicted images",
                Table.columns(
                        "Experiment",
                        "Protocol",
                        "#Contradicted",
                        "#Folder’s labels",
                        "#Without them",
                        "#Source’s labels",
                        "#Told as the folder",
                        "#Told as the source"),
                rows);
    }

    private static Cell accuracy(Estimate one) {
        return Cell.number(Format.percent(one.value()), Format.percentInterval(one));
    }
}
