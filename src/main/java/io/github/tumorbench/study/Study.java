package io.github.tumorbench.study;

import java.util.List;
import java.util.Map;

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

    /** The schedule an experiment names. */
    public Schedule scheduleOf(ExperimentSpec experiment) {
        return schedules.get(experiment.schedule());
    }
}
