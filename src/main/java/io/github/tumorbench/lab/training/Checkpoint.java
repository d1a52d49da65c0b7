package io.github.tumorbench.lab.training;

import io.github.tumorbench.lab.engine.TrainingState;
import io.github.tumorbench.record.ExperimentRecord.Epoch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the epochs after one depend on: from here a training goes on as if it had never been interrupted.
 *
 * @param graph variables, averages and optimizer state
 * @param best the tensors of the best epoch so far
 * @param progress everything else
 */
public record Checkpoint(TrainingState.Whole graph, Map<String, float[]> best, State progress) {
    /**
     * Where the training stands.
     *
     * @param history one row for each epoch done
     * @param bestEpoch whose tensors are kept, from 1
     * @param bestLoss lowest validation loss so far
     * @param epochsOnPlateau epochs since then, or since the rate was lowered
     * @param rateFactor what plateaus have multiplied the rate by
     */
    public record State(List<Epoch> history, int bestEpoch, double bestLoss, int epochsOnPlateau, double rateFactor) {
        public State {
            history = List.copyOf(history);
        }
    }

    /** Where checkpoints are kept. */
    public interface Keeper {
        /** Keeps none: an interrupted training begins anew. */
        Keeper NONE = new Keeper() {
            @Override
            public Optional<Checkpoint> latest() {
                return Optional.empty();
            }

            @Override
            public void keep(Checkpoint checkpoint) {}
        };

        /** The last one kept, if any. */
        Optional<Checkpoint> latest();

        /** Keeps one in place of the one before. */
        void keep(Checkpoint checkpoint);
    }
}
