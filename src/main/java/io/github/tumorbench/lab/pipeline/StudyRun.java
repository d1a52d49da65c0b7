package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.record.AugmentationPictures;
import io.github.tumorbench.record.Execution;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.RecordWriter;
import io.github.tumorbench.record.Run;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.EnsembleSpec;
import io.github.tumorbench.study.ExperimentSpec;
import io.github.tumorbench.study.Protocol;
import io.github.tumorbench.study.Study;
import io.github.tumorbench.study.StudyJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Experiments of a study under its protocols, and the ensembles whose members are all there, into a record. */
final class StudyRun {
    private final Bench bench;
    private final BuildInfo build;
    private final Clock clock;
    private final Instant started;
    private final Chosen chosen;
    private final List<ExperimentRecord> experiments = new ArrayList<>();
    private final List<Execution.Latency> latencies = new ArrayList<>();

    StudyRun(Bench bench, BuildInfo build, Clock clock, Instant started, Chosen chosen) {
        this.bench = bench;
        this.build = build;
        this.clock = clock;
        this.started = started;
        this.chosen = chosen;
    }

    /** @param folder an empty one */
    void write(Path folder) throws IOException {
        Study study = bench.study();
        String studyDigest = StudyJson.digest(study);
        LedgerBook ledger = new LedgerBook(
                bench.log().cache(),
                LocalDate.ofInstant(started, ZoneOffset.UTC).toString(),
                study.study(),
                studyDigest,
                bench.dataset().digest());
        for (Protocol protocol : study.protocols()) {
            compute(protocol, ledger, folder);
        }
        copyPictures(PresetPictures.draw(bench), folder.resolve(AugmentationPictures.FOLDER));
        Run run = new Run(
                StudyRecord.SCHEMA_VERSION,
                study,
                studyDigest,
                bench.dataset().classes(),
                provenance(),
                experiments.stream().map(e -> e.experiment().id()).toList(),
                ledger.entries());
        RecordWriter.write(
                new StudyRecord(
                        folder,
                        run,
                        execution(),
                        bench.dataset().manifest(),
                        bench.dataset().audit(),
                        experiments),
                folder);
    }

    private void compute(Protocol protocol, LedgerBook ledger, Path folder) throws IOException {
        if (bench.study().experimentsUnder(protocol).stream().noneMatch(spec -> chosen.has(spec, protocol))) {
            return;
        }
        Bench divided = bench.under(protocol);
        Map<String, ExperimentRecord> named = new HashMap<>();
        List<ExperimentSpec> wanted = bench.study().experimentsUnder(protocol).stream()
                .filter(spec -> chosen.has(spec, protocol))
                .toList();
        for (ExperimentSpec spec : wanted) {
            ExperimentRun.Outcome outcome = new ExperimentRun(divided, spec, protocol).run(ledger);
            experiments.add(outcome.record());
            named.put(spec.name(), outcome.record());
            latencies.addAll(outcome.latencies());
            String id = outcome.record().experiment().id();
            copyPictures(
                    outcome.pictures(),
                    folder.resolve("experiments").resolve(id).resolve("pictures"));
        }
        for (EnsembleSpec ensemble : bench.study().ensemblesUnder(protocol)) {
            if (named.keySet().containsAll(ensemble.members())) {
                List<ExperimentRecord> members =
                        ensemble.members().stream().map(named::get).toList();
                experiments.add(new EnsembleRun(
                                ensemble, protocol, members, bench.dataset().classes())
                        .run());
            }
        }
    }

    private Execution execution() {
        return new Execution(
                StudyRecord.SCHEMA_VERSION,
                started.truncatedTo(ChronoUnit.SECONDS).toString(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.host(),
                Machine.peakResidentBytes(),
                bench.log().stages(),
                latencies);
    }

    private Run.Provenance provenance() {
        Map<String, String> weights = new TreeMap<>();
        experiments.stream()
                .map(e -> e.experiment().pretrained())
                .filter(p -> p.file() != null)
                .forEach(p -> weights.put(p.file(), p.sha256()));
        Map<String, String> libraries = new TreeMap<>(build.libraries());
        libraries.put("tensorflow", bench.runtime().circumstances());
        Map<String, Long> seeds = new TreeMap<>(bench.seeds().all());
        seeds.put("study", bench.study().seed());
        return new Run.Provenance(
                build.version(),
                build.commit(),
                build.dirty(),
                bench.dataset().name(),
                bench.dataset().digest(),
                weights,
                libraries,
                seeds);
    }

    private static void copyPictures(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        Files.createDirectories(to);
        try (Stream<Path> pictures = Files.list(from)) {
            for (Path picture : pictures.sorted().toList()) {
                Files.copy(picture, to.resolve(picture.getFileName().toString()));
            }
        }
    }
}
