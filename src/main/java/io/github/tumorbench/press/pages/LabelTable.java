package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.Estimate;
import io.github.tumorbench.press.analysis.LabelSensitivity;
import io.github.tumorbench.press.analysis.ProtocolOutcome;
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
                        Cell.text(told(labels))));
            }
        }
        return new Table(
                "Accuracy on test images, with 95 % Wilson intervals: with the folders’ labels, without the images whose source contradicts the folder, and with the source’s label for these",
                Table.columns(
                        "Experiment",
                        "Protocol",
                        "#Contradicted",
                        "#Folder’s labels",
                        "#Without them",
                        "#Source’s labels",
                        "The network says"),
                rows);
    }

    private static Cell accuracy(Estimate one) {
        return Cell.number(Format.percent(one.value()), Format.percentInterval(one));
    }

    /** E.g. {@code folder’s class for 2, source’s for 1}. */
    private static String told(LabelSensitivity labels) {
        int other = labels.contradicted() - labels.asFolder() - labels.asSource();
        return "the folder’s class for %d, the source’s for %d%s"
                .formatted(labels.asFolder(), labels.asSource(), other == 0 ? "" : ", another for " + other);
    }
}
