package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.record.Execution;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Tables of the methods page. */
final class MethodsTables {
    private MethodsTables() {}

    static Table experiments(Report report) {
        return new Table(
                "The experiments",
                Table.columns(
                        "Experiment",
                        "Backbone",
                        "#Input",
                        "Weights",
                        "Feature layer",
                        "#Feature length",
                        "Schedule",
                        "#Parameters",
                        "#Trained",
                        "#FLOPs"),
                report.analysis().experiments().stream()
                        .map(one -> experiment(report, one))
                        .toList());
    }

    private static List<Cell> experiment(Report report, ExperimentAnalysis one) {
        Experiment facts = report.recordOf(one).experiment();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.head(one.id(), Report.fileOf(one.id())));
        cells.add(Cell.text(facts.backbone()));
        cells.add(Cell.number(facts.input() + " × " + facts.input()));
        cells.add(weights(facts.pretrained()));
        cells.add(Cell.code(facts.features()));
        cells.add(Cell.number(Format.count(facts.embedding())));
        cells.add(Cell.text(facts.schedule()));
        cells.add(Cell.number(Format.count(facts.parameters())));
        cells.add(Cell.number(Format.count(facts.trainableParameters())));
        cells.add(Cell.number(Format.large(facts.flops())));
        return cells;
    }

    private static Cell weights(Experiment.Pretrained pretrained) {
        String note = pretrained.file() == null ? "" : pretrained.file();
        return new Cell(pretrained.source(), note, null, "text");
    }

    static Table weights(Run.Provenance from) {
        return named("Files of weights and their SHA-256", "File", "SHA-256", from.weights(), Cell::code);
    }

    static Table libraries(Run.Provenance from) {
        return named("Libraries and their versions", "Library", "Version", from.libraries(), Cell::text);
    }

    static Table seeds(Run.Provenance from) {
        Function<Long, Cell> cell = seed -> Cell.number(Long.toString(seed).replace('-', '−'));
        return named("Seeds of the random draws, derived from the study’s", "Draw", "#Seed", from.seeds(), cell);
    }

    private static <V> Table named(
            String caption, String name, String value, Map<String, V> values, Function<V, Cell> cell) {
        return new Table(
                caption,
                Table.columns(name, value),
                values.entrySet().stream()
                        .map(entry -> List.of(Cell.head(entry.getKey()), cell.apply(entry.getValue())))
                        .toList());
    }

    static Table ledger(Run run) {
        return new Table(
                "Every evaluation on these test images that the cache knows of",
                Table.columns("Day (UTC)", "Study", "SHA-256 of the study", "Experiment", "#Test images"),
                run.ledger().stream()
                        .map(look -> List.of(
                                Cell.head(look.date()),
                                Cell.text(look.study()),
                                Cell.code(Format.shortHash(look.studyDigest())),
                                Cell.text(look.experiment()),
                                Cell.number(Format.count(look.images()))))
                        .toList());
    }

    static Table stages(Execution execution) {
        return new Table(
                "Time of each stage",
                Table.columns("Stage", "Experiment", "#Time", "Result"),
                execution.stages().stream()
                        .map(stage -> List.of(
                                Cell.head(stage.name()),
                                Cell.text(stage.experiment() == null ? "all" : stage.experiment()),
                                Cell.number(Format.duration(stage.seconds())),
                                Cell.text(stage.cached() ? "from the cache" : "computed")))
                        .toList());
    }

    static Table latencies(Execution execution) {
        return new Table(
                "Time of a prediction, median of repeated calls",
                Table.columns(
                        "Experiment", "#Images per call", "#Time per call", "#Time per image", "#Images per second"),
                execution.latencies().stream()
                        .map(one -> List.of(
                                Cell.head(one.experiment()),
                                Cell.number(Format.count(one.batch())),
                                Cell.number(Format.milliseconds(one.medianMilliseconds())),
                                Cell.number(Format.milliseconds(one.medianMilliseconds() / one.batch())),
                                Cell.number(Format.decimal(one.imagesPerSecond(), 1))))
                        .toList());
    }
}
