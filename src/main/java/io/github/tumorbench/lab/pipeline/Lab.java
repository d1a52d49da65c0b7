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
import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.study.EnsembleSpec;
import io.github.tumorbench.study.ExperimentSpec;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.Precision;
import io.github.tumorbench.study.Protocol;
import io.github.tumorbench.study.StudyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;

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
        run(file, Chosen.all(file.study()), record);
    }

    /**
     * Runs some experiments of the study and writes a record that lacks the others, to be put together by
     * {@link PartialRecords}.
     *
     * @param record an empty folder
     * @throws InputException for whatever the user can mend
     */
    public void run(StudyFile file, Chosen chosen, Path record) {
        Instant started = clock.instant();
        onBench(file, chosen, bench -> new StudyRun(bench, build, clock, started, chosen).write(record));
    }

    /**
     * Trains every experiment of the study under every protocol, as {@link #run} does, and asks the networks about the
     * validation images only: what recipes are chosen by, before any test image is looked at.
     *
     * @param told is told each experiment as soon as it is trained, with the class names in label order
     * @throws InputException for whatever the user can mend
     */
    public void tune(StudyFile file, BiConsumer<Tuned, List<String>> told) {
        onBench(file, Chosen.all(file.study()), bench -> {
            List<String> classes = bench.dataset().classes();
            for (Protocol protocol : file.study().protocols()) {
                Bench divided = bench.under(protocol);
                Map<String, Tuned> named = new HashMap<>();
                for (ExperimentSpec spec : file.study().experimentsUnder(protocol)) {
                    Tuned tuned = new ExperimentRun(divided, spec, protocol).tune();
                    named.put(spec.name(), tuned);
                    told.accept(tuned, classes);
                }
                for (EnsembleSpec ensemble : file.study().ensemblesUnder(protocol)) {
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

    private void onBench(StudyFile file, Chosen chosen, Work work) {
        refuseWhatCannotRun(file, chosen);
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
    private static void refuseWhatCannotRun(StudyFile file, Chosen chosen) {
        List<String> problems = new ArrayList<>();
        for (ExperimentSpec spec : file.study().experiments()) {
            if (!chosen.has(spec, file.study())) {
                continue;
            }
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
}
