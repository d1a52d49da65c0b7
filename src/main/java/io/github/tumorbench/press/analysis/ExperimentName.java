package io.github.tumorbench.press.analysis;

import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import java.util.List;
import java.util.Map;

/**
 * An experiment's name in its two parts, as tables and drawings show them below each other. Together they read {@code ResNet50
 * (frozen, official)}.
 *
 * @param subject the network or the ensemble
 * @param apart what tells it from its neighbours; empty where nothing needs to
 */
public record ExperimentName(String subject, String apart) {
    private static final String OPENING = " (";
    private static final String CLOSING = ")";

    /** The parts of a name that {@link #toString} has put together; all of any other name is its subject. */
    public static ExperimentName of(String name) {
        int opening = name.indexOf(OPENING);
        return opening < 0 || !name.endsWith(CLOSING)
                ? new ExperimentName(name, "")
                : new ExperimentName(
                        name.substring(0, opening),
                        name.substring(opening + OPENING.length(), name.length() - CLOSING.length()));
    }

    /** By id, the shortest names under which no two of these experiments are called the same. */
    public static Map<String, String> ofAll(List<ExperimentRecord> experiments) {
        return NameForm.names(experiments.stream().map(ExperimentName::named).toList());
    }

    private static NameForm.Named named(ExperimentRecord record) {
        Experiment one = record.experiment();
        String training = NameForm.training(one.schedule(), !record.refit().isEmpty());
        return new NameForm.Named(one.id(), one.backbone(), one.ensemble(), training, one.protocol());
    }

    @Override
    public String toString() {
        return apart.isEmpty() ? subject : subject + OPENING + apart + CLOSING;
    }
}
