package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.explained.Explained;
import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import io.github.tumorbench.press.analysis.statistics.Plans;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.Protocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a study's analysis together. */
final class StudyAnalyser {
    private final List<String> classes;
    private final Bootstrap bootstrap;
    private final Map<String, String> patients = new HashMap<>();
    private final Set<String> copies;

    private StudyAnalyser(StudyRecord record, Bootstrap bootstrap) {
        this.classes = record.run().classes();
        this.bootstrap = bootstrap;
        record.manifest().stream()
                .filter(row -> row.patient() != null)
                .forEach(row -> patients.put(row.file(), row.patient()));
        this.copies = Copies.ofTraining(record.manifest());
    }

    static StudyAnalysis analyse(StudyRecord record, Bootstrap bootstrap) {
        StudyAnalyser analyser = new StudyAnalyser(record, bootstrap);
        List<Prepared> all = prepared(record);
        List<Prepared> whole =
                all.stream().filter(one -> one.facts().trainingShare() == 1).toList();
        List<ImageFamily> families = ImageFamily.of(whole, analyser.patients, bootstrap);
        Map<String, WithoutCopies> without = analyser.withoutCopies(record.manifest(), families);
        Plans plans = new Plans();
        List<ExperimentAnalysis> experiments = whole.parallelStream()
                .map(one -> analyser.experiment(one, families, without.get(one.id()), plans))
                .toList();
        return new StudyAnalysis(
                record.run().study().study(),
                record.run().study().title(),
                analyser.classes,
                bootstrap,
                experiments,
                families.parallelStream()
                        .map(family -> FamilyAnalyser.analyse(family, analyser.classes))
                        .toList(),
                SizeCurves.of(all, analyser.classes));
    }

    private ExperimentAnalysis experiment(
            Prepared one, List<ImageFamily> families, WithoutCopies without, Plans plans) {
        ImageFamily family = families.stream()
                .filter(candidate -> candidate.indexOf(one.id()) >= 0)
                .findFirst()
                .orElseThrow();
        return ExperimentAnalyser.analyse(
                one,
                classes,
                family.intervals(one.id()),
                without,
                patients,
                Explained.of(one.record(), classes, patients, plans, bootstrap));
    }

    private static List<Prepared> prepared(StudyRecord record) {
        List<ExperimentRecord> ordered = inStudyOrder(record);
        Map<String, String> names = ExperimentName.ofAll(ordered.stream()
                .filter(one -> one.experiment().trainingShare() == 1)
                .toList());
        return ordered.parallelStream()
                .map(one -> Prepared.of(
                        one,
                        names.getOrDefault(
                                one.experiment().id(), one.experiment().id()),
                        record.run().classes()))
                .toList();
    }

    /** By experiment; only those whose images are divided as the manifest says. */
    private Map<String, WithoutCopies> withoutCopies(List<ManifestRow> manifest, List<ImageFamily> families) {
        Map<String, WithoutCopies> results = new HashMap<>();
        if (manifest.isEmpty()) {
            return results;
        }
        for (ImageFamily family : families) {
            List<Prepared> official = family.members().stream()
                    .filter(one -> one.facts().protocol().equals(Protocol.OFFICIAL.id()))
                    .toList();
            if (!official.isEmpty()) {
                List<Prepared> left = ImageFamily.without(copies, official, classes.size());
                int fewer = official.get(0).test().size() - left.get(0).test().size();
                ImageFamily again = fewer == 0
                        ? family
                        : ImageFamily.of(left, patients, bootstrap.secondary()).get(0);
                for (Prepared one : left) {
                    results.put(
                            one.id(), ExperimentAnalyser.withoutCopies(one, fewer, classes, again.intervals(one.id())));
                }
            }
        }
        return results;
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
}
