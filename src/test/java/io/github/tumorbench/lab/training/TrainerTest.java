package io.github.tumorbench.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.cache.Rows;
import io.github.tumorbench.lab.engine.Head;
import io.github.tumorbench.lab.engine.TestRuntime;
import io.github.tumorbench.lab.engine.TrainingGraph;
import io.github.tumorbench.record.ExperimentRecord.Epoch;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.Schedule;
import io.github.tumorbench.study.WrittenSchedule;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Real heads on made-up features: three overlapping clouds in the plane. */
class TrainerTest {
    private static final int EMBEDDING = 2;
    private static final int CLASSES = 3;
    private final int[] trainingLabels = labels(90);
    private final int[] validationLabels = labels(45);

    @Test
    void accuracyRisesWellAboveChance() {
        Trained trained = train(Schedules.of(Schedule.Policy.CONSTANT, 0.05, 8, null, null), 1);
        assertThat(trained.history()).hasSize(8);
        assertThat(last(trained).valAccuracy()).isGreaterThan(0.7);
        assertThat(trained.stoppingReason()).isEqualTo("all 8 epochs done");
        assertThat(trained.restoredEpoch()).isEqualTo(8);
    }

    @Test
    void earlyStoppingKeepsTheEpochOfTheLowestValidationLoss() {
        // A rate far too high: the loss jumps about, so the best epoch comes early.
        Schedule schedule = Schedules.of(
                Schedule.Policy.CONSTANT, 3, 60, new Schedule.EarlyStopping(Schedule.Monitor.VAL_LOSS, 3), null);
        Trained trained = train(schedule, 1);
        List<Epoch> history = trained.history();
        assertThat(history.size()).isLessThan(60).isEqualTo(trained.restoredEpoch() + 3);
        double kept = history.get(trained.restoredEpoch() - 1).valLoss();
        assertThat(history).allMatch(epoch -> epoch.valLoss() >= kept);
        assertThat(trained.stoppingReason()).isEqualTo("early stopping: val_loss did not improve for 3 epochs");
        assertThat(validationLossOf(trained)).isEqualTo(kept);
    }

    @Test
    void aPlateauLowersTheRate() {
        Schedule schedule = Schedules.of(Schedule.Policy.CONSTANT, 3, 30, null, new Schedule.ReduceOnPlateau(0.5, 1));
        List<Epoch> history = train(schedule, 1).history();
        double best = Double.POSITIVE_INFINITY;
        double rate = 3;
        for (Epoch epoch : history) {
            assertThat(epoch.learningRate()).isEqualTo(rate);
            rate = epoch.valLoss() < best ? rate : rate / 2;
            best = Math.min(best, epoch.valLoss());
        }
        assertThat(rate).isLessThan(3);
    }

    @Test
    void equalSeedsTrainEqually() {
        Schedule schedule = Schedules.of(Schedule.Policy.ONE_CYCLE, 0.05, 3, null, null);
        assertThat(train(schedule, 1).history())
                .isEqualTo(train(schedule, 1).history())
                .isNotEqualTo(train(schedule, 2).history());
    }

    @Test
    void anInterruptedTrainingGoesOnAsIfItHadNotBeen() {
        Schedule schedule = WrittenSchedule.of(
                """
                "epochs": 6, "batch": 8, "learningRate": 0.5, "averaging": 0.9, "dropout": 0.2,
                "reduceOnPlateau": {"factor": 0.5, "patience": 1},
                "earlyStopping": {"monitor": "val_accuracy", "patience": 6}
                """);
        Trained whole = train(schedule, 1);
        for (int epochs = 1; epochs < 6; epochs++) {
            Interrupted keeper = new Interrupted(epochs);
            assertThatThrownBy(() -> train(schedule, 1, keeper)).isSameAs(keeper.signal);
            Trained resumed = train(schedule, 1, keeper);
            assertThat(resumed.history()).isEqualTo(whole.history());
            assertThat(resumed.restoredEpoch()).isEqualTo(whole.restoredEpoch());
            resumed.tensors().forEach((name, values) -> assertThat(values)
                    .as(name)
                    .containsExactly(whole.tensors().get(name)));
        }
    }

    @Test
    void withoutValidationRowsATrainingThatEndsByItselfComesToTheSameWeights() {
        Schedule schedule = WrittenSchedule.of(
                """
                "trainLast": "all", "epochs": 3, "batch": 8, "learningRate": 0.5, "policy": "one-cycle", "averaging": 0.9
                """);
        Trained watched = train(schedule, 1);
        int[] none = {};
        FeatureData data = new FeatureData(
                List.of(cloud(trainingLabels, 1), cloud(trainingLabels, 2)),
                trainingLabels,
                cloud(none, 3),
                new float[] {1, 1, 1});
        try (TrainingGraph graph = graph(schedule)) {
            Trained alone =
                    new Trainer(graph, data, none, schedule, 1).train("test", Progress.NONE, Checkpoint.Keeper.NONE);
            assertThat(alone.restoredEpoch()).isEqualTo(3);
            assertThat(alone.history()).allMatch(epoch -> Double.isNaN(epoch.valLoss()));
            alone.tensors().forEach((name, values) -> assertThat(values)
                    .as(name)
                    .containsExactly(watched.tensors().get(name)));
        }
    }

    @Test
    void aScheduleThatLooksAtValidationRowsIsNotRunWithoutThem() {
        Schedule schedule = WrittenSchedule.of(
                "\"trainLast\": \"all\", \"learningRate\": 0.1, \"epochs\": 3, \"earlyStopping\": {\"monitor\": \"val_loss\", \"patience\": 1}");
        try (TrainingGraph graph = graph(schedule)) {
            assertThatThrownBy(() -> new Trainer(graph, data(), new int[0], schedule, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Keeps checkpoints in memory; once, after so many epochs, the power fails. */
    private static final class Interrupted implements Checkpoint.Keeper {
        private final IllegalStateException signal = new IllegalStateException("power cut");
        private final int epochs;
        private Checkpoint last;
        private boolean failed;

        Interrupted(int epochs) {
            this.epochs = epochs;
        }

        @Override
        public Optional<Checkpoint> latest() {
            return Optional.ofNullable(last);
        }

        @Override
        public void keep(Checkpoint checkpoint) {
            last = checkpoint;
            if (!failed && checkpoint.progress().history().size() == epochs) {
                failed = true;
                throw signal;
            }
        }
    }

    @Test
    void aLossThatLeavesTheNumbersIsRefusedWithTheEpoch() {
        Schedule schedule =
                WrittenSchedule.of("\"epochs\": 2, \"learningRate\": 1e38, \"optimizer\": \"sgd\", \"batch\": 8");
        assertThatThrownBy(() -> train(schedule, 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("training: expected a finite loss, found NaN in epoch 1 at learning rate 1.0E38");
    }

    private static Epoch last(Trained trained) {
        return trained.history().get(trained.history().size() - 1);
    }

    private Trained train(Schedule schedule, long seed) {
        return train(schedule, seed, Checkpoint.Keeper.NONE);
    }

    private Trained train(Schedule schedule, long seed, Checkpoint.Keeper keeper) {
        try (TrainingGraph graph = graph(schedule)) {
            return new Trainer(graph, data(), validationLabels, schedule, seed).train("test", Progress.NONE, keeper);
        }
    }

    private static TrainingGraph graph(Schedule schedule) {
        return TrainingGraph.ofHead(
                TestRuntime.get(), schedule, EMBEDDING, CLASSES, Head.initial(EMBEDDING, CLASSES, 9));
    }

    private double validationLossOf(Trained trained) {
        Schedule schedule = Schedules.of(Schedule.Policy.CONSTANT, 0.1);
        try (TrainingGraph graph = graph(schedule)) {
            graph.restore(trained.tensors());
            double loss = 0;
            for (int first = 0; first < validationLabels.length; first += 32) {
                int count = Math.min(32, validationLabels.length - first);
                float[] logits = graph.logits(data().validation(first, count));
                for (int i = 0; i < count; i++) {
                    float[] row = java.util.Arrays.copyOfRange(logits, i * CLASSES, (i + 1) * CLASSES);
                    loss += Softmax.crossEntropy(row, validationLabels[first + i]);
                }
            }
            return loss / validationLabels.length;
        }
    }

    private FeatureData data() {
        List<Rows> training = List.of(cloud(trainingLabels, 1), cloud(trainingLabels, 2));
        return new FeatureData(training, trainingLabels, cloud(validationLabels, 3), new float[] {1, 1, 1});
    }

    private static int[] labels(int count) {
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % CLASSES;
        }
        return labels;
    }

    private static Rows cloud(int[] labels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] features = new float[labels.length * EMBEDDING];
        for (int i = 0; i < labels.length; i++) {
            double angle = 2 * Math.PI * labels[i] / CLASSES;
            features[2 * i] = (float) (Math.cos(angle) + random.nextDouble(-1, 1));
            features[2 * i + 1] = (float) (Math.sin(angle) + random.nextDouble(-1, 1));
        }
        return Rows.of(features, EMBEDDING);
    }
}
