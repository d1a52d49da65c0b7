package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.Backbones;
import io.github.tumorbench.lab.backbone.WeightsLocator;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.lab.dataset.Dataset;
import io.github.tumorbench.lab.dataset.ImageSource;
import io.github.tumorbench.lab.dataset.Sources;
import io.github.tumorbench.lab.engine.TensorFlowRuntime;
import io.github.tumorbench.lab.evaluation.Ensemble;
import io.github.tumorbench.record.AugmentationPictures;
import io.github.tumorbench.record.Execution;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.record.RecordWriter;
import io.github.tumorbench.record.Run;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.EnsembleSpec;
import io.github.tumorbench.study.ExperimentSpec;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.Precision;
import io.github.tumorbench.study.Protocol;
import io.github.tumorbench.study.Study;
import io.github.tumorbench.study.StudyFile;
import io.github.tumorbench.study.StudyJson;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Turns a study file into a record. */
public final class Lab {
    private final LabSettings settings;
    private final BuildInfo build;
    private final Clock clock;
    private final Progress progress;

    public Lab(LabSettings settings, BuildInfo build, Clock clock, Progress progress) {
        this.settings = settings;
        this.build = build;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Runs every experiment of the study under every protocol and writes the record.
     *
     * @param record an empty folder
     * @throws InputException for whatever the user can mend
     */
    public void run(StudyFile file, Path record) {
        Instant started = clock.instant();
        onBench(file, bench -> write(bench, started, record));
    }

    /**
     * Trains every experiment of the study under every protocol, as {@link #run} does, and asks the networks about the
     * validation images only: what recipes are chosen by, before any test image is looked at.
     *
     * @param told is told each experiment as soon as it is trained, with the class names in label order
     * @throws InputException for whatever the user can mend
     */
    public void tune(StudyFile file, BiConsumer<Tuned, List<String>> told) {
        onBench(file, bench -> {
            List<String> classes = bench.dataset().classes();
            for (Protocol protocol : file.study().protocols()) {
                Bench divided = bench.under(protocol);
                Map<String, Tuned> named = new HashMap<>();
                for (ExperimentSpec spec : file.study().experiments()) {
                    Tuned tuned = new ExperimentRun(divided, spec, protocol).tune();
                    named.put(spec.name(), tuned);
                    told.accept(tuned, classes);
                }
                for (EnsembleSpec ensemble : file.study().ensembles()) {
                    List<List<Prediction>> members = ensemble.members().stream()
                            .map(name -> named.get(name).validation())
                            .toList();
                    told.accept(new Tuned(ensemble.idUnder(protocol), 0, 0, Ensemble.of(members, classes)), classes);
                }
            }
        });
    }

    /** Work that needs the data and TensorFlow. */
    private interface Work {
        void on(Bench bench) throws IOException;
    }

    private void onBench(StudyFile file, Work work) {
        refuseWhatCannotRun(file);
        StageLog log = new StageLog(new StageCache(settings.cache()), progress);
        long reading = System.nanoTime();
        CompletableFuture<TensorFlowRuntime> loading =
                CompletableFuture.supplyAsync(() -> TensorFlowRuntime.start(settings.cache(), settings.threads()));
        try (ImageSource source = Sources.open(file, settings.data())) {
            Dataset dataset = Dataset.load(source, file, log.cache(), progress);
            log.add("dataset", (System.nanoTime() - reading) / 1e9);
            WeightsLocator locator = new WeightsLocator(
                    settings.weights(), file.folder(), settings.cache().resolve("weights"), false);
            try (Bench bench = new Bench(file.study(), dataset, loaded(loading), locator, log, progress)) {
                work.on(bench);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            // A process that ends while a library is being loaded may crash.
            loading.handle((runtime, problem) -> runtime).join();
        }
    }

    /** TensorFlow, which is loaded while the images are read. */
    private static TensorFlowRuntime loaded(CompletableFuture<TensorFlowRuntime> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof InputException problem) {
                throw problem;
            }
            throw e;
        }
    }

    /** Before anything is read or computed. */
    private static void refuseWhatCannotRun(StudyFile file) {
        List<String> problems = new ArrayList<>();
        for (ExperimentSpec spec : file.study().experiments()) {
            if (spec.precision() == Precision.BF16 && !Machine.computesBf16()) {
                problems.add(file.name() + ": experiments: " + spec.name()
                        + ": precision: expected fp32 on this processor, which does not compute with bf16, found bf16");
            }
            try {
                Backbone backbone = Backbones.named(spec.backbone(), spec.input());
                if (spec.features() != null) {
                    backbone.upTo(spec.features());
                }
            } catch (InputException e) {
                e.problems().forEach(problem -> problems.add(file.name() + ": experiments: " + problem));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private void write(Bench bench, Instant started, Path folder) throws IOException {
        Study study = bench.study();
        String studyDigest = StudyJson.digest(study);
        String today = LocalDate.ofInstant(started, ZoneOffset.UTC).toString();
        LedgerBook ledger = new LedgerBook(
                bench.log().cache(),
                today,
                study.study(),
                studyDigest,
                bench.dataset().digest());
        List<ExperimentRecord> experiments = new ArrayList<>();
        List<Execution.Latency> latencies = new ArrayList<>();
        for (Protocol protocol : study.protocols()) {
            Bench divided = bench.under(protocol);
            Map<String, ExperimentRecord> named = new HashMap<>();
            for (ExperimentSpec spec : study.experiments()) {
                ExperimentRun.Outcome outcome = new ExperimentRun(divided, spec, protocol).run(ledger);
                experiments.add(outcome.record());
                named.put(spec.name(), outcome.record());
                latencies.addAll(outcome.latencies());
                String id = outcome.record().experiment().id();
                copyPictures(
                        outcome.pictures(),
                        folder.resolve("experiments").resolve(id).resolve("pictures"));
            }
            for (EnsembleSpec ensemble : study.ensembles()) {
                List<ExperimentRecord> members =
                        ensemble.members().stream().map(named::get).toList();
                experiments.add(new EnsembleRun(
                                ensemble, protocol, members, bench.dataset().classes())
                        .run());
            }
        }
        copyPictures(PresetPictures.draw(bench), folder.resolve(AugmentationPictures.FOLDER));
        Run run = new Run(
                StudyRecord.SCHEMA_VERSION,
                study,
                studyDigest,
                bench.dataset().classes(),
                provenance(bench, experiments),
                experiments.stream().map(e -> e.experiment().id()).toList(),
                ledger.entries());
        Execution execution = new Execution(
                StudyRecord.SCHEMA_VERSION,
                started.truncatedTo(ChronoUnit.SECONDS).toString(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.host(),
                Machine.peakResidentBytes(),
                bench.log().stages(),
                latencies);
        RecordWriter.write(
                new StudyRecord(
                        folder,
                        run,
                        execution,
                        bench.dataset().manifest(),
                        bench.dataset().audit(),
                        experiments),
                folder);
    }

    private Run.Provenance provenance(Bench bench, List<ExperimentRecord> experiments) {
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
