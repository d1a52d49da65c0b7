package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.study.Schedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A schedule in words. */
final class ScheduleTerms {
    private ScheduleTerms() {}

    /** Every setting of every schedule: a row for each setting, in the order in which the schedules name them. */
    static Table table(Report report) {
        Map<String, Schedule> schedules = report.record().run().study().schedules();
        Map<String, Map<String, Cell>> rows = new LinkedHashMap<>();
        schedules.forEach((name, schedule) -> {
            rows.computeIfAbsent("Trains", row -> new HashMap<>()).put(name, Cell.text(used(report, name)));
            for (Term term : of(schedule)) {
                rows.computeIfAbsent(term.name(), row -> new HashMap<>())
                        .put(name, new Cell(term.value(), term.note(), null, "text"));
            }
        });
        List<Table.Column> columns = new ArrayList<>(Table.columns("Setting"));
        schedules.keySet().forEach(name -> columns.add(new Table.Column(name, "text")));
        return new Table(
                "The schedules, setting by setting",
                columns,
                rows.entrySet().stream()
                        .map(row -> Stream.concat(
                                        Stream.of(Cell.head(row.getKey())),
                                        schedules.keySet().stream().map(name -> row.getValue()
                                                .getOrDefault(name, Cell.text(Format.UNDEFINED))))
                                .toList())
                        .toList());
    }

    /** The networks that end with a schedule, each once whatever its protocol. */
    private static String used(Report report, String schedule) {
        List<String> backbones = report.analysis().experiments().stream()
                .filter(one -> one.schedule().equals(schedule))
                .map(ExperimentAnalysis::backbone)
                .distinct()
                .toList();
        return backbones.isEmpty() ? "no experiment of this record ends with it" : String.join(", ", backbones);
    }

    static List<Term> of(Schedule schedule) {
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of("Layers trained", layers(schedule.trainLast())));
        if (schedule.startFrom() != null) {
            terms.add(Term.of("Starts from", schedule.startFrom()));
        }
        terms.add(Term.of("Epochs at most", Format.count(schedule.epochs())));
        terms.add(Term.of("Batch", Format.counted(schedule.batch(), "image", "images")));
        terms.add(Term.of("Optimiser", optimizer(schedule)));
        terms.add(Term.of("Learning rate", Format.setting(schedule.learningRate()), policy(schedule)));
        terms.add(Term.of("Label smoothing", Format.setting(schedule.labelSmoothing())));
        terms.add(Term.of("Dropout before the head", Format.setting(schedule.dropout())));
        terms.add(Term.of("Gradients", clipping(schedule.clipNorm())));
        terms.add(Term.of("Weights kept", averaging(schedule.averaging())));
        terms.add(Term.of("Batch norm of trained layers", batchNorm(schedule)));
        terms.add(Term.of("Class weights", words(schedule.classWeights())));
        terms.add(Term.of("Early stopping", earlyStopping(schedule.earlyStopping())));
        terms.add(Term.of("Rate reduced on plateau", plateau(schedule.reduceOnPlateau())));
        terms.add(Term.of(
                "Augmentation",
                words(schedule.augmentation().preset()),
                schedule.augmentation().views() > 0
                        ? Format.counted(schedule.augmentation().views(), "view", "views")
                                + " of each image where features are cached"
                        : ""));
        return terms;
    }

    private static String layers(int last) {
        return switch (last) {
            case 0 -> "the head only";
            case Schedule.ALL -> "all";
            default -> "the head and the backbone’s last " + last;
        };
    }

    private static String optimizer(Schedule schedule) {
        return switch (schedule.optimizer()) {
            case SGD -> "SGD, momentum " + Format.setting(schedule.momentum());
            case ADAM -> "Adam";
            case ADAMW -> "AdamW, weight decay " + Format.setting(schedule.weightDecay());
        };
    }

    private static String policy(Schedule schedule) {
        String warmUp =
                schedule.warmUp() == 0 ? "" : ", after climbing for " + Format.setting(schedule.warmUp()) + " epochs";
        return words(schedule.policy()) + warmUp;
    }

    private static String clipping(double limit) {
        return limit == 0 ? "as they are" : "shortened to length " + Format.setting(limit);
    }

    private static String averaging(double kept) {
        return kept == 0
                ? "those of the kept epoch"
                : "moving average over the steps, of which each keeps " + Format.setting(kept);
    }

    private static String batchNorm(Schedule schedule) {
        return switch (schedule.batchNorm()) {
            case BATCH -> "statistics of the batch, momentum " + Format.setting(schedule.batchNormMomentum());
            case MOVING -> "moving statistics, which stay";
        };
    }

    private static String earlyStopping(Schedule.EarlyStopping stopping) {
        return stopping == null
                ? "none"
                : "after " + Format.counted(stopping.patience(), "epoch", "epochs") + " without a better "
                        + switch (stopping.monitor()) {
                            case VAL_LOSS -> "validation loss";
                            case VAL_ACCURACY -> "validation accuracy";
                        };
    }

    private static String plateau(Schedule.ReduceOnPlateau plateau) {
        return plateau == null
                ? "no"
                : "× " + Format.setting(plateau.factor()) + " after "
                        + Format.counted(plateau.patience(), "epoch", "epochs")
                        + " without a better validation loss";
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
