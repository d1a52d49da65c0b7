package io.github.tumorbench.lab.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.lab.cache.TensorFile;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.dataset.Split;
import io.github.tumorbench.lab.engine.Head;
import io.github.tumorbench.lab.engine.TrainingGraph;
import io.github.tumorbench.lab.training.Augmenter;
import io.github.tumorbench.lab.training.ClassWeighting;
import io.github.tumorbench.lab.training.FeatureData;
import io.github.tumorbench.lab.training.ImageData;
import io.github.tumorbench.lab.training.Standardisation;
import io.github.tumorbench.lab.training.Trained;
import io.github.tumorbench.lab.training.Trainer;
import io.github.tumorbench.lab.training.TrainingData;
import io.github.tumorbench.record.ExperimentRecord.Epoch;
import io.github.tumorbench.study.AugmentationPreset;
import io.github.tumorbench.study.Schedule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Trains one network by one schedule, from where another schedule ended if it says so. */
final class TrainingStage {
    private static final String VERSION = "training 2";

    private final Bench bench;
    private final Network network;
    private final String experiment;
    private final FeatureStage features;
    private final int classes;
    private final int[] trainingLabels;
    private final int[] validationLabels;

    TrainingStage(Bench bench, Network network, String experiment, FeatureStage features) {
        this.bench = bench;
        this.network = network;
        this.experiment = experiment;
        this.features = features;
        this.classes = bench.dataset().classes().size();
        this.trainingLabels = labels(Split.TRAINING);
        this.validationLabels = labels(Split.VALIDATION);
    }

    private int[] labels(Split split) {
        return bench.dataset().samples(split).stream().mapToInt(Sample::label).toArray();
    }

    /** Names the outcome of a schedule. */
    String key(String schedule) {
        Schedule settings = bench.study().schedules().get(schedule);
        return String.join(
                "\n",
                VERSION,
                network.key(),
                bench.imagesKey(network.backbone().input()),
                "split " + bench.dataset().digest(),
                settings.toString(),
                settings.augmentation() == null
                        ? ""
                        : settings.augmentation().preset().strength().toString(),
                "seeds " + bench.seeds().all(),
                bench.environmentKey(),
                settings.startFrom() == null ? "" : "from\n" + key(settings.startFrom()));
    }

    /** The outcome of a schedule, its tensors laid over the ones it started from. */
    Trained train(String schedule) throws IOException {
        Schedule settings = bench.study().schedules().get(schedule);
        Map<String, float[]> start = new TreeMap<>(network.weights().tensors());
        if (settings.startFrom() == null) {
            start.putAll(Head.initial(
                    network.backbone().channels(), classes, bench.seeds().of("head")));
        } else {
            start.putAll(train(settings.startFrom()).tensors());
        }
        StageCache.Entry entry = bench.log().run("training", experiment, key(schedule), folder -> {
            Trained trained = settings.trainLast() == 0 ? trainHead(settings, start) : trainNetwork(settings, start);
            TensorFile.write(folder.resolve("tensors.bin"), trained.tensors());
            StageFile.write(
                    folder.resolve("training.json"),
                    new Outcome(trained.history(), trained.stoppingReason(), trained.restoredEpoch()));
        });
        Outcome outcome = StageFile.read(Bench.file(entry, "training.json"), new TypeReference<>() {});
        start.putAll(TensorFile.read(Bench.file(entry, "tensors.bin")));
        return new Trained(start, outcome.history(), outcome.stoppingReason(), outcome.restoredEpoch());
    }

    private Trained trainHead(Schedule schedule, Map<String, float[]> start) throws IOException {
        float[] plain = features.plain();
        int views =
                schedule.augmentation() == null ? 0 : schedule.augmentation().views();
        float[][] training = new float[1 + views][];
        training[0] = flat(features.rows(plain, bench.dataset().samples(Split.TRAINING)));
        for (int view = 1; view <= views; view++) {
            training[view] = features.view(schedule.augmentation().preset(), view);
        }
        float[] validation = flat(features.rows(plain, bench.dataset().samples(Split.VALIDATION)));
        int embedding = network.backbone().channels();
        Standardisation standardisation = Standardisation.of(training[0], embedding);
        FeatureData data = new FeatureData(
                embedding,
                Stream.of(training).map(standardisation::apply).toArray(float[][]::new),
                trainingLabels,
                standardisation.apply(validation),
                classWeights(schedule));
        Map<String, float[]> head = standardisation.toStandardised(start);
        try (TrainingGraph graph = TrainingGraph.ofHead(bench.runtime(), schedule, embedding, classes, head)) {
            Trained trained = fit(graph, data, schedule);
            return new Trained(
                    standardisation.toPlain(trained.tensors()),
                    trained.history(),
                    trained.stoppingReason(),
                    trained.restoredEpoch());
        }
    }

    private Trained trainNetwork(Schedule schedule, Map<String, float[]> start) {
        AugmentationPreset preset = schedule.augmentation() == null
                ? AugmentationPreset.NONE
                : schedule.augmentation().preset();
        ImageData data = new ImageData(
                bench.store(network.backbone().input()),
                bench.dataset().samples(Split.TRAINING),
                bench.dataset().samples(Split.VALIDATION),
                classWeights(schedule),
                new Augmenter(
                        preset,
                        bench.seeds().of("augmentation"),
                        network.backbone().input()));
        try (TrainingGraph graph = TrainingGraph.ofNetwork(
                bench.runtime(), schedule, network.backbone(), classes, network.trained(schedule), start)) {
            return fit(graph, data, schedule);
        }
    }

    private Trained fit(TrainingGraph graph, TrainingData data, Schedule schedule) {
        return new Trainer(
                        graph, data, validationLabels, schedule, bench.seeds().of("order"))
                .train(experiment + ": training", bench.progress());
    }

    private float[] classWeights(Schedule schedule) {
        return ClassWeighting.of(schedule.classWeights(), trainingLabels, classes);
    }

    private static float[] flat(float[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        float[] flat = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * width, width);
        }
        return flat;
    }

    /** What a training left beside its tensors. */
    private record Outcome(List<Epoch> history, String stoppingReason, int restoredEpoch) {}
}
