package io.github.tumorbench.study;

/**
 * One line of the study's experiments.
 *
 * @param id explicit id, or null for the default {@code <backbone>-<schedule>-<protocol>}
 * @param backbone name of a backbone, e.g. {@code MobileNetV2}
 * @param input width and height of the network's input in pixels
 * @param weights where the backbone's weights come from
 * @param features name of the layer whose pooled output is the feature, or null for the backbone's last
 * @param schedule key into the study's schedules
 */
public record ExperimentSpec(
        String id, String backbone, int input, WeightsSpec weights, String features, String schedule) {

    /** The id under one protocol: the explicit one, or backbone, schedule and protocol joined by hyphens. */
    public String idUnder(Protocol protocol) {
        return id != null ? id : (backbone + "-" + schedule + "-" + protocol.id()).toLowerCase(java.util.Locale.ROOT);
    }
}
