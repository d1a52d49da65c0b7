package io.github.tumorbench.press.analysis;

import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.StudyRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All that is computed about a study.
 *
 * @param study identifier
 * @param title what a reader sees
 * @param classes class names in label order
 * @param experiments in the study's order
 */
public record StudyAnalysis(String study, String title, List<String> classes, List<ExperimentAnalysis> experiments) {
    public StudyAnalysis {
        classes = List.copyOf(classes);
        experiments = List.copyOf(experiments);
    }

    /**
     * Analyses a record.
     *
     * @throws io.github.tumorbench.study.InputException where a prediction names a class the record does not have, or has
     *     another number of probabilities
     */
    public static StudyAnalysis of(StudyRecord record) {
        List<ExperimentRecord> ordered = inStudyOrder(record);
        Map<String, String> names =
                names(ordered.stream().map(ExperimentRecord::experiment).toList());
        List<String> classes = record.run().classes();
        return new StudyAnalysis(
                record.run().study().study(),
                record.run().study().title(),
                classes,
                ordered.stream()
                        .map(one -> ExperimentAnalyser.analyse(
                                one, names.get(one.experiment().id()), classes))
                        .toList());
    }

    /** The experiment of this id. */
    public ExperimentAnalysis experiment(String id) {
        return experiments.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no experiment " + id));
    }

    private static List<ExperimentRecord> inStudyOrder(StudyRecord record) {
        List<ExperimentRecord> ordered = new ArrayList<>();
        for (String id : record.run().experiments()) {
            record.experiments().stream()
                    .filter(one -> one.experiment().id().equals(id))
                    .forEach(ordered::add);
        }
        record.experiments().stream().filter(one -> !ordered.contains(one)).forEach(ordered::add);
        return ordered;
    }

    /** The shortest form of name under which no two experiments are called the same. */
    static Map<String, String> names(List<Experiment> experiments) {
        List<Function<Experiment, String>> forms = List.of(
                Experiment::backbone,
                one -> "%s (%s)".formatted(one.backbone(), one.schedule()),
                one -> "%s (%s, %s)".formatted(one.backbone(), one.schedule(), one.protocol()),
                Experiment::id);
        for (Function<Experiment, String> form : forms) {
            List<String> names = experiments.stream().map(form).toList();
            if (new HashSet<>(names).size() == names.size() || form == forms.get(forms.size() - 1)) {
                Map<String, String> byId = new LinkedHashMap<>();
                experiments.forEach(one -> byId.put(one.id(), form.apply(one)));
                return byId;
            }
        }
        throw new IllegalStateException("unreachable: the last form always serves");
    }
}
