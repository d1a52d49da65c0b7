package io.github.tumorbench.lab.training;

import io.github.tumorbench.record.ExperimentRecord.Epoch;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The outcome of a training.
 *
 * @param tensors variables of the restored epoch, by name
 * @param history one row for each epoch done
 * @param stoppingReason why it ended, in words
 * @param restoredEpoch whose weights these are, from 1
 */
public record Trained(Map<String, float[]> tensors, List<Epoch> history, String stoppingReason, int restoredEpoch) {
    public Trained {
        tensors = Collections.unmodifiableMap(new TreeMap<>(tensors));
        history = List.copyOf(history);
    }
}
