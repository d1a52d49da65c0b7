package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.lab.cache.TensorFile;
import io.github.tumorbench.lab.dataset.ImageStore;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.dataset.Split;
import io.github.tumorbench.lab.engine.Batch;
import io.github.tumorbench.lab.engine.FeatureExtractor;
import io.github.tumorbench.lab.training.Augmenter;
import io.github.tumorbench.lab.training.ImageData;
import io.github.tumorbench.study.AugmentationPreset;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Pooled features of a frozen backbone: of every image as it is, once whatever the schedules, and of each augmented view of
 * the training images.
 */
final class FeatureStage {
    private static final String VERSION = "features 1";
    private static final String VALUES = "features";
    private static final int BATCH = 32;

    private final Bench bench;
    private final Network network;
    private final String experiment;
    private final ImageStore store;
    private float[] plain;

    FeatureStage(Bench bench, Network network, String experiment) {
        this.bench = bench;
        this.network = network;
        this.experiment = experiment;
        this.store = bench.store(network.backbone().input());
    }

    /** Names the images' features. */
    String key() {
        return String.join(
                "\n", VERSION, network.key(), bench.imagesKey(network.backbone().input()), bench.environmentKey());
    }

    /** Of every sample of the dataset, in its order: samples · channels. */
    float[] plain() throws IOException {
        if (plain == null) {
            plain = stage("features", key(), bench.dataset().samples(), AugmentationPreset.NONE, 0);
        }
        return plain;
    }

    /** Of the training images, changed: training images · channels. */
    float[] view(AugmentationPreset preset, int view) throws IOException {
        long seed = bench.seeds().of("augmentation");
        String key = String.join(
                "\n",
                key(),
                "view " + view + " of preset " + preset + " " + preset.strength() + ", seed " + seed,
                "split " + bench.dataset().digest());
        return stage("feature-views", key, bench.dataset().samples(Split.TRAINING), preset, view);
    }

    private float[] stage(String stage, String key, List<Sample> samples, AugmentationPreset preset, int view)
            throws IOException {
        StageCache.Entry entry = bench.log().run(stage, experiment, key, folder -> {
            float[] values = extract(samples, preset, view);
            TensorFile.write(folder.resolve("features.bin"), Map.of(VALUES, values));
        });
        return TensorFile.read(Bench.file(entry, "features.bin")).get(VALUES);
    }

    private float[] extract(List<Sample> samples, AugmentationPreset preset, int view) {
        int channels = network.backbone().channels();
        float[] values = new float[Math.multiplyExact(samples.size(), channels)];
        String title = experiment + (view == 0 ? ": features" : ": view " + view);
        Augmenter augmenter = new Augmenter(
                preset, bench.seeds().of("augmentation"), network.backbone().input());
        try (FeatureExtractor extractor = new FeatureExtractor(
                        bench.runtime(), network.backbone(), network.weights().tensors(), preset);
                Progress.Task task = bench.progress().start(title, samples.size())) {
            for (int first = 0; first < samples.size(); first += BATCH) {
                List<Sample> batch = samples.subList(first, Math.min(samples.size(), first + BATCH));
                int[] images = batch.stream().mapToInt(Sample::index).toArray();
                Batch.Changes changes = view == 0 ? null : augmenter.changes(images, view);
                float[] features = extractor.features(
                        new Batch(batch.size(), ImageData.pixels(store, batch), null, null, null, changes));
                System.arraycopy(features, 0, values, first * channels, features.length);
                task.step(batch.size());
            }
        }
        return values;
    }

    /** Rows of {@link #plain()} for these samples. */
    float[][] rows(float[] plain, List<Sample> samples) {
        int channels = network.backbone().channels();
        return samples.stream()
                .map(s -> Arrays.copyOfRange(plain, s.index() * channels, (s.index() + 1) * channels))
                .toArray(float[][]::new);
    }
}
