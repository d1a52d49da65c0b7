package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.record.Execution;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tables of the methods page. */
final class MethodsTables {
    private MethodsTables() {}

    static Table experiments(Report report) {
        return new Table(
                "The experiments",
                Table.columns(
                        "Experiment",
                        "#Input",
                        "Weights",
                        "Feature layer",
                        "#Feature length",
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
        cells.add(Cell.experiment(one));
        boolean ensemble = facts.ensemble();
        cells.add(Cell.number(ensemble ? Format.UNDEFINED : facts.input() + " × " + facts.input()));
        cells.add(weights(facts.pretrained()));
        cells.add(Cell.code(facts.features()));
        cells.add(Cell.number(ensemble ? Format.UNDEFINED : Format.count(facts.embedding())));
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

    /** Each kind of stage, all experiments together. */
    static Table stageTimes(Execution execution) {
        Map<String, List<Execution.Stage>> byName = execution.stages().stream()
                .collect(Collectors.groupingBy(Execution.Stage::name, LinkedHashMap::new, Collectors.toList()));
        List<List<Cell>> rows = new ArrayList<>();
        byName.forEach((name, stages) -> rows.add(List.of(
                Cell.head(name),
                Cell.number(Format.count(
                        stages.stream().filter(stage -> !stage.cached()).count())),
                Cell.number(Format.count(
                        stages.stream().filter(Execution.Stage::cached).count())),
                Cell.number(Format.duration(
                        stages.stream().mapToDouble(Execution.Stage::seconds).sum())))));
        return new Table(
                "Time of the stages in this run, all experiments together",
                Table.columns("Stage", "#Computed", "#From the cache", "#Time"),
                rows);
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

    /** Each experiment in one row, a column for each number of images per call. */
    static Table latencies(Report report) {
        List<Execution.Latency> measured = report.record().execution().latencies();
        List<Integer> batches = measured.stream()
                .map(Execution.Latency::batch)
                .distinct()
                .sorted()
                .toList();
        List<Table.Column> columns = new ArrayList<>(Table.columns("Experiment"));
        batches.forEach(batch -> columns.add(new Table.Column(
                "Time per image, " + (batch == 1 ? "one by one" : Format.count(batch) + " at once"), "number")));
        List<List<Cell>> rows = new ArrayList<>();
        measured.stream().map(Execution.Latency::experiment).distinct().forEach(id -> {
            List<Cell> row = new ArrayList<>(List.of(head(report, id)));
            for (Integer batch : batches) {
                row.add(measured.stream()
                        .filter(one -> one.experiment().equals(id) && one.batch() == batch)
                        .findFirst()
                        .map(one -> Cell.number(
                                Format.milliseconds(one.medianMilliseconds() / one.batch()),
                                Format.decimal(one.imagesPerSecond(), 1) + " images/s"))
                        .orElse(Cell.number(Format.UNDEFINED)));
            }
            rows.add(row);
        });
        return new Table("Time of a prediction, median of repeated calls", columns, rows);
    }

    private static Cell head(Report report, String experiment) {
        return report.analysis().experiments().stream()
                .filter(one -> one.id().equals(experiment))
                .findFirst()
                .map(Cell::experiment)
                .orElse(Cell.head(experiment));
    }
}
