package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.cards.Facts;
import io.github.tumorbench.record.Audit;
import io.github.tumorbench.record.Execution;
import io.github.tumorbench.record.Run;
import java.util.List;
import java.util.stream.Collectors;

/** What the data card and the ethics card are filled with, and what all cards share. */
final class CardFacts {
    private CardFacts() {}

    static Facts data(Report report) {
        var record = report.record();
        List<String> problems = record.audit().findings().stream()
                .filter(finding -> finding.count() > 0)
                .map(Audit.Finding::sentence)
                .toList();
        return table(shared(report), "counts", DataTables.counts(record))
                .text("image_count", images(record.manifest().size(), ""))
                .text("classes", String.join(", ", record.run().classes()))
                .text("patients", DataTerms.patients(record.manifest()))
                .text("validation_count", Format.count(split(report, "validation")))
                .text("training_count", Format.count(split(report, "training")))
                .condition("findings", !problems.isEmpty())
                .list("problems", problems)
                .text("digest", record.run().provenance().datasetDigest());
    }

    static Facts ethics(Report report) {
        Execution execution = report.record().execution();
        return shared(report)
                .text("elapsed", MethodsTerms.elapsed(execution))
                .text(
                        "processor",
                        execution.hosts().stream()
                                .map(host -> host.cpu() + " with " + Format.counted(host.processors(), "core", "cores"))
                                .distinct()
                                .collect(Collectors.joining(" and ")))
                .condition("cached", execution.stages().stream().anyMatch(Execution.Stage::cached))
                .text("study_digest", report.record().run().studyDigest());
    }

    /** What checklists ask about. */
    static Facts checklist(Report report) {
        return shared(report).condition("ensembles", report.backbones().stream().anyMatch(BackboneGroup::ensembles));
    }

    /** Facts that any card may use. */
    static Facts shared(Report report) {
        var record = report.record();
        Run run = record.run();
        return new Facts()
                .condition("phantom", report.phantom())
                .condition("published", run.study().dataset().publishImages())
                .text("study", run.study().title())
                .text("class_count", Format.counted(run.classes().size(), "class", "classes"))
                .text("dataset", run.provenance().dataset())
                .text("edition", DataTerms.edition(record.audit().edition()))
                .text("test_count", images(split(report, "testing"), "test "))
                .text("version", run.provenance().version())
                .text("commit", report.commit());
    }

    /** A table without the notes of its cells. */
    static Facts table(Facts facts, String name, Table table) {
        return facts.table(
                name,
                table.caption(),
                table.columns().stream().map(Table.Column::label).toList(),
                table.rows().stream()
                        .map(row -> row.stream().map(Cell::text).toList())
                        .toList());
    }

    static long split(Report report, String split) {
        return report.record().manifest().stream()
                .filter(row -> row.split().equals(split))
                .count();
    }

    private static String images(long count, String kind) {
        return Format.counted(count, kind + "image", kind + "images");
    }
}
