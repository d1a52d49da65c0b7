package io.github.tumorbench.bench;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.Backbones;
import io.github.tumorbench.lab.dataset.Dataset;
import io.github.tumorbench.lab.dataset.ImageSource;
import io.github.tumorbench.lab.dataset.ImageStore;
import io.github.tumorbench.lab.dataset.Sources;
import io.github.tumorbench.lab.engine.Batch;
import io.github.tumorbench.lab.engine.Classifier;
import io.github.tumorbench.lab.engine.FeatureExtractor;
import io.github.tumorbench.lab.engine.ModelExporter;
import io.github.tumorbench.lab.engine.TensorFlowRuntime;
import io.github.tumorbench.lab.engine.TrainingGraph;
import io.github.tumorbench.study.AugmentationPreset;
import io.github.tumorbench.study.Precision;
import io.github.tumorbench.study.Schedule;
import io.github.tumorbench.study.StudyFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** This project as a contender: what the program's own stages do, without the stages around. */
final class OurWorker {
    private static final double RATE = 1e-4;

    private final TensorFlowRuntime runtime;
    private final double seconds;

    private OurWorker(TensorFlowRuntime runtime, double seconds) {
        this.runtime = runtime;
        this.seconds = seconds;
    }

    /** Arguments: task, folder for native libraries, threads, seconds of a round, then the task's own. */
    public static void main(String[] args) throws IOException {
        if (args[0].equals("decoding")) {
            decoding(Path.of(args[4]), Path.of(args[5]));
            return;
        }
        OurWorker worker = new OurWorker(
                TensorFlowRuntime.start(Path.of(args[1]), Integer.parseInt(args[2])), Double.parseDouble(args[3]));
        switch (args[0]) {
            case "inference" -> worker.inference(args[4], Precision.valueOf(args[5]));
            case ExplanationGroup.KEY -> worker.explanation(args[4]);
            case "training" -> worker.training(args[4], Precision.valueOf(args[5]));
            case "finetuning" -> new CachedFinetuning(worker.runtime, worker.seconds, Integer.parseInt(args[4]))
                    .serve();
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** A round builds the store of resized images from the archive. */
    private static void decoding(Path archive, Path folder) throws IOException {
        StudyFile study = Studies.ofArchive(archive);
        try (ImageSource source = Sources.open(study, null)) {
            Dataset dataset = Dataset.load(source, study, Progress.NONE);
            Path store = folder.resolve("images.bin");
            int images = dataset.samples().size();
            Protocol.serve("", () -> {
                long start = System.nanoTime();
                ImageStore.build(dataset, Settings.INPUT, store, Progress.NONE).close();
                double elapsed = (System.nanoTime() - start) / 1e9;
                Files.delete(store);
                return Protocol.answer("images_per_second", images / elapsed);
            });
        }
    }

    private void inference(String name, Precision precision) throws IOException {
        Backbone backbone = Backbones.named(name, Settings.INPUT);
        Batch batch = new Batch(Settings.BATCH, CommonInput.images(Settings.BATCH), null, null, null, null);
        try (FeatureExtractor extractor = new FeatureExtractor(
                runtime,
                precision,
                backbone,
                CommonInput.weights(backbone),
                AugmentationPreset.NONE,
                FeatureExtractor.Output.POOLED)) {
            String shown = CommonInput.shown(extractor.features(batch));
            extractor.features(batch);
            Protocol.serve(shown, Protocol.repeating(Settings.BATCH, seconds, () -> extractor.features(batch)));
        }
    }

    /** A round measures maps, then predictions, each for the time of a round. */
    private void explanation(String name) throws IOException {
        Backbone backbone = Backbones.named(name, Settings.INPUT);
        Path folder = Files.createTempDirectory("bench-explanation");
        ModelExporter.export(runtime, backbone, CommonInput.CLASSES, CommonInput.weights(backbone), folder);
        ByteBuffer images = CommonInput.images(Settings.BATCH);
        int[] targets = CommonInput.labels(Settings.BATCH);
        try (Classifier classifier = new Classifier(runtime, folder, Settings.INPUT)) {
            Runnable maps = () -> classifier.maps(images, Settings.BATCH, targets);
            Runnable predictions = () -> classifier.classify(images, Settings.BATCH);
            maps.run();
            predictions.run();
            Protocol.serve("", () -> {
                double mapping = Protocol.secondsPerStep(seconds, maps);
                double predicting = Protocol.secondsPerStep(seconds, predictions);
                return Protocol.answer(ExplanationGroup.MAPS, Settings.BATCH / mapping) + " "
                        + Protocol.answer(ExplanationGroup.PREDICTIONS, Settings.BATCH / predicting);
            });
        } finally {
            Files.delete(folder.resolve("saved_model.pb"));
            Files.delete(folder);
        }
    }

    private void training(String name, Precision precision) throws IOException {
        Backbone backbone = Backbones.named(name, Settings.INPUT);
        Map<String, float[]> weights = CommonInput.weights(backbone);
        TreeSet<String> all =
                backbone.layers().stream().map(layer -> layer.name()).collect(Collectors.toCollection(TreeSet::new));
        Schedule schedule = Studies.schedule("trainLast: all, optimizer: adamw, weightDecay: 0.01");
        Batch batch = new Batch(
                Settings.BATCH,
                CommonInput.images(Settings.BATCH),
                null,
                CommonInput.labels(Settings.BATCH),
                CommonInput.ones(Settings.BATCH),
                Batch.Changes.identity(Settings.BATCH));
        try (TrainingGraph graph =
                TrainingGraph.ofNetwork(runtime, precision, schedule, backbone, CommonInput.CLASSES, all, weights)) {
            graph.step(batch, RATE, 1);
            graph.step(batch, RATE, 1);
            Protocol.serve("", Protocol.repeating(Settings.BATCH, seconds, () -> graph.step(batch, RATE, 1)));
        }
    }
}
