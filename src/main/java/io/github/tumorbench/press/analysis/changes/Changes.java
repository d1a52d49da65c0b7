package io.github.tumorbench.press.analysis.changes;

import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import io.github.tumorbench.record.StudyRecord;
import java.util.List;

/**
 * What differs between two records.
 *
 * @param bootstrap how intervals were resampled
 * @param facts data, weights, code, configuration and environment
 * @param experiments those in both records, in the later one's order
 * @param missing ids only the earlier record has
 * @param added ids only the later record has
 */
public record Changes(
        Side before,
        Side after,
        Bootstrap bootstrap,
        List<FactChange> facts,
        List<ExperimentChange> experiments,
        List<String> missing,
        List<String> added) {
    /**
     * A record by its name.
     *
     * @param study identifier
     * @param title what a reader sees
     * @param version of the program
     * @param commit full hash, or {@code unknown}
     * @param dirty whether the tree was changed
     */
    public record Side(String study, String title, String version, String commit, boolean dirty) {}

    public Changes {
        facts = List.copyOf(facts);
        experiments = List.copyOf(experiments);
        missing = List.copyOf(missing);
        added = List.copyOf(added);
    }

    /** Compares two records, with {@link Bootstrap#SECONDARY} resamples from the later study's seed. */
    public static Changes between(StudyRecord before, StudyRecord after) {
        return between(before, after, Bootstrap.SECONDARY);
    }

    /** The same with another number of resamples. */
    public static Changes between(StudyRecord before, StudyRecord after, int resamples) {
        return ChangeAnalyser.analyse(
                before, after, new Bootstrap(resamples, after.run().study().seed()));
    }

    /** Experiments in both records of which something is another. */
    public List<ExperimentChange> moved() {
        return experiments.stream().filter(ExperimentChange::moved).toList();
    }

    /** Whether nothing at all differs. */
    public boolean none() {
        return facts.isEmpty() && missing.isEmpty() && added.isEmpty() && moved().isEmpty();
    }
}
