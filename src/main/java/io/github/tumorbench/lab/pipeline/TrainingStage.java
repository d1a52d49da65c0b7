package io.github.tumorbench.lab.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.cache.Rows;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.lab.cache.TensorFile;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.dataset.Split;
import io.github.tumorbench.lab.engine.FeatureExtractor.Output;
import io.github.tumorbench.lab.engine.Head;
import io.github.tumorbench.lab.engine.TrainingGraph;
import io.github.tumorbench.lab.training.Augmenter;
import io.github.tumorbench.lab.training.Checkpoint;
import io.github.tumorbench.lab.training.ClassWeighting;
import io.github.tumorbench.lab.training.FeatureData;
import io.github.tumorbench.lab.training.ImageData;
import io.github.tumorbench.lab.training.Standardisation;
import io.github.tumorbench.lab.training.Trained;
import io.github.tumorbench.lab.training.Trainer;
import io.github.tumorbench.lab.training.TrainingData;
import io.github.tumorbench.record.ExperimentRecord.Epoch;
import io.github.tumorbench.study.ExperimentSpec;
import io.github.tumorbench.study.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Trains one network by one schedule, from where another schedule ended if it says so. */
final class TrainingStage {
    private static final String VERSION = "training 4";
    private static final String TENSORS = "tensors.bin";
    private static final String REFIT = "refit";

    private final Bench bench;
    private final Network network;
    private final ExperimentSpec spec;
    private final String experiment;
    private final String name;
    private final int classes;
    private final List<Sample> training;
    private final List<Sample> validation;

    private TrainingStage(
            Bench bench,
            Network network,
            ExperimentSpec spec,
            String experiment,
            String name,
            List<Sample> training,
            List<Sample> validation) {
        this.bench = bench;
        this.network = network;
        this.spec = spec;
        this.experiment = experiment;
        this.name = name;
        this.classes = bench.dataset().classes().size();
        this.training = training;
        this.validation = validation;
    }

    /** @param experiment id */
    TrainingStage(Bench bench, Network network, ExperimentSpec spec, String experiment) {
        this(
                bench,
                network,
                spec,
                experiment,
                "training",
                TrainingShare.of(
                        bench.dataset().samples(Split.TRAINING),
                        spec.trainingShare(),
                        bench.seeds().of("share")),
                bench.dataset().samples(Split.VALIDATION));
    }

    /** The same once more, from the validation images too; see {@link Schedule#endsByItself} for the schedules it is for. */
    TrainingStage refit() {
        List<Sample> all = Stream.concat(training.stream(), validation.stream())
                .sorted(Comparator.comparingInt(Sample::index))
                .toList();
        return new TrainingStage(bench, network, spec, experiment, REFIT, all, List.of());
    }

    /** The images that are learnt from. */
    List<Sample> trainingImages() {
        return training;
    }

    /** Names the outcome of a schedule. */
    String key(String schedule) {
        Schedule settings = bench.study().schedules().get(schedule);
        return String.join(
                        "\n",
                        VERSION,
                        network.key(),
                        "%s, share %s".formatted(spec.precision(), spec.trainingShare()),
                        bench.imagesKey(network.backbone().input()),
                        "split " + bench.dataset().trainingDigest(),
                        settings.toString(),
                        settings.augmentation().preset().strength().toString(),
                        "seeds " + bench.seeds().all(),
                        bench.environmentKey(),
                        settings.startFrom() == null ? "" : "from\n" + key(settings.startFrom()))
                + (name.equals(REFIT) ? "\n" + REFIT : "");
    }

    /** The outcome of a schedule, its tensors laid over the ones it started from. */
    TrainedNetwork train(String schedule) throws IOException {
        Schedule settings = bench.study().schedules().get(schedule);
        Lazy<Map<String, float[]>> start = settings.startFrom() == null
                ? new Lazy<>(this::first)
                : train(settings.startFrom()).lazyTensors();
        String key = key(schedule);
        CheckpointFile checkpoints = new CheckpointFile(bench.log().cache().drafts(key));
        StageCache.Entry entry = bench.log().run(name, experiment, key, folder -> {
            Trained trained = settings.trainLast() == 0
                    ? trainHead(settings, start.get())
                    : trainNetwork(settings, start.get(), checkpoints);
            TensorFile.write(folder.resolve(TENSORS), trained.tensors());
            StageFile.write(
                    folder.resolve("training.json"),
                    new Outcome(trained.history(), trained.stoppingReason(), trained.restoredEpoch()));
        });
        checkpoints.discard();
        Outcome outcome = StageFile.read(Bench.file(entry, "training.json"), new TypeReference<>() {});
        return new TrainedNetwork(
                new Lazy<>(() -> over(start.get(), Bench.file(entry, TENSORS))),
                outcome.history(),
                outcome.stoppingReason(),
                outcome.restoredEpoch());
    }

    /** The network's first weights and the head's. */
    private Map<String, float[]> first() {
        Map<String, float[]> tensors = new TreeMap<>(network.tensors());
        tensors.putAll(Head.initial(
                network.backbone().channels(), classes, bench.seeds().of("head")));
        return tensors;
    }

    private static Map<String, float[]> over(Map<String, float[]> start, Path learnt) {
        Map<String, float[]> tensors = new TreeMap<>(start);
        try {
            tensors.putAll(TensorFile.read(learnt));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tensors;
    }

    private Trained trainHead(Schedule schedule, Map<String, float[]> start) {
        FeatureStage features = features(network.backbone(), start, Output.POOLED);
        List<Rows> rounds = rounds(features, schedule);
        Standardisation standardisation = Standardisation.of(rounds.get(0));
        FeatureData data = new FeatureData(
                rounds.stream().map(standardisation::apply).map(Rows::quick).toList(),
                labels(training),
                standardisation.apply(features.of(validation)).quick(),
                classWeights(schedule));
        int embedding = network.backbone().channels();
        Map<String, float[]> head = standardisation.toStandardised(start);
        try (TrainingGraph graph = TrainingGraph.ofHead(bench.runtime(), schedule, embedding, classes, head)) {
            Trained trained = fit(graph, data, schedule, Checkpoint.Keeper.NONE);
            return new Trained(
                    standardisation.toPlain(trained.tensors()),
                    trained.history(),
                    trained.stoppingReason(),
                    trained.restoredEpoch());
        }
    }

    private Trained trainNetwork(Schedule schedule, Map<String, float[]> start, Checkpoint.Keeper checkpoints) {
        Backbone backbone = network.backbone();
        Set<String> trained = network.trained(schedule);
        Optional<String> cut = backbone.cutBefore(trained);
        TrainingData data =
                cut.map(layer -> activations(schedule, start, layer)).orElseGet(() -> images(schedule));
        Backbone learning = cut.map(backbone::after).orElse(backbone);
        try (TrainingGraph graph = TrainingGraph.ofNetwork(
                bench.runtime(), spec.precision(), schedule, learning, classes, trained, start)) {
            return fit(graph, data, schedule, checkpoints);
        }
    }

    /** Images, each changed anew in every epoch. */
    private TrainingData images(Schedule schedule) {
        int size = network.backbone().input();
        return new ImageData(
                bench.store(size),
                training,
                validation,
                classWeights(schedule),
                new Augmenter(schedule.augmentation().preset(), bench.seeds().of("augmentation"), size));
    }

    /** What the frozen layers make of the images, computed once. */
    private TrainingData activations(Schedule schedule, Map<String, float[]> start, String cut) {
        FeatureStage stage = features(network.backbone().upTo(cut), start, Output.ACTIVATIONS);
        return new FeatureData(rounds(stage, schedule), labels(training), stage.of(validation), classWeights(schedule));
    }

    private FeatureStage features(Backbone backbone, Map<String, float[]> tensors, Output output) {
        return new FeatureStage(bench, experiment, backbone, spec.precision(), new Lazy<>(() -> tensors), output);
    }

    private List<Rows> rounds(FeatureStage stage, Schedule schedule) {
        Schedule.Augmentation augmentation = schedule.augmentation();
        return stage.training(training, augmentation.preset(), augmentation.views());
    }

    private Trained fit(TrainingGraph graph, TrainingData data, Schedule schedule, Checkpoint.Keeper checkpoints) {
        return new Trainer(
                        graph, data, labels(validation), schedule, bench.seeds().of("order"))
                .train(experiment + ": " + name, bench.progress(), checkpoints);
    }

    private float[] classWeights(Schedule schedule) {
        return ClassWeighting.of(schedule.classWeights(), labels(training), classes);
    }

    private static int[] labels(List<Sample> samples) {
        return samples.stream().mapToInt(Sample::label).toArray();
    }

    /** What a training left beside its tensors. */
    private record Outcome(List<Epoch> history, String stoppingReason, int restoredEpoch) {}
}
