package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.study.Digests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A share of each class's training images; a larger share holds every smaller one of the same seed. */
final class TrainingShare {
    private TrainingShare() {}

    /**
     * The images, in their order.
     *
     * @param share of each class, in (0, 1]; rounded to whole images, at least one
     */
    static List<Sample> of(List<Sample> training, double share, long seed) {
        if (share == 1) {
            return training;
        }
        Map<Integer, List<Sample>> classes = new TreeMap<>();
        training.forEach(sample -> classes.computeIfAbsent(sample.label(), label -> new ArrayList<>())
                .add(sample));
        List<Sample> chosen = new ArrayList<>();
        for (List<Sample> images : classes.values()) {
            Map<Sample, String> keys = new HashMap<>();
            images.forEach(sample -> keys.put(sample, Digests.sha256(seed + "/" + sample.file())));
            images.sort(Comparator.comparing(keys::get));
            chosen.addAll(images.subList(0, (int) Math.max(1, Math.round(share * images.size()))));
        }
        chosen.sort(Comparator.comparingInt(Sample::index));
        return chosen;
    }
}
