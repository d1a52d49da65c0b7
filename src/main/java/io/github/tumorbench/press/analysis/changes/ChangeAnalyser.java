package io.github.tumorbench.press.analysis.changes;

import io.github.tumorbench.press.analysis.ExperimentName;
import io.github.tumorbench.press.analysis.metrics.ClassMetric;
import io.github.tumorbench.press.analysis.metrics.MetricIntervals;
import io.github.tumorbench.press.analysis.metrics.Outcomes;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.metrics.Scorer;
import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Holm;
import io.github.tumorbench.press.analysis.statistics.McNemar;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.record.Run;
import io.github.tumorbench.record.StudyRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares two records, experiment by experiment. */
final class ChangeAnalyser {
    private final StudyRecord before;
    private final StudyRecord after;
    private final Bootstrap bootstrap;
    private final Map<String, ManifestRow> imagesBefore;
    private final Map<String, ManifestRow> imagesAfter;

    private ChangeAnalyser(StudyRecord before, StudyRecord after, Bootstrap bootstrap) {
        this.before = before;
        this.after = after;
        this.bootstrap = bootstrap;
        this.imagesBefore = images(before);
        this.imagesAfter = images(after);
    }

    static Changes analyse(StudyRecord before, StudyRecord after, Bootstrap bootstrap) {
        ChangeAnalyser analyser = new ChangeAnalyser(before, after, bootstrap);
        Map<String, ExperimentRecord> earlier = byId(before);
        Map<String, ExperimentRecord> later = byId(after);
        Map<String, String> names = ExperimentName.ofAll(List.copyOf(later.values()));
        List<ExperimentChange> experiments = later.entrySet().stream()
                .filter(one -> earlier.containsKey(one.getKey()))
                .map(one -> analyser.experiment(earlier.get(one.getKey()), one.getValue(), names.get(one.getKey())))
                .toList();
        return new Changes(
                side(before.run()),
                side(after.run()),
                bootstrap,
                FactDifferences.of(before, after),
                adjusted(experiments),
                earlier.keySet().stream().filter(id -> !later.containsKey(id)).toList(),
                later.keySet().stream().filter(id -> !earlier.containsKey(id)).toList());
    }

    private static Changes.Side side(Run run) {
        return new Changes.Side(
                run.study().study(),
                run.study().title(),
                run.provenance().version(),
                run.provenance().commit(),
                run.provenance().dirty());
    }

    private static Map<String, ExperimentRecord> byId(StudyRecord record) {
        Map<String, ExperimentRecord> byId = new LinkedHashMap<>();
        record.experiments().forEach(one -> byId.put(one.experiment().id(), one));
        return byId;
    }

    private static Map<String, ManifestRow> images(StudyRecord record) {
        Map<String, ManifestRow> images = new HashMap<>();
        record.manifest().forEach(row -> images.put(row.file(), row));
        return images;
    }

    private ExperimentChange experiment(ExperimentRecord earlier, ExperimentRecord later, String name) {
        Experiment facts = later.experiment();
        Outcomes one = outcomes(earlier, before);
        Outcomes two = outcomes(later, after);
        boolean comparable = before.run().classes().equals(after.run().classes());
        boolean paired = comparable && sameImages(one, two);
        McNemar counts = paired ? McNemar.of(one.corrects(), two.corrects()) : null;
        return new ExperimentChange(
                facts.id(),
                name,
                one.size(),
                two.size(),
                paired,
                paired ? counts.onlyFirst() : null,
                paired ? counts.onlySecond() : null,
                FactDifferences.of(earlier.experiment(), facts),
                comparable && one.size() > 0 && two.size() > 0 ? metrics(one, two, paired) : List.of());
    }

    private static Outcomes outcomes(ExperimentRecord record, StudyRecord of) {
        return Outcomes.of(
                record.predictions(),
                of.run().classes(),
                "experiments/" + record.experiment().id() + "/predictions.csv");
    }

    /** The same files with the same bytes, as far as the manifests know, and the same classes. */
    private boolean sameImages(Outcomes one, Outcomes two) {
        return one.files().equals(two.files())
                && Arrays.equals(one.truth(), two.truth())
                && one.files().stream()
                        .allMatch(
                                file -> Objects.equals(digest(imagesBefore.get(file)), digest(imagesAfter.get(file))));
    }

    private static String digest(ManifestRow row) {
        return row == null ? null : row.sha256();
    }

    private List<MetricChange> metrics(Outcomes one, Outcomes two, boolean paired) {
        List<String> classes = after.run().classes();
        Scorer earlier = new Scorer(one, classes.size());
        Scorer later = new Scorer(two, classes.size());
        double[] valuesBefore = earlier.score();
        double[] valuesAfter = later.score();
        Contrast contrast = paired && samePredictions(one, two)
                ? new Contrast.Same(valuesAfter)
                : paired
                        ? new PairedContrast(earlier, later, patients(two, imagesAfter), bootstrap)
                        : new UnpairedContrast(earlier, patients(one, imagesBefore), later, patients(two, imagesAfter));
        List<MetricChange> changes = new ArrayList<>();
        for (OverallMetric metric : OverallMetric.values()) {
            changes.add(change(metric.key(), null, Scorer.index(metric), valuesBefore, valuesAfter, contrast));
        }
        for (int label = 0; label < classes.size(); label++) {
            for (ClassMetric metric : ClassMetric.values()) {
                int place = Scorer.index(label, metric);
                changes.add(change(metric.key(), classes.get(label), place, valuesBefore, valuesAfter, contrast));
            }
        }
        return changes;
    }

    private static boolean samePredictions(Outcomes one, Outcomes two) {
        return Arrays.equals(one.predicted(), two.predicted())
                && Arrays.equals(one.confidence(), two.confidence())
                && Arrays.deepEquals(one.probabilities(), two.probabilities());
    }

    private static List<String> patients(Outcomes outcomes, Map<String, ManifestRow> images) {
        List<String> patients = new ArrayList<>();
        outcomes.files()
                .forEach(file ->
                        patients.add(images.containsKey(file) ? images.get(file).patient() : null));
        return patients;
    }

    static MetricChange change(
            String key, String className, int place, double[] before, double[] after, Contrast contrast) {
        Contrast.Test test = contrast.test(place);
        boolean ece = place == Scorer.index(OverallMetric.ECE);
        Double one = MetricIntervals.defined(before[place]);
        Double two = MetricIntervals.defined(after[place]);
        return new MetricChange(
                key,
                className,
                one,
                two,
                ece && one != null && two != null
                        ? new Estimate(two - one, null, null, MetricIntervals.NO_ECE)
                        : contrast.difference(place),
                ece ? null : contrast.byPatient(place),
                test == null ? null : test.name(),
                test == null ? null : test.p(),
                null);
    }

    /** With p-values adjusted over the metrics over all images of all experiments. */
    private static List<ExperimentChange> adjusted(List<ExperimentChange> experiments) {
        List<MetricChange> family = experiments.stream()
                .flatMap(one -> one.metrics().stream())
                .filter(ChangeAnalyser::inFamily)
                .toList();
        var values = Holm.adjust(family.stream().map(MetricChange::p).toList()).iterator();
        return experiments.stream()
                .map(one -> one.withMetrics(one.metrics().stream()
                        .map(metric -> inFamily(metric) ? metric.withHolm(values.next()) : metric)
                        .toList()))
                .toList();
    }

    private static boolean inFamily(MetricChange metric) {
        return metric.className() == null && metric.p() != null;
    }
}
