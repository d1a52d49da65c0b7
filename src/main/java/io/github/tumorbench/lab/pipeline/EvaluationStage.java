package io.github.tumorbench.lab.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.tumorbench.lab.cache.RowFile;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.lab.dataset.ImageStore;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.dataset.Split;
import io.github.tumorbench.lab.engine.Classifier;
import io.github.tumorbench.lab.evaluation.Evaluator;
import io.github.tumorbench.lab.evaluation.Views;
import io.github.tumorbench.record.Execution;
import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is asked of a trained network, through DJL on the exported model: raw predictions of validation and test images.
 */
final class EvaluationStage {
    private static final String VERSION = "evaluation 3";
    private static final String EMBEDDINGS = "embeddings.bin";

    private final Bench bench;
    private final Network network;
    private final Schedule.Augmentation views;
    private final String experiment;
    private final ExportedModel model;
    private final List<Sample> test;
    private final ImageStore store;

    /** @param views looks at each image beside the plain one */
    EvaluationStage(Bench bench, Network network, Schedule.Augmentation views, String experiment, ExportedModel model) {
        this.bench = bench;
        this.network = network;
        this.views = views;
        this.experiment = experiment;
        this.model = model;
        this.test = bench.dataset().samples(Split.TESTING);
        this.store = bench.store(network.backbone().input());
    }

    /**
     * What was found on the test images.
     *
     * @param embeddings table with the features of each, by its path and its digest
     */
    record Result(List<Prediction> predictions, Path embeddings, String embeddingsDigest) {}

    private record Written(List<Prediction> predictions, String embeddingsDigest) {}

    private String key() {
        return String.join(
                "\n",
                VERSION,
                "model " + model.predictionDigest(),
                bench.imagesKey(network.backbone().input()),
                "split " + bench.dataset().digest(),
                bench.environmentKey());
    }

    private String keyOfLooks() {
        return key()
                + "\nviews %s, %s, seed %s"
                        .formatted(
                                views, views.preset().strength(), bench.seeds().of("augmentation"));
    }

    /**
     * Predictions of the validation images; no test image is looked at.
     *
     * @param features of every sample where the head alone may be asked, so that each image passes it once; else null
     */
    List<Prediction> validate(FeatureStage features) throws IOException {
        List<Sample> validation = bench.dataset().samples(Split.VALIDATION);
        StageCache.Entry entry = bench.log().run("validation", experiment, keyOfLooks(), folder -> {
            try (Classifier classifier = model.classifier()) {
                StageFile.write(
                        folder.resolve("validation.json"),
                        ask(classifier, features, validation, "validation").predictions());
            }
        });
        return StageFile.read(Bench.file(entry, "validation.json"), new TypeReference<>() {});
    }

    /**
     * Predictions of the test images; the ledger keeps that they were looked at.
     *
     * @param features as in {@link #validate}
     */
    Result evaluate(FeatureStage features, LedgerBook ledger) throws IOException {
        StageCache.Entry entry = bench.log().run(LedgerBook.STAGE, experiment, keyOfLooks(), folder -> {
            StageFile.write(folder.resolve("evaluation.json"), compute(features, folder.resolve(EMBEDDINGS)));
            ledger.note(folder, experiment, test.size());
        });
        Written written = StageFile.read(Bench.file(entry, "evaluation.json"), new TypeReference<>() {});
        return new Result(written.predictions(), Bench.file(entry, EMBEDDINGS), written.embeddingsDigest());
    }

    private Written compute(FeatureStage features, Path embeddings) throws IOException {
        try (Classifier classifier = model.classifier()) {
            Evaluator.Evaluation tested = ask(classifier, features, test, "test");
            if (features != null) {
                new FeatureCheck(bench, network, features).check(classifier, experiment, store, test);
            }
            try (RowFile.Writer out =
                    new RowFile.Writer(embeddings, network.backbone().channels())) {
                for (float[] embedding : tested.embeddings()) {
                    out.append(embedding);
                }
            }
            return new Written(tested.predictions(), Digests.sha256(embeddings));
        }
    }

    /** Milliseconds of a prediction. */
    List<Execution.Latency> latencies() throws IOException {
        return new LatencyStage(bench, experiment).of(network.shape(), model::classifier, store, test);
    }

    private Evaluator.Evaluation ask(Classifier classifier, FeatureStage features, List<Sample> samples, String what) {
        Evaluator evaluator = new Evaluator(classifier, bench.dataset().classes());
        if (features != null) {
            return evaluator.evaluate(samples, features.of(samples));
        }
        try (Views looks =
                new Views(bench.runtime(), store, views, bench.seeds().of("augmentation"))) {
            return evaluator.evaluate(looks, samples, experiment + ": " + what, bench.progress());
        }
    }
}
