package io.github.tumorbench.bench;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.Backbones;
import io.github.tumorbench.lab.cache.RowFile;
import io.github.tumorbench.lab.cache.Rows;
import io.github.tumorbench.lab.engine.Batch;
import io.github.tumorbench.lab.engine.FeatureExtractor;
import io.github.tumorbench.lab.engine.TensorFlowRuntime;
import io.github.tumorbench.lab.engine.TrainingGraph;
import io.github.tumorbench.lab.training.FeatureData;
import io.github.tumorbench.study.AugmentationPreset;
import io.github.tumorbench.study.Precision;
import io.github.tumorbench.study.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Fine-tuning of MobileNetV2's last 10 layers as {@code lab.pipeline} does it: activations at the narrowest cut in a file,
 * epochs from there. A round measures both the filling, on a few batches, and one whole epoch.
 */
final class CachedFinetuning {
    private static final String BACKBONE = "MobileNetV2";
    private static final int LAST = 10;
    private static final double RATE = 5e-6;

    private final TensorFlowRuntime runtime;
    private final double seconds;
    private final int images;
    private final Backbone backbone = Backbones.named(BACKBONE, Settings.INPUT);
    private final Map<String, float[]> weights = CommonInput.weights(backbone);
    private final Set<String> trained = backbone.lastLayers(LAST);
    private final String cut = backbone.cutBefore(trained).orElseThrow();

    /** @param images of an epoch */
    CachedFinetuning(TensorFlowRuntime runtime, double seconds, int images) {
        this.runtime = runtime;
        this.seconds = seconds;
        this.images = images;
    }

    void serve() throws IOException {
        Path folder = Files.createTempDirectory("bench-activations-");
        Path file = folder.resolve("rows.bin");
        Schedule schedule = Studies.schedule("trainLast: 10, optimizer: adam");
        try (FeatureExtractor extractor = new FeatureExtractor(
                        runtime,
                        Precision.FP32,
                        backbone.upTo(cut),
                        weights,
                        AugmentationPreset.NONE,
                        FeatureExtractor.Output.ACTIVATIONS);
                TrainingGraph graph = TrainingGraph.ofNetwork(
                        runtime,
                        Precision.FP32,
                        schedule,
                        backbone.after(cut),
                        CommonInput.CLASSES,
                        trained,
                        weights)) {
            fill(extractor, file);
            try (RowFile rows = RowFile.open(file)) {
                FeatureData data = new FeatureData(
                        List.of(rows), CommonInput.labels(images), rows, CommonInput.ones(CommonInput.CLASSES));
                epoch(graph, data);
                Protocol.serve(cut, () -> {
                    double epoch = epoch(graph, data);
                    return Protocol.answer("epoch_seconds", epoch) + " "
                            + Protocol.answer("fill_seconds", filling(extractor, folder.resolve("some.bin")));
                });
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    /** The whole table; every row is the same batch's, which epochs do not notice. */
    private void fill(FeatureExtractor extractor, Path file) throws IOException {
        float[] activations = extractor.features(batch());
        int width = activations.length / Settings.BATCH;
        Rows one = Rows.of(activations, width);
        try (RowFile.Writer out = new RowFile.Writer(file, width)) {
            for (int row = 0; row < images; row++) {
                out.append(one.row(row % Settings.BATCH));
            }
        }
    }

    /** Seconds for the whole table, from as many batches as a round lasts. */
    private double filling(FeatureExtractor extractor, Path file) throws IOException {
        Batch batch = batch();
        int width = Math.toIntExact(backbone.upTo(cut).featureShape().size());
        try (RowFile.Writer out = new RowFile.Writer(file, width)) {
            double perBatch = Protocol.secondsPerStep(seconds, () -> append(out, extractor.features(batch)));
            return perBatch * images / Settings.BATCH;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void append(RowFile.Writer out, float[] rows) {
        try {
            out.append(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Batch batch() {
        return new Batch(Settings.BATCH, CommonInput.images(Settings.BATCH), null, null, null, null);
    }

    private double epoch(TrainingGraph graph, FeatureData data) {
        long start = System.nanoTime();
        for (int first = 0; first < images; first += Settings.BATCH) {
            int[] rows = IntStream.range(first, Math.min(images, first + Settings.BATCH))
                    .toArray();
            graph.step(data.training(rows, 1), RATE, first);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
