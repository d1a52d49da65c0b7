package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.study.Schedule;
import java.util.ArrayList;
import java.util.List;

/** The definition lists of an experiment's page. */
final class ExperimentTerms {
    private ExperimentTerms() {}

    static List<Term> summary(ExperimentAnalysis one) {
        var overall = one.overall();
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of(
                "Accuracy",
                Format.percent(overall.accuracy().value()),
                overall.accuracy().hasInterval() ? "95 % interval " + Format.percentInterval(overall.accuracy()) : ""));
        terms.add(Term.of("Balanced accuracy", Format.percent(overall.balancedAccuracy())));
        terms.add(Term.of("Macro F1", Format.decimal(overall.macroF1(), 3)));
        terms.add(Term.of("AUROC, macro", Format.decimal(overall.aurocMacro(), 3)));
        terms.add(Term.of("MCC", Format.decimal(overall.mcc(), 3)));
        terms.add(Term.of("Calibration error", Format.percent(overall.ece())));
        terms.add(Term.of("Brier score", Format.decimal(overall.brier(), 3)));
        terms.add(Term.of("Test images", Format.count(one.images())));
        return terms;
    }

    /** Why and when the training ended, and what came after; nothing of an ensemble, which is not trained. */
    static List<Term> stopping(ExperimentRecord record) {
        Experiment facts = record.experiment();
        if (facts.ensemble()) {
            return List.of();
        }
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of("Stopped because", facts.stoppingReason()));
        terms.add(Term.of("Epochs", Format.count(facts.epochs())));
        terms.add(Term.of("Weights kept from epoch", Format.count(facts.restoredEpoch())));
        if (!record.refit().isEmpty()) {
            terms.add(
                    Term.of(
                            "Refit",
                            "%s on %s images"
                                    .formatted(
                                            Format.counted(record.refit().size(), "epoch", "epochs"),
                                            Format.count(facts.trainImages() + facts.validationImages())),
                            "from the first weights on, validation images included; all that is said of test images is said of this network"));
        }
        return terms;
    }

    static List<Term> training(Report report, Experiment facts) {
        List<Term> terms = new ArrayList<>();
        if (facts.ensemble()) {
            terms.add(Term.of("Members", String.join(", ", facts.members()), facts.schedule()));
            terms.add(Term.of("Parameters", Format.count(facts.parameters()), "of all members together"));
            return terms;
        }
        terms.add(Term.of("Input", facts.input() + " × " + facts.input() + " pixels"));
        terms.add(Term.of("Arithmetic", facts.precision()));
        terms.add(Term.of(
                "Looks at a test image",
                Format.count(1 + facts.testViews()),
                facts.testViews() > 0 ? "the image and changed copies; their probabilities are averaged" : ""));
        terms.add(Term.code("Feature layer", facts.features()));
        terms.add(Term.of("Feature length", Format.count(facts.embedding())));
        terms.add(Term.of(
                "Parameters",
                Format.count(facts.parameters()),
                "of them trained: " + Format.count(facts.trainableParameters())));
        terms.add(Term.of(
                "Training images",
                Format.count(facts.trainImages()),
                facts.trainViews() > 0 ? Format.count(facts.trainViews()) + " changed views of them" : ""));
        terms.add(Term.of("Validation images", Format.count(facts.validationImages())));
        Schedule schedule = report.record().run().study().schedules().get(facts.schedule());
        if (schedule != null) {
            terms.addAll(ScheduleTerms.of(schedule));
        }
        return terms;
    }

    static List<Term> weights(Experiment.Pretrained pretrained) {
        List<Term> terms = new ArrayList<>();
        boolean random = pretrained.file() == null;
        terms.add(Term.of("Source", random ? "random, drawn from the seed" : pretrained.source()));
        if (!random) {
            terms.add(Term.code("File", pretrained.file()));
            terms.add(Term.code("SHA-256", pretrained.sha256()));
        }
        terms.add(Term.of(
                "Tensors loaded",
                Format.count(pretrained.loaded()) + " of " + Format.count(pretrained.expected()) + " expected"));
        if (!random) {
            terms.add(Term.of(
                    "Tensors initialised from the seed",
                    Format.count(pretrained.initialised().size())));
        }
        return terms;
    }
}
