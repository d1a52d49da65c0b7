package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.record.ExperimentRecord.Epoch;
import java.util.List;
import java.util.Map;

/**
 * What a schedule made of a network; its numbers are read when they are first asked for.
 *
 * @param lazyTensors of backbone and head, by name
 * @param history one row for each epoch done
 * @param stoppingReason why it ended, in words
 * @param restoredEpoch whose weights were kept, from 1
 */
record TrainedNetwork(
        Lazy<Map<String, float[]>> lazyTensors, List<Epoch> history, String stoppingReason, int restoredEpoch) {
    TrainedNetwork {
        history = List.copyOf(history);
    }

    Map<String, float[]> tensors() {
        return lazyTensors.get();
    }
}
