package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.explained.Explained;
import io.github.tumorbench.press.analysis.explained.Localisation;
import io.github.tumorbench.press.analysis.metrics.Agreement;
import io.github.tumorbench.press.analysis.metrics.Calibration;
import io.github.tumorbench.press.analysis.metrics.ClassMetrics;
import io.github.tumorbench.press.analysis.metrics.ConfusionMatrix;
import io.github.tumorbench.press.analysis.metrics.MetricIntervals;
import io.github.tumorbench.press.analysis.metrics.Metrics;
import io.github.tumorbench.press.analysis.metrics.Outcomes;
import io.github.tumorbench.press.analysis.metrics.RocCurve;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import io.github.tumorbench.press.analysis.trust.BinnedCalibration;
import io.github.tumorbench.press.analysis.trust.ConformalSets;
import io.github.tumorbench.press.analysis.trust.Deferring;
import io.github.tumorbench.press.analysis.trust.Temperature;
import io.github.tumorbench.record.CamRow;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.Prediction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts one experiment's analysis together. */
final class ExperimentAnalyser {
    private ExperimentAnalyser() {}

    static ExperimentAnalysis analyse(
            Prepared one,
            List<String> classNames,
            MetricIntervals intervals,
            WithoutCopies withoutCopies,
            Map<String, String> patients,
            Explained explained) {
        Experiment experiment = one.facts();
        Outcomes outcomes = one.test();
        double[] score = one.scorer().score();
        ConfusionMatrix matrix = Agreement.confusion(outcomes, classNames);
        List<ClassMetrics> classes = Metrics.ofClasses(outcomes, matrix, score);
        return new ExperimentAnalysis(
                experiment.id(),
                one.name(),
                experiment.backbone(),
                experiment.ensemble(),
                experiment.schedule(),
                experiment.protocol(),
                experiment.flops(),
                outcomes.size(),
                classNames,
                Metrics.overall(matrix, classes, score),
                classes,
                intervals,
                withoutCopies,
                matrix,
                curves(outcomes, classes),
                Calibration.histogram(outcomes),
                Calibration.reliability(outcomes, Calibration.BINS),
                BinnedCalibration.of(outcomes, classNames.size()),
                Temperature.of(one.validation(), outcomes, classNames.size()),
                Deferring.of(outcomes),
                ConformalSets.of(one.validation(), outcomes, classNames),
                new LearningCurve(
                        one.record().history(),
                        experiment.restoredEpoch(),
                        experiment.stoppingReason(),
                        one.record().refit()),
                projection(one.record(), patients),
                localisation(one.record().gradcam()),
                explained);
    }

    private static List<RocCurve> curves(Outcomes outcomes, List<ClassMetrics> classes) {
        List<RocCurve> curves = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            ClassMetrics one = classes.get(label);
            curves.add(new RocCurve(
                    one.name(), one.auroc(), RocCurve.points(outcomes.scores(label), outcomes.positives(label))));
        }
        return curves;
    }

    static WithoutCopies withoutCopies(Prepared left, int copies, List<String> classNames, MetricIntervals intervals) {
        ConfusionMatrix matrix = Agreement.confusion(left.test(), classNames);
        double[] score = left.scorer().score();
        List<ClassMetrics> classes = Metrics.ofClasses(left.test(), matrix, score);
        return new WithoutCopies(
                left.test().size(), copies, Metrics.overall(matrix, classes, score), classes, intervals);
    }

    private static List<ProjectedImage> projection(ExperimentRecord record, Map<String, String> patients) {
        Map<String, Prediction> byFile = new HashMap<>();
        record.predictions().forEach(one -> byFile.put(one.file(), one));
        return record.projection().stream()
                .filter(one -> byFile.containsKey(one.file()))
                .map(one -> new ProjectedImage(
                        one.file(),
                        byFile.get(one.file()).label(),
                        byFile.get(one.file()).predicted(),
                        one.x(),
                        one.y(),
                        patients.get(one.file())))
                .toList();
    }

    static Localisation localisation(List<CamRow> rows) {
        if (rows.isEmpty()) {
            return null;
        }
        List<CamRow> masked =
                rows.stream().filter(row -> row.pointingHit() != null).toList();
        return new Localisation(
                rows.size(),
                count(rows, CamRow::zero),
                masked.size(),
                Intervals.wilson(count(masked, row -> row.pointingHit() && !row.zero()), masked.size()),
                meanOf(masked, CamRow::maskArea),
                Intervals.wilson(count(masked, row -> Boolean.TRUE.equals(row.centreHit())), masked.size()),
                meanOf(masked, CamRow::energyInside),
                meanOf(masked, CamRow::iou));
    }

    private static int count(List<CamRow> rows, Predicate<CamRow> what) {
        return (int) rows.stream().filter(what).count();
    }

    private static Double meanOf(List<CamRow> rows, Function<CamRow, Double> what) {
        OptionalDouble mean = rows.stream()
                .map(what)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.isPresent() ? mean.getAsDouble() : null;
    }
}
