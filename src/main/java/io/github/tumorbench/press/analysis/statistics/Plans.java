package io.github.tumorbench.press.analysis.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Plans of drawing patients, each made once, however many measurements of however many experiments are about its images. */
public final class Plans {
    private final Map<Key, ResamplingPlan> plans = new ConcurrentHashMap<>();

    /** All that a plan depends on, as lists can be compared. */
    private record Key(List<Integer> truth, List<String> patients) {}

    /** As {@link ResamplingPlan#ofPatients}. */
    public ResamplingPlan ofPatients(int[] truth, List<String> patients) {
        return plans.computeIfAbsent(
                new Key(Arrays.stream(truth).boxed().toList(), patients),
                unused -> ResamplingPlan.ofPatients(truth, patients));
    }
}
