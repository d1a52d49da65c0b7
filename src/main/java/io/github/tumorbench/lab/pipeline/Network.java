package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.Backbones;
import io.github.tumorbench.lab.backbone.Weights;
import io.github.tumorbench.lab.backbone.WeightsImport;
import io.github.tumorbench.study.ExperimentSpec;
import io.github.tumorbench.study.Schedule;
import java.util.Set;
import java.util.TreeSet;

/**
 * An experiment's backbone, cut where it says, with its weights.
 *
 * @param key names architecture and weights
 */
record Network(Backbone backbone, Weights weights, String key) {
    private static final String VERSION = "network 1";

    static Network of(ExperimentSpec spec, Bench bench) {
        Backbone whole = Backbones.named(spec.backbone(), spec.input());
        Backbone backbone = spec.features() == null ? whole : whole.upTo(spec.features());
        long seed = bench.seeds().of("weights");
        Weights weights = WeightsImport.load(backbone, spec.weights(), seed, bench.locator(), bench.progress());
        String origin = weights.file() == null ? "random" : "file " + weights.sha256();
        boolean seeded = weights.file() == null || !weights.initialised().isEmpty();
        String key = "%s: %s, %s%s".formatted(VERSION, shape(backbone), origin, seeded ? " seed " + seed : "");
        return new Network(backbone, weights, key);
    }

    /** Names the architecture alone. */
    String shape() {
        return shape(backbone);
    }

    private static String shape(Backbone backbone) {
        return "%s at %s up to %s".formatted(backbone.name(), backbone.input(), backbone.featureLayer());
    }

    /** Names of the layers a schedule trains; empty for a frozen backbone. */
    Set<String> trained(Schedule schedule) {
        if (schedule.trainLast() == Schedule.ALL) {
            Set<String> all = new TreeSet<>();
            backbone.layers().forEach(layer -> all.add(layer.name()));
            return all;
        }
        return backbone.lastLayers(schedule.trainLast());
    }
}
