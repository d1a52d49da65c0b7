package io.github.tumorbench.lab.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.lab.dataset.ImageStore;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.engine.Classifier;
import io.github.tumorbench.lab.evaluation.Latencies;
import io.github.tumorbench.record.Execution;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * How long a network takes for a prediction. It depends on the network's shape and the machine and on no weight, so it is
 * measured once for all experiments that differ in nothing else.
 */
final class LatencyStage {
    private static final String VERSION = "latencies 1";

    private final Bench bench;
    private final String experiment;

    LatencyStage(Bench bench, String experiment) {
        this.bench = bench;
        this.experiment = experiment;
    }

    /**
     * @param shape names the network without its weights
     * @param classifier opened if there is anything to measure, and closed
     */
    List<Execution.Latency> of(String shape, Supplier<Classifier> classifier, ImageStore store, List<Sample> samples)
            throws IOException {
        Execution.Host host = Machine.host();
        String key = String.join(
                "\n",
                VERSION,
                shape,
                "%s classes, %s images at hand"
                        .formatted(bench.dataset().classes().size(), Math.min(samples.size(), Latencies.LARGEST)),
                "%s, %s processors".formatted(host.cpu(), host.processors()),
                bench.environmentKey());
        StageCache.Entry entry = bench.log().run("latencies", experiment, key, folder -> {
            try (Classifier opened = classifier.get()) {
                StageFile.write(
                        folder.resolve("latencies.json"), Latencies.measure(opened, store, samples, experiment));
            }
        });
        List<Execution.Latency> measured =
                StageFile.read(Bench.file(entry, "latencies.json"), new TypeReference<>() {});
        return measured.stream()
                .map(one ->
                        new Execution.Latency(experiment, one.batch(), one.medianMilliseconds(), one.imagesPerSecond()))
                .toList();
    }
}
