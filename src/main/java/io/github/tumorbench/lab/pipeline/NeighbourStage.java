package io.github.tumorbench.lab.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.cache.RowFile;
import io.github.tumorbench.lab.cache.Rows;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.lab.dataset.ImageStore;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.engine.Classifier;
import io.github.tumorbench.lab.evaluation.Neighbours;
import io.github.tumorbench.lab.training.ImageData;
import io.github.tumorbench.record.Explanations.Neighbour;
import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.study.Digests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The training images nearest to each misclassified test image, by the features that the head sees. */
final class NeighbourStage {
    private static final String VERSION = "neighbours 1";
    private static final String EMBEDDINGS_VERSION = "training-embeddings 1";
    private static final String FILE = "rows.json";
    private static final String TABLE = "rows.bin";
    private static final int BATCH = 32;

    private final Bench bench;
    private final String experiment;
    private final ExportedModel model;
    private final List<Sample> training;

    /** @param training images that were learnt from */
    NeighbourStage(Bench bench, String experiment, ExportedModel model, List<Sample> training) {
        this.bench = bench;
        this.experiment = experiment;
        this.model = model;
        this.training = training;
    }

    /**
     * The rows of {@code neighbours.csv}.
     *
     * @param result with the features of the test images
     * @param features of every sample where they are cached, else null
     */
    List<Neighbour> rows(EvaluationStage.Result result, FeatureStage features) throws IOException {
        List<Prediction> predictions = result.predictions();
        if (predictions.stream().allMatch(Prediction::correct)) {
            return List.of();
        }
        String wrong = predictions.stream()
                .filter(row -> !row.correct())
                .map(Prediction::file)
                .collect(Collectors.joining("\n"));
        String key = String.join(
                "\n", VERSION, trainingKey(), "test features " + result.embeddingsDigest(), Digests.sha256(wrong));
        StageCache.Entry entry = bench.log().run("neighbours", experiment, key, folder -> {
            Rows table = features == null ? embeddings() : features.of(training);
            Neighbours neighbours =
                    new Neighbours(training, table, bench.dataset().classes());
            List<Neighbour> rows = new ArrayList<>();
            try (RowFile test = RowFile.open(result.embeddings())) {
                for (int i = 0; i < predictions.size(); i++) {
                    if (!predictions.get(i).correct()) {
                        rows.addAll(neighbours.of(predictions.get(i).file(), test.row(i)));
                    }
                }
            }
            StageFile.write(folder.resolve(FILE), rows);
        });
        return StageFile.read(Bench.file(entry, FILE), new TypeReference<>() {});
    }

    private String trainingKey() {
        return String.join(
                "\n",
                EMBEDDINGS_VERSION,
                "model " + model.predictionDigest(),
                bench.imagesKey(model.network().backbone().input()),
                "images " + Digests.sha256(training.stream().map(Sample::file).collect(Collectors.joining("\n"))),
                bench.environmentKey());
    }

    private Rows embeddings() {
        StageCache.Entry entry = bench.log().run("training-embeddings", experiment, trainingKey(), folder -> {
            try (Classifier classifier = model.classifier()) {
                embed(classifier, folder.resolve(TABLE));
            }
        });
        return bench.keepOpen(RowFile.open(Bench.file(entry, TABLE)));
    }

    private void embed(Classifier classifier, Path table) throws IOException {
        ImageStore store = bench.store(model.network().backbone().input());
        try (RowFile.Writer out =
                        new RowFile.Writer(table, model.network().backbone().channels());
                Progress.Task task =
                        bench.progress().start(experiment + ": features of training images", training.size())) {
            for (int first = 0; first < training.size(); first += BATCH) {
                List<Sample> batch = training.subList(first, Math.min(training.size(), first + BATCH));
                out.append(classifier
                        .classify(ImageData.pixels(store, batch), batch.size())
                        .embedding());
                task.step(batch.size());
            }
        }
    }
}
