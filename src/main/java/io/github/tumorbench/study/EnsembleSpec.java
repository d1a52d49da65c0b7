package io.github.tumorbench.study;

import java.util.List;

/**
 * Experiments whose probabilities are averaged, under each protocol that all of them are run under.
 *
 * @param id begins with {@code ensemble-}
 * @param members at least two experiments, as {@link ExperimentSpec#name()} calls them
 */
public record EnsembleSpec(String id, List<String> members) {
    /** What every ensemble's id begins with, and no experiment's. */
    public static final String PREFIX = "ensemble-";

    public EnsembleSpec {
        members = List.copyOf(members);
    }

    /** Whether every member is run under a protocol. */
    public boolean runsUnder(Protocol protocol, List<ExperimentSpec> experiments) {
        return experiments.stream()
                .filter(experiment -> members.contains(experiment.name()))
                .allMatch(experiment -> experiment.runsUnder(protocol));
    }

    /** The id under one protocol; the official one is not named. */
    public String idUnder(Protocol protocol) {
        return protocol.equals(Protocol.OFFICIAL) ? id : id + "-" + protocol.id();
    }
}
