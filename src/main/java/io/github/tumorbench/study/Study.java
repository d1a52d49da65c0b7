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
 * @param gate when a later record of it counts as worse
 * @param doi of the study's published results, e.g. {@code 10.5281/zenodo.1234567}; null where there is none
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
        Explanation explanation,
        Gate gate,
        String doi) {
    public Study {
        protocols = List.copyOf(protocols);
        experiments = List.copyOf(experiments);
        ensembles = List.copyOf(ensembles);
        schedules = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(schedules));
    }

    /** A study whose gate is the usual one, without a DOI. */
    public Study(
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
        this(
                study,
                title,
                seed,
                dataset,
                protocols,
                validation,
                experiments,
                ensembles,
                schedules,
                explanation,
                Gate.DEFAULT,
                null);
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
