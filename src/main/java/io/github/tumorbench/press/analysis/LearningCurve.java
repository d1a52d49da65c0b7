package io.github.tumorbench.press.analysis;

import io.github.tumorbench.record.ExperimentRecord.Epoch;
import io.github.tumorbench.record.ExperimentRecord.RefitEpoch;
import java.util.List;

/**
 * How the training went.
 *
 * @param epochs in order; may be empty
 * @param restoredEpoch epoch whose weights were kept, from 1
 * @param stoppingReason whole words, as the record has it
 * @param refit epochs of the training after that, from the validation images too; empty where there was none
 */
public record LearningCurve(List<Epoch> epochs, int restoredEpoch, String stoppingReason, List<RefitEpoch> refit) {
    public LearningCurve {
        epochs = List.copyOf(epochs);
        refit = List.copyOf(refit);
    }

    /** Whether the network that is tested has learnt from the validation images too. */
    public boolean refitted() {
        return !refit.isEmpty();
    }

    /** Whether the learning rate differs between epochs. */
    public boolean learningRateChanges() {
        return epochs.stream().mapToDouble(Epoch::learningRate).distinct().count() > 1;
    }
}
