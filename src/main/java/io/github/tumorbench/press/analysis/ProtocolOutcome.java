package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One experiment under one protocol, its folds pooled.
 *
 * @param experiment the id without the protocol
 * @param protocol id without the fold
 * @param folds how many are pooled; 0 for a single hold-out
 * @param trainImages of the first fold
 * @param validationImages of the first fold
 * @param testImages of all folds
 * @param accuracy share of test images told right, Wilson interval
 * @param patients in the test images, as far as known
 * @param patientAccuracy share of patients told right by the mean probability of their images; a patient's class is that of most
 *     of the images
 * @param labels what the accuracy would be if labels that the source contradicts were left out or changed
 */
public record ProtocolOutcome(
        String experiment,
        String protocol,
        int folds,
        int trainImages,
        int validationImages,
        int testImages,
        Estimate accuracy,
        int patients,
        Estimate patientAccuracy,
        LabelSensitivity labels) {
    /** Every experiment of a record, in its order. */
    public static List<ProtocolOutcome> of(StudyRecord record) {
        Map<String, ManifestRow> manifest = new TreeMap<>();
        record.manifest().forEach(row -> manifest.put(row.file(), row));
        Map<String, Protocol> protocols = new TreeMap<>();
        record.run().study().protocols().forEach(protocol -> protocols.put(protocol.id(), protocol));
        Map<List<String>, List<ExperimentRecord>> pools = new LinkedHashMap<>();
        for (ExperimentRecord one : record.experiments()) {
            Experiment experiment = one.experiment();
            Protocol protocol = protocols.getOrDefault(experiment.protocol(), Protocol.OFFICIAL);
            String base = new Protocol(protocol.name(), 0, 0).id();
            List<String> key = List.of(name(experiment), base, "" + protocol.folds());
            pools.computeIfAbsent(key, unused -> new ArrayList<>()).add(one);
        }
        return pools.entrySet().stream()
                .map(pool -> of(
                        pool.getKey(), pool.getValue(), manifest, record.run().classes()))
                .toList();
    }

    private static String name(Experiment experiment) {
        String suffix = "-" + experiment.protocol();
        String id = experiment.id();
        return id.endsWith(suffix) ? id.substring(0, id.length() - suffix.length()) : id;
    }

    private static ProtocolOutcome of(
            List<String> key, List<ExperimentRecord> folds, Map<String, ManifestRow> manifest, List<String> classes) {
        List<Prediction> rows =
                folds.stream().flatMap(fold -> fold.predictions().stream()).toList();
        int hits = 0;
        Map<String, List<Prediction>> patients = new TreeMap<>();
        for (Prediction row : rows) {
            ManifestRow image = manifest.get(row.file());
            hits += row.correct() ? 1 : 0;
            if (image.patient() != null) {
                patients.computeIfAbsent(image.patient(), patient -> new ArrayList<>())
                        .add(row);
            }
        }
        int patientHits = (int) patients.values().stream()
                .filter(images -> mean(images, classes).equals(most(images)))
                .count();
        Experiment first = folds.get(0).experiment();
        return new ProtocolOutcome(
                key.get(0),
                key.get(1),
                Integer.parseInt(key.get(2)),
                first.trainImages(),
                first.validationImages(),
                rows.size(),
                Intervals.wilson(hits, rows.size()),
                patients.size(),
                Intervals.wilson(patientHits, patients.size()),
                LabelSensitivity.of(rows, manifest));
    }

    /** The class with the highest mean probability, the first on ties. */
    private static String mean(List<Prediction> images, List<String> classes) {
        int best = 0;
        double highest = -1;
        for (int c = 0; c < classes.size(); c++) {
            int label = c;
            double sum = images.stream()
                    .mapToDouble(image -> image.probabilities().get(label))
                    .sum();
            if (sum > highest) {
                highest = sum;
                best = c;
            }
        }
        return classes.get(best);
    }

    /** The class of most of the images, the first by name on ties. */
    private static String most(List<Prediction> images) {
        Map<String, Integer> counts = new TreeMap<>();
        images.forEach(image -> counts.merge(image.label(), 1, Integer::sum));
        return counts.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .orElseThrow()
                .getKey();
    }
}
