package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.cache.RowFile;
import io.github.tumorbench.lab.cache.Rows;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.lab.dataset.ImageStore;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.dataset.Split;
import io.github.tumorbench.lab.engine.Batch;
import io.github.tumorbench.lab.engine.FeatureExtractor;
import io.github.tumorbench.lab.engine.FeatureExtractor.Output;
import io.github.tumorbench.lab.training.Augmenter;
import io.github.tumorbench.lab.training.ImageData;
import io.github.tumorbench.study.AugmentationPreset;
import io.github.tumorbench.study.Precision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a frozen backbone, or the frozen part of one, makes of the images: pooled features or the activations at a cut. Of every
 * image as it is, once whatever the schedules, and of each augmented view of the training images. Tables in the cache, named by
 * the images, the tensors and the layers, so that nothing else recomputes them.
 */
final class FeatureStage {
    private static final String VERSION = "features 3";
    private static final String FILE = "rows.bin";
    private static final int BATCH = 32;

    private final Bench bench;
    private final String experiment;
    private final Backbone backbone;
    private final Precision precision;
    private final Lazy<Map<String, float[]>> tensors;
    private final Output output;
    private final ImageStore store;
    private final Lazy<String> lazyKey;
    private Rows plain;

    /**
     * @param backbone up to the layer that is read
     * @param tensors of the backbone, more do not matter
     */
    FeatureStage(
            Bench bench,
            String experiment,
            Backbone backbone,
            Precision precision,
            Lazy<Map<String, float[]>> tensors,
            Output output) {
        this.bench = bench;
        this.experiment = experiment;
        this.backbone = backbone;
        this.precision = precision;
        this.tensors = tensors;
        this.output = output;
        this.store = bench.store(backbone.input());
        this.lazyKey = new Lazy<>(this::makeKey);
    }

    private String makeKey() {
        return String.join(
                "\n",
                VERSION,
                "%s of %s at %s up to %s, %s"
                        .formatted(output, backbone.name(), backbone.input(), backbone.featureLayer(), precision),
                "tensors " + TensorDigest.of(backbone, tensors.get()),
                bench.imagesKey(backbone.input()),
                bench.environmentKey());
    }

    /** Names the tables: what the images are, and what sees them. */
    String key() {
        return lazyKey.get();
    }

    /** Of every sample of the dataset, in its order. */
    Rows plain() {
        if (plain == null) {
            plain = stage(name(), key(), bench.dataset().samples(), AugmentationPreset.NONE, 0);
        }
        return plain;
    }

    /** Of these samples as they are. */
    Rows of(List<Sample> samples) {
        return plain().select(samples.stream().mapToInt(Sample::index).toArray());
    }

    /**
     * Of the training images as they are, then of each view.
     *
     * @param training those of the split's training images that are wanted
     */
    List<Rows> training(List<Sample> training, AugmentationPreset preset, int views) {
        Map<Sample, Integer> places = new HashMap<>();
        bench.dataset().samples(Split.TRAINING).forEach(sample -> places.put(sample, places.size()));
        int[] wanted = training.stream().mapToInt(places::get).toArray();
        List<Rows> rounds = new ArrayList<>();
        rounds.add(of(training));
        for (int view = 1; view <= views; view++) {
            rounds.add(view(preset, view).select(wanted));
        }
        return rounds;
    }

    /** Of the split's training images, changed. */
    private Rows view(AugmentationPreset preset, int view) {
        String viewKey = String.join(
                "\n",
                key(),
                "view " + view + " of preset " + preset + ", " + preset.strength() + ", seed "
                        + bench.seeds().of("augmentation"),
                "split " + bench.dataset().trainingDigest());
        return stage(name() + "-views", viewKey, bench.dataset().samples(Split.TRAINING), preset, view);
    }

    private String name() {
        return output == Output.POOLED ? "features" : "activations";
    }

    private Rows stage(String stage, String stageKey, List<Sample> samples, AugmentationPreset preset, int view) {
        StageCache.Entry entry = bench.log().run(stage, experiment, stageKey, folder -> {
            try (RowFile.Writer out = new RowFile.Writer(folder.resolve(FILE), width())) {
                extract(samples, preset, view, out);
            }
        });
        return bench.keepOpen(RowFile.open(Bench.file(entry, FILE)));
    }

    private int width() {
        return output == Output.POOLED
                ? backbone.channels()
                : Math.toIntExact(backbone.featureShape().size());
    }

    private void extract(List<Sample> samples, AugmentationPreset preset, int view, RowFile.Writer out)
            throws IOException {
        String title = experiment + ": " + name() + (view == 0 ? "" : ", view " + view);
        Augmenter augmenter = new Augmenter(preset, bench.seeds().of("augmentation"), backbone.input());
        try (FeatureExtractor extractor =
                        new FeatureExtractor(bench.runtime(), precision, backbone, tensors.get(), preset, output);
                Progress.Task task = bench.progress().start(title, samples.size())) {
            for (int first = 0; first < samples.size(); first += BATCH) {
                List<Sample> batch = samples.subList(first, Math.min(samples.size(), first + BATCH));
                int[] images = batch.stream().mapToInt(Sample::index).toArray();
                out.append(extractor.features(new Batch(
                        batch.size(),
                        ImageData.pixels(store, batch),
                        null,
                        null,
                        null,
                        augmenter.changes(images, view))));
                task.step(batch.size());
            }
        }
    }
}
