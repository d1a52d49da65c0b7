package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ProtocolOutcome;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.Protocol;
import java.util.ArrayList;
import java.util.List;

/** The same experiments under each protocol, side by side. */
final class ProtocolTable {
    private ProtocolTable() {}

    static Table of(StudyRecord record) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ProtocolOutcome one : ProtocolOutcome.of(record)) {
            rows.add(List.of(
                    Cell.head(one.experiment()),
                    Cell.text(protocol(one)),
                    Cell.number(Format.count(one.trainImages()), one.folds() == 0 ? "" : "first fold"),
                    Cell.number(Format.count(one.testImages())),
                    Cell.number(Format.percent(one.accuracy().value()), Format.percentInterval(one.accuracy())),
                    one.patients() == 0
                            ? Cell.number(Format.UNDEFINED)
                            : Cell.number(
                                    Format.percent(one.patientAccuracy().value()),
                                    Format.percentInterval(one.patientAccuracy()) + ", "
                                            + Format.counted(one.patients(), "patient", "patients"))));
        }
        return new Table(
                "Accuracy on test images under each protocol, with 95 % Wilson intervals",
                Table.columns("Experiment", "Protocol", "#Training", "#Test", "#Accuracy", "#Of patients"), rows);
    }

    static String protocol(ProtocolOutcome one) {
        return one.protocol() + (one.folds() == 0 ? "" : ", " + one.folds() + " folds pooled");
    }

    /** What the difference between the study's protocols means. */
    static List<Term> meaning(StudyRecord record) {
        return record.run().study().protocols().stream()
                .map(Protocol::name)
                .distinct()
                .map(name -> Term.of(new Protocol(name, 0, 0).id(), meaning(name)))
                .toList();
    }

    private static String meaning(Protocol.Name name) {
        return switch (name) {
            case OFFICIAL -> "The test images as published. The network may have seen the same picture, slice or patient in training, so this says how well it does on this collection, not on new patients.";
            case OFFICIAL_DEDUPLICATED -> "Trained on the same images and tested without those that have an exact or near copy in training. Other slices of the same patients remain, so it still flatters.";
            case PATIENT_DISJOINT -> "No patient, slice or group of copies on two sides. The nearest to new patients that this collection allows; what is lost against the official split was memory.";
        };
    }
}
