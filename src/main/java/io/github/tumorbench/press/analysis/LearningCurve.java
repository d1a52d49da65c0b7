package io.github.tumorbench.press.analysis;

import io.github.tumorbench.record.ExperimentRecord.Epoch;
import java.util.List;

/**
 * How the training went.
 *
 * @param epochs in order; may be empty
 * @param restoredEpoch epoch whose weights were kept, from 1
 * @param stoppingReason whole words, as the record has it
 */
public record LearningCurve(List<Epoch> epochs, int restoredEpoch, String stoppingReason) {
    public LearningCurve {
        epochs = List.copyOf(epochs);
    }

    /** Whether the learning rate differs between epochs. */
    public boolean learningRateChanges() {
        return epochs.stream().mapToDouble(Epoch::learningRate).distinct().count() > 1;
    }
}
