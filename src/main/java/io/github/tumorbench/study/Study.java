package io.github.tumorbench.study;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A study: which data, which protocols, which experiments, trained by which schedules.
 *
 * <p>Paths are kept as written in the file; {@link StudyFile} resolves them.
 *
 * @param study identifier, lower-case words joined by hyphens
 * @param title what a reader sees
 * @param seed the one number every random draw comes from
 */
public record Study(
        String study,
        String title,
        long seed,
        DatasetSpec dataset,
        List<Protocol> protocols,
        Validation validation,
        List<ExperimentSpec> experiments,
        List<EnsembleSpec> ensembles,
        Map<String, Schedule> schedules,
        Explanation explanation) {
    public Study {
        protocols = List.copyOf(protocols);
        experiments = List.copyOf(experiments);
        ensembles = List.copyOf(ensembles);
        schedules = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(schedules));
    }

    /** Presets that change images of this study, for training or as test-time views, in the order of their table. */
    public List<AugmentationPreset> presets() {
        return Stream.concat(
                        schedules.values().stream().map(Schedule::augmentation),
                        experiments.stream().map(ExperimentSpec::testViews))
                .map(Schedule.Augmentation::preset)
                .filter(preset -> preset != AugmentationPreset.NONE)
                .distinct()
                .sorted()
                .toList();
    }

    /** The experiments that are run under a protocol. */
    public List<ExperimentSpec> experimentsUnder(Protocol protocol) {
        return experiments.stream().filter(one -> one.runsUnder(protocol)).toList();
    }

    /** The ensembles whose members are all run under a protocol. */
    public List<EnsembleSpec> ensemblesUnder(Protocol protocol) {
        return ensembles.stream()
                .filter(one -> one.runsUnder(protocol, experiments))
                .toList();
    }

    /** The schedule an experiment names. */
    public Schedule scheduleOf(ExperimentSpec experiment) {
        return schedules.get(experiment.schedule());
    }
}
