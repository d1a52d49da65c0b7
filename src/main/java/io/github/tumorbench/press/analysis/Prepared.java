package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.metrics.Outcomes;
import io.github.tumorbench.press.analysis.metrics.Scorer;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import java.util.List;

/**
 * An experiment ready to be analysed.
 *
 * @param name what to call it beside the study's others
 * @param scorer of {@code test}
 */
record Prepared(ExperimentRecord record, String name, Outcomes test, Outcomes validation, Scorer scorer) {
    static Prepared of(ExperimentRecord record, String name, List<String> classes) {
        String folder = "experiments/" + record.experiment().id();
        Outcomes test = Outcomes.of(record.predictions(), classes, folder + "/predictions.csv");
        Outcomes validation = Outcomes.of(record.validation(), classes, folder + "/validation.csv");
        return new Prepared(record, name, test, validation, new Scorer(test, classes.size()));
    }

    /** The same by another name. */
    Prepared called(String other) {
        return new Prepared(record, other, test, validation, scorer);
    }

    Experiment facts() {
        return record.experiment();
    }

    String id() {
        return facts().id();
    }
}
