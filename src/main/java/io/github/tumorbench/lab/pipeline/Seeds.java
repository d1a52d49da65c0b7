package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.study.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** One seed for each kind of draw, derived from the study's. Every experiment of a study uses the same. */
final class Seeds {
    private static final String[] DRAWS = {"weights", "head", "order", "augmentation", "projection", "share"};

    private final Map<String, Long> seeds = new TreeMap<>();

    Seeds(long study) {
        for (String draw : DRAWS) {
            String digest = Digests.sha256((study + "/" + draw).getBytes(StandardCharsets.UTF_8));
            seeds.put(draw, Long.parseUnsignedLong(digest.substring(0, 16), 16) >>> 1);
        }
    }

    long of(String draw) {
        return seeds.get(draw);
    }

    Map<String, Long> all() {
        return seeds;
    }
}
