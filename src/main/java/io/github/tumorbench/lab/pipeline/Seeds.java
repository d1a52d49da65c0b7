package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.study.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** One seed for each kind of draw, derived from the study's. Every experiment of a study uses the same. */
final class Seeds {
    private static final String[] DRAWS = {"weights", "head", "order", "augmentation", "projection", "share"};

    private final long study;
    private final Map<String, Long> seeds = new TreeMap<>();

    Seeds(long study) {
        this.study = study;
        for (String draw : DRAWS) {
            seeds.put(draw, derived(study, draw));
        }
    }

    private static long derived(long study, String draw) {
        String digest = Digests.sha256((study + "/" + draw).getBytes(StandardCharsets.UTF_8));
        return Long.parseUnsignedLong(digest.substring(0, 16), 16) >>> 1;
    }

    long of(String draw) {
        return seeds.get(draw);
    }

    /** The seed of a draw that no training depends on: {@link #all} is without it, because trainings are named by that. */
    long apart(String draw) {
        return derived(study, draw);
    }

    Map<String, Long> all() {
        return seeds;
    }
}
