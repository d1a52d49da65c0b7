package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.lab.evaluation.Ensemble;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.EnsembleSpec;
import io.github.tumorbench.study.Precision;
import io.github.tumorbench.study.Protocol;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** An ensemble under one protocol: arithmetic on its members' rows, no further look at an image. */
final class EnsembleRun {
    private static final String SCHEDULE = "mean of probabilities";

    private final EnsembleSpec spec;
    private final Protocol protocol;
    private final List<ExperimentRecord> members;
    private final List<String> classes;

    /** @param members in the order of the specification */
    EnsembleRun(EnsembleSpec spec, Protocol protocol, List<ExperimentRecord> members, List<String> classes) {
        this.spec = spec;
        this.protocol = protocol;
        this.members = members;
        this.classes = classes;
    }

    ExperimentRecord run() {
        return new ExperimentRecord(
                describe(),
                List.of(),
                together(ExperimentRecord::predictions),
                together(ExperimentRecord::validation),
                List.of(),
                List.of());
    }

    private List<Prediction> together(Function<ExperimentRecord, List<Prediction>> rows) {
        return Ensemble.of(members.stream().map(rows).toList(), classes);
    }

    private Experiment describe() {
        List<Experiment> parts =
                members.stream().map(ExperimentRecord::experiment).toList();
        Experiment first = parts.get(0);
        String digests = parts.stream().map(Experiment::savedModelDigest).collect(Collectors.joining("\n"));
        boolean rounded = parts.stream().anyMatch(part -> part.precision().equals(word(Precision.BF16)));
        return new Experiment(
                StudyRecord.SCHEMA_VERSION,
                spec.idUnder(protocol),
                Experiment.ENSEMBLE,
                parts.stream().map(Experiment::id).toList(),
                SCHEDULE,
                protocol.id(),
                (int) parts.stream().mapToLong(Experiment::input).max().orElseThrow(),
                word(rounded ? Precision.BF16 : Precision.FP32),
                first.trainingShare(),
                first.testViews(),
                "",
                0,
                sum(parts, Experiment::parameters),
                sum(parts, Experiment::trainableParameters),
                sum(parts, Experiment::flops),
                new Experiment.Pretrained("members", null, null, 0, 0, List.of()),
                SCHEDULE,
                0,
                0,
                first.trainImages(),
                first.trainViews(),
                first.validationImages(),
                first.testImages(),
                Digests.sha256(digests));
    }

    private static String word(Precision precision) {
        return precision.name().toLowerCase(Locale.ROOT);
    }

    private static long sum(List<Experiment> parts, ToLongFunction<Experiment> number) {
        return parts.stream().mapToLong(number).sum();
    }
}
