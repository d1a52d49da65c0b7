package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.Backbones;
import io.github.tumorbench.study.ExperimentSpec;
import io.github.tumorbench.study.Schedule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An experiment's backbone, cut where it says, with its first weights.
 *
 * @param lazyTensors of the backbone, by name
 * @param key names architecture and weights
 */
record Network(Backbone backbone, WeightsStage.Origin origin, Lazy<Map<String, float[]>> lazyTensors, String key) {
    private static final String VERSION = "network 1";

    static Network of(ExperimentSpec spec, Bench bench) {
        Backbone whole = Backbones.named(spec.backbone(), spec.input());
        Backbone backbone = spec.features() == null ? whole : whole.upTo(spec.features());
        WeightsStage.Result weights = new WeightsStage(bench, backbone, spec.weights()).of();
        WeightsStage.Origin from = weights.origin();
        String origin = from.file() == null ? "random" : "file " + from.sha256();
        String seed = from.seeded() ? " seed " + bench.seeds().of("weights") : "";
        String key = "%s: %s, %s%s".formatted(VERSION, shape(backbone), origin, seed);
        return new Network(backbone, from, weights.tensors(), key);
    }

    Map<String, float[]> tensors() {
        return lazyTensors.get();
    }

    /** Names the architecture alone. */
    String shape() {
        return shape(backbone);
    }

    static String shape(Backbone backbone) {
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
