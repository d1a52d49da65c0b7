package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import io.github.tumorbench.record.StudyRecord;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * All that is computed about a study.
 *
 * @param study identifier
 * @param title what a reader sees
 * @param classes class names in label order
 * @param experiments in the study's order, without those trained on a share of the training images
 * @param families those tested on the same images, compared
 * @param sizes accuracy against the number of training images; empty where no experiment learned from a share of them
 */
public record StudyAnalysis(
        String study,
        String title,
        List<String> classes,
        Bootstrap bootstrap,
        List<ExperimentAnalysis> experiments,
        List<Family> families,
        List<SizeCurve> sizes) {
    public StudyAnalysis {
        classes = List.copyOf(classes);
        experiments = List.copyOf(experiments);
        families = List.copyOf(families);
        sizes = List.copyOf(sizes);
    }

    /**
     * Analyses a record, with {@link Bootstrap#RESAMPLES} resamples from the study's seed.
     *
     * @throws io.github.tumorbench.study.InputException where a prediction names a class the record does not have, or has
     *     another number of probabilities
     */
    public static StudyAnalysis of(StudyRecord record) {
        return of(record, Bootstrap.RESAMPLES);
    }

    /** The same with another number of resamples. */
    public static StudyAnalysis of(StudyRecord record, int resamples) {
        return StudyAnalyser.analyse(
                record, new Bootstrap(resamples, record.run().study().seed()));
    }

    /** The experiment of this id. */
    public ExperimentAnalysis experiment(String id) {
        return experiments.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no experiment " + id));
    }

    /** The family this experiment was compared in. */
    public Family familyOf(String id) {
        return families.stream()
                .filter(one -> one.ids().contains(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no experiment " + id));
    }

    /** The experiments tested on one set of images, by the shortest names that tell these apart, and nothing else. */
    public StudyAnalysis within(Family family) {
        return only(one -> family.ids().contains(one.id()), List.of(family));
    }

    /** Some of the experiments, by the shortest names that tell these apart, compared with none. */
    public StudyAnalysis with(Predicate<ExperimentAnalysis> chosen) {
        return only(chosen, List.of());
    }

    private StudyAnalysis only(Predicate<ExperimentAnalysis> chosen, List<Family> compared) {
        List<ExperimentAnalysis> members = experiments.stream().filter(chosen).toList();
        Map<String, String> names = NameForm.names(members.stream()
                .map(one ->
                        new NameForm.Named(one.id(), one.backbone(), one.ensemble(), one.training(), one.protocol()))
                .toList());
        return new StudyAnalysis(
                study,
                title,
                classes,
                bootstrap,
                members.stream().map(one -> one.called(names.get(one.id()))).toList(),
                compared,
                List.of());
    }
}
