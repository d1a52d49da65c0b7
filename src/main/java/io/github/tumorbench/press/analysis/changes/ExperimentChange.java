package io.github.tumorbench.press.analysis.changes;

import java.util.List;

/**
 * One experiment in two records.
 *
 * @param name what to call it beside the others
 * @param imagesBefore test images
 * @param imagesAfter test images
 * @param paired whether these are the same images, so that they can be compared one by one
 * @param onlyBefore images only the earlier result gets right; null unless paired
 * @param onlyAfter images only the later result gets right; null unless paired
 * @param facts what is another about training and model
 * @param metrics all of them, moved or not
 */
public record ExperimentChange(
        String id,
        String name,
        int imagesBefore,
        int imagesAfter,
        boolean paired,
        Integer onlyBefore,
        Integer onlyAfter,
        List<FactChange> facts,
        List<MetricChange> metrics) {
    public ExperimentChange {
        facts = List.copyOf(facts);
        metrics = List.copyOf(metrics);
    }

    /** Whether anything about it is another. */
    public boolean moved() {
        return !facts.isEmpty() || metrics.stream().anyMatch(MetricChange::moved);
    }

    /** The metrics whose value is another. */
    public List<MetricChange> movedMetrics() {
        return metrics.stream().filter(MetricChange::moved).toList();
    }

    ExperimentChange withMetrics(List<MetricChange> others) {
        return new ExperimentChange(id, name, imagesBefore, imagesAfter, paired, onlyBefore, onlyAfter, facts, others);
    }
}
