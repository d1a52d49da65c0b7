package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.lab.backbone.TensorSpec;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.dataset.Split;
import io.github.tumorbench.lab.engine.FeatureExtractor;
import io.github.tumorbench.record.Execution;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.ExperimentRecord.Projection;
import io.github.tumorbench.record.ExperimentRecord.RefitEpoch;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.ExperimentSpec;
import io.github.tumorbench.study.Precision;
import io.github.tumorbench.study.Protocol;
import io.github.tumorbench.study.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One experiment under one protocol, from weights to its part of the record. */
final class ExperimentRun {
    private final Bench bench;
    private final ExperimentSpec spec;
    private final Protocol protocol;
    private final Schedule schedule;
    private final String id;

    ExperimentRun(Bench bench, ExperimentSpec spec, Protocol protocol) {
        this.bench = bench;
        this.spec = spec;
        this.protocol = protocol;
        this.schedule = bench.study().scheduleOf(spec);
        this.id = spec.idUnder(protocol);
    }

    /**
     * An experiment's outcome.
     *
     * @param pictures folder of published pictures, which need not be there
     */
    record Outcome(ExperimentRecord record, List<Execution.Latency> latencies, Path pictures) {}

    Outcome run(LedgerBook ledger) throws IOException {
        Network network = Network.of(spec, bench);
        TrainingStage training = new TrainingStage(bench, network, spec, id);
        Ready chosen = ready(network, training);
        Ready ready = spec.refit() ? ready(network, training.refit()) : chosen;
        EvaluationStage.Result result = ready.evaluation().evaluate(ready.features(), ledger);
        ExplanationStages stages = new ExplanationStages(bench, id, ready.model(), result.predictions());
        ExplanationStages.Explained explained = stages.gallery();
        ExperimentRecord record = new ExperimentRecord(
                describe(chosen, ready),
                chosen.trained().history(),
                refitHistory(ready),
                result.predictions(),
                chosen.evaluation().validate(chosen.features()),
                projection(result),
                explained.rows(),
                new Explaining(bench, spec, protocol, ready.model(), ready.trained())
                        .measure(stages, result, ready.training(), ready.features()));
        return new Outcome(record, ready.evaluation().latencies(), explained.pictures());
    }

    private List<Projection> projection(EvaluationStage.Result result) throws IOException {
        List<Sample> test = bench.dataset().samples(Split.TESTING);
        List<Projection> places =
                new ProjectionStage(bench, id).of(test, result.embeddings(), result.embeddingsDigest());
        return new SilhouetteStage(bench, id).of(places, test, result.embeddings(), result.embeddingsDigest());
    }

    /** As far as recipes may be compared: trained and asked about the validation images only. */
    Tuned tune() throws IOException {
        Network network = Network.of(spec, bench);
        Ready ready = ready(network, new TrainingStage(bench, network, spec, id));
        return new Tuned(
                id,
                ready.trained().history().size(),
                ready.trained().restoredEpoch(),
                ready.evaluation().validate(ready.features()));
    }

    /**
     * A trained network, exported.
     *
     * @param features see {@link #cachedFeatures}
     */
    private record Ready(
            Network network,
            TrainedNetwork trained,
            List<Sample> training,
            ExportedModel model,
            FeatureStage features,
            EvaluationStage evaluation) {}

    private List<RefitEpoch> refitHistory(Ready ready) {
        return !spec.refit()
                ? List.of()
                : ready.trained().history().stream()
                        .map(epoch -> new RefitEpoch(
                                epoch.epoch(), epoch.learningRate(), epoch.trainLoss(), epoch.trainAccuracy()))
                        .toList();
    }

    private Ready ready(Network network, TrainingStage training) throws IOException {
        TrainedNetwork trained = training.train(spec.schedule());
        ExportedModel model =
                ExportedModel.of(bench, network, id, training.key(spec.schedule()), trained.lazyTensors());
        return new Ready(
                network,
                trained,
                training.trainingImages(),
                model,
                cachedFeatures(network, trained),
                new EvaluationStage(bench, network, spec.testViews(), id, model));
    }

    /** The features a head learnt on, where they are what the exported network computes, and each image is looked at once. */
    private FeatureStage cachedFeatures(Network network, TrainedNetwork trained) {
        boolean usable = backboneIsFrozen(spec.schedule())
                && spec.precision() == Precision.FP32
                && spec.testViews().views() == 0;
        return usable
                ? new FeatureStage(
                        bench,
                        id,
                        network.backbone(),
                        Precision.FP32,
                        trained.lazyTensors(),
                        FeatureExtractor.Output.POOLED)
                : null;
    }

    /** Whether neither the schedule nor one it starts from touches the backbone. */
    private boolean backboneIsFrozen(String name) {
        Schedule settings = bench.study().schedules().get(name);
        return settings.trainLast() == 0 && (settings.startFrom() == null || backboneIsFrozen(settings.startFrom()));
    }

    /**
     * @param chosen the network that the validation images watched
     * @param ready the one that is tested
     */
    private Experiment describe(Ready chosen, Ready ready) {
        Network network = ready.network();
        TrainedNetwork trained = chosen.trained();
        int training = chosen.training().size();
        int classes = bench.dataset().classes().size();
        int embedding = network.backbone().channels();
        long head = (long) embedding * classes + classes;
        Set<String> layers = network.trained(schedule);
        long learning = network.backbone().tensors().stream()
                .filter(tensor -> tensor.trainable() && layers.contains(tensor.layer()))
                .mapToLong(TensorSpec::size)
                .sum();
        int views = schedule.augmentation().views();
        return new Experiment(
                StudyRecord.SCHEMA_VERSION,
                id,
                spec.backbone(),
                List.of(),
                spec.schedule(),
                protocol.id(),
                spec.input(),
                spec.precision().name().toLowerCase(Locale.ROOT),
                spec.trainingShare(),
                spec.testViews().views(),
                network.backbone().featureLayer(),
                embedding,
                network.backbone().parameters() + head,
                learning + head,
                network.backbone().flops() + 2L * embedding * classes,
                pretrained(network),
                trained.stoppingReason(),
                trained.history().size(),
                trained.restoredEpoch(),
                training,
                training * views,
                bench.dataset().samples(Split.VALIDATION).size(),
                bench.dataset().samples(Split.TESTING).size(),
                ready.model().digest());
    }

    private Experiment.Pretrained pretrained(Network network) {
        WeightsStage.Origin origin = network.origin();
        return new Experiment.Pretrained(
                spec.weights().kind().name().toLowerCase(Locale.ROOT),
                origin.file(),
                origin.sha256(),
                origin.loaded(),
                network.backbone().tensors().size(),
                origin.initialised());
    }
}
