package io.github.tumorbench.lab.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.lab.engine.Classifier;
import io.github.tumorbench.lab.engine.CorruptedImages;
import io.github.tumorbench.lab.explain.AttentionMeter;
import io.github.tumorbench.lab.explain.Gallery;
import io.github.tumorbench.lab.explain.Inquiry;
import io.github.tumorbench.lab.explain.Robustness;
import io.github.tumorbench.lab.explain.Subject;
import io.github.tumorbench.record.CamRow;
import io.github.tumorbench.record.Explanations.Attention;
import io.github.tumorbench.record.Explanations.Corrupted;
import io.github.tumorbench.record.Explanations.Perturbation;
import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.study.Digests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What is asked of an exported network about its decisions on test images. Each part is a stage of its own. */
final class ExplanationStages {
    private static final String FILE = "rows.json";

    private final Bench bench;
    private final String experiment;
    private final ExportedModel model;
    private final List<Prediction> predictions;

    /** @param predictions of the test images */
    ExplanationStages(Bench bench, String experiment, ExportedModel model, List<Prediction> predictions) {
        this.bench = bench;
        this.experiment = experiment;
        this.model = model;
        this.predictions = predictions;
    }

    private int input() {
        return model.network().backbone().input();
    }

    private Subject subject() {
        return bench.subject(input());
    }

    /** What the explained images, their outlines and their classes are named by. */
    String caseKey() {
        return String.join(
                "\n",
                bench.imagesKey(input()),
                "test images and outlines " + bench.subjectKey(input()),
                "predicted "
                        + Digests.sha256(predictions.stream()
                                .map(row -> row.file() + " " + row.predicted())
                                .collect(Collectors.joining("\n"))));
    }

    private String key(String version, String details) {
        return String.join("\n", version, "model " + model.digest(), caseKey(), details, bench.environmentKey());
    }

    /** @param pictures folder, which need not be there */
    record Explained(List<CamRow> rows, Path pictures) {}

    /** Explanations of chosen test images; their pictures lie in the entry's {@code pictures} folder, if any. */
    Explained gallery() throws IOException {
        boolean publish = bench.study().dataset().publishImages();
        int perClass = bench.study().explanation().perClass();
        String details = "%s for each class and rule, pictures %s".formatted(perClass, publish)
                + predictions.stream().map(row -> "\n" + row.confidence()).collect(Collectors.joining());
        StageCache.Entry entry = bench.log().run("explanation", experiment, key("explanation 4", details), folder -> {
            try (Classifier classifier = model.classifier()) {
                Path pictures = publish ? folder.resolve("pictures") : null;
                Gallery gallery = new Gallery(subject(), classifier, pictures);
                StageFile.write(
                        folder.resolve(FILE),
                        gallery.rows(predictions, perClass, experiment + ": Grad-CAM", bench.progress()));
            }
        });
        List<CamRow> rows = StageFile.read(Bench.file(entry, FILE), new TypeReference<>() {});
        return new Explained(rows, Bench.file(entry, "pictures"));
    }

    /** Where the maps of all test images lie. */
    List<Attention> attention() throws IOException {
        long seed = bench.seeds().apart("random-maps");
        StageCache.Entry entry = bench.log()
                .run("attention", experiment, key("attention 2", "seed " + seed), folder -> {
                    try (Classifier classifier = model.classifier()) {
                        StageFile.write(
                                folder.resolve(FILE),
                                new AttentionMeter(subject(), classifier)
                                        .measure(predictions, seed, experiment + ": attention", bench.progress()));
                    }
                });
        return StageFile.read(Bench.file(entry, FILE), new TypeReference<>() {});
    }

    /** Occlusion, and how far methods agree. */
    Inquiry.Sensitivity occlusion(int images) throws IOException {
        StageCache.Entry entry = bench.log()
                .run("occlusion", experiment, key("occlusion 1", images + " images"), folder -> {
                    try (Classifier classifier = model.classifier()) {
                        StageFile.write(
                                folder.resolve(FILE),
                                inquiry(classifier, images).occlusion());
                    }
                });
        return StageFile.read(Bench.file(entry, FILE), new TypeReference<>() {});
    }

    /** Deletion and insertion. */
    List<Perturbation> perturbation(int images) throws IOException {
        long seed = bench.seeds().apart("shuffled-pixels");
        String details = "%s images, seed %s".formatted(images, seed);
        StageCache.Entry entry = bench.log().run("perturbation", experiment, key("perturbation 1", details), folder -> {
            try (Classifier classifier = model.classifier()) {
                StageFile.write(
                        folder.resolve(FILE), inquiry(classifier, images).perturbation(seed));
            }
        });
        return StageFile.read(Bench.file(entry, FILE), new TypeReference<>() {});
    }

    private Inquiry inquiry(Classifier classifier, int images) {
        return new Inquiry(subject(), classifier, predictions, images, experiment, bench.progress());
    }

    /** Test images made worse. */
    List<Corrupted> corruptions(int images) throws IOException {
        int size = input();
        long seed = bench.seeds().apart("corruptions");
        String key = String.join(
                "\n",
                "corruptions 1",
                "model " + model.predictionDigest(),
                bench.imagesKey(size),
                "split " + bench.dataset().digest(),
                "%s images, seed %s".formatted(images, seed),
                bench.environmentKey());
        StageCache.Entry entry = bench.log().run("corruptions", experiment, key, folder -> {
            try (Classifier classifier = model.classifier();
                    CorruptedImages corrupted = new CorruptedImages(bench.runtime(), size)) {
                StageFile.write(
                        folder.resolve(FILE),
                        new Robustness(subject(), classifier, corrupted, seed)
                                .rows(images, experiment + ": corruptions", bench.progress()));
            }
        });
        return StageFile.read(Bench.file(entry, FILE), new TypeReference<>() {});
    }
}
