package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.metrics.ClassMetrics;
import io.github.tumorbench.press.cards.Facts;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a backbone's model card is filled with. */
final class ModelCardFacts {
    /** Backbones that the template has a description of. */
    private static final List<String> DESCRIBED = List.of("MobileNetV2", "ResNet50", "EfficientNetB0");

    private ModelCardFacts() {}

    static Facts of(Report report, BackboneGroup group) {
        String backbone = group.name();
        List<ExperimentAnalysis> ours = group.experiments();
        List<Experiment> facts =
                ours.stream().map(one -> report.recordOf(one).experiment()).toList();
        List<String> warnings = AuditItem.warnings(report.record());
        Facts card = CardFacts.shared(report)
                .text("backbone", backbone)
                .text("experiment_count", Format.counted(ours.size(), "experiment", "experiments"))
                .list(
                        "experiments",
                        ours.stream()
                                .map(one -> sentence(
                                        group.shortName(one),
                                        report.recordOf(one).experiment()))
                                .toList())
                .text(
                        "weights",
                        joined(facts.stream().map(ModelCardFacts::weights).toList()))
                .text(
                        "training",
                        joined(ours.stream()
                                        .map(one -> training(report.recordOf(one)))
                                        .toList())
                                + ".")
                .condition("leaks", !warnings.isEmpty())
                .list("warnings", warnings)
                .condition("tested", ours.stream().anyMatch(one -> one.images() > 0))
                .condition("cut", facts.stream().anyMatch(one -> cut(report, one)))
                .condition("partial", facts.stream().anyMatch(one -> !one.pretrained()
                        .initialised()
                        .isEmpty()));
        DESCRIBED.forEach(name -> card.condition(name.toLowerCase(Locale.ROOT), name.equals(backbone)));
        CardFacts.table(card, "results", results(group));
        return CardFacts.table(card, "recalls", recalls(report, group));
    }

    private static String sentence(String name, Experiment one) {
        return "%s: input %s × %s pixels, feature layer %s, %s parameters, %s of them trained"
                .formatted(
                        name,
                        one.input(),
                        one.input(),
                        one.features(),
                        Format.count(one.parameters()),
                        Format.count(one.trainableParameters()));
    }

    private static String weights(Experiment one) {
        Experiment.Pretrained from = one.pretrained();
        return from.file() == null
                ? "random, drawn from the seed"
                : "%s (%s), %s of %s tensors"
                        .formatted(
                                from.source().equals("imagenet") ? "trained on ImageNet" : "from a file",
                                from.file(),
                                Format.count(from.loaded()),
                                Format.count(from.expected()));
    }

    private static String training(ExperimentRecord record) {
        Experiment one = record.experiment();
        return "%s for training and %s for choosing the epoch%s"
                .formatted(
                        Format.counted(one.trainImages(), "image", "images"),
                        Format.counted(one.validationImages(), "image", "images"),
                        record.refit().isEmpty() ? "" : ", then all of these for training anew");
    }

    /** Whether the study names the layer at which the backbone ends. */
    private static boolean cut(Report report, Experiment one) {
        var study = report.record().run().study();
        return study.experiments().stream()
                .filter(spec -> spec.features() != null)
                .anyMatch(spec -> study.protocols().stream()
                        .anyMatch(protocol -> spec.idUnder(protocol).equals(one.id())));
    }

    private static String joined(List<String> texts) {
        return texts.stream().distinct().collect(Collectors.joining("; "));
    }

    private static Table results(BackboneGroup group) {
        return new Table(
                "Results on the test images",
                Table.columns(
                        "Experiment", "#Accuracy", "#Balanced accuracy", "#Macro F1", "#AUROC", "#Calibration error"),
                group.experiments().stream()
                        .map(one -> List.of(
                                Cell.head(group.shortName(one)),
                                Cell.number(Format.percent(one.overall().accuracy())),
                                Cell.number(Format.percent(one.overall().balancedAccuracy())),
                                Cell.number(Format.decimal(one.overall().macroF1(), 3)),
                                Cell.number(Format.decimal(one.overall().aurocMacro(), 3)),
                                Cell.number(Format.percent(one.overall().ece()))))
                        .toList());
    }

    private static Table recalls(Report report, BackboneGroup group) {
        List<ExperimentAnalysis> ours = group.experiments();
        List<Table.Column> columns = new ArrayList<>(Table.columns("Class"));
        ours.forEach(one -> columns.add(new Table.Column(group.shortName(one), "number")));
        List<List<Cell>> rows = new ArrayList<>();
        List<String> classes = report.analysis().classes();
        for (int i = 0; i < classes.size(); i++) {
            List<Cell> row = new ArrayList<>(List.of(Cell.head(classes.get(i))));
            for (ExperimentAnalysis one : ours) {
                ClassMetrics metrics = one.classes().get(i);
                row.add(Cell.number(Format.percent(metrics.recall())));
            }
            rows.add(row);
        }
        return new Table("Recall of each class, with 95 % intervals", columns, rows);
    }
}
