package io.github.tumorbench.study;

import java.util.List;
import java.util.Locale;

/**
 * One line of the study's experiments.
 *
 * @param id explicit id, or null for the default {@code <backbone>-<schedule>-<protocol>}
 * @param backbone name of a backbone, e.g. {@code MobileNetV2}
 * @param input width and height of the network's input in pixels
 * @param weights where the backbone's weights come from
 * @param features name of the layer whose pooled output is the feature, or null for the backbone's last
 * @param schedule key into the study's schedules
 * @param trainingShare share of each class's training images that is trained on, in (0, 1]
 * @param refit whether the network that is tested has learnt anew, in the same epochs, from the validation images too
 * @param precision of the arithmetic while features are computed and layers are trained
 * @param testViews changed copies of each validation and test image whose probabilities are averaged with its own
 * @param protocols those of the study's protocols it is run under, by name; empty for all of them
 */
public record ExperimentSpec(
        String id,
        String backbone,
        int input,
        WeightsSpec weights,
        String features,
        String schedule,
        double trainingShare,
        boolean refit,
        Precision precision,
        Schedule.Augmentation testViews,
        List<Protocol.Name> protocols) {
    public ExperimentSpec {
        protocols = List.copyOf(protocols);
    }

    /** What ensembles call it, whatever the protocol: the explicit id, or backbone and schedule, and the share and the refit if any. */
    public String name() {
        return id != null
                ? id
                : (backbone + "-" + schedule).toLowerCase(Locale.ROOT) + share() + (refit ? "-refit" : "");
    }

    /** Whether it is run under a protocol of the study. */
    public boolean runsUnder(Protocol protocol) {
        return protocols.isEmpty() || protocols.contains(protocol.name());
    }

    /** The id under one protocol. An explicit id stays as it is under the official one. */
    public String idUnder(Protocol protocol) {
        return id != null && protocol.equals(Protocol.OFFICIAL) ? id : name() + "-" + protocol.id();
    }

    private String share() {
        return trainingShare == 1 ? "" : "-share" + Math.round(trainingShare * 100);
    }
}
