package io.github.tumorbench.press.analysis;

import io.github.tumorbench.record.CamRow;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.Prediction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Puts one experiment's analysis together. */
final class ExperimentAnalyser {
    private ExperimentAnalyser() {}

    static ExperimentAnalysis analyse(ExperimentRecord record, String name, List<String> classNames) {
        Experiment experiment = record.experiment();
        String place = "experiments/" + experiment.id() + "/predictions.csv";
        Outcomes outcomes = Outcomes.of(record.predictions(), classNames, place);
        ConfusionMatrix matrix = Agreement.confusion(outcomes, classNames);
        List<ClassMetrics> classes = new ArrayList<>();
        List<RocCurve> curves = new ArrayList<>();
        for (int label = 0; label < classNames.size(); label++) {
            ClassMetrics metrics = classMetrics(outcomes, matrix, label);
            classes.add(metrics);
            curves.add(new RocCurve(
                    metrics.name(), metrics.auroc(), Ranking.roc(outcomes.scores(label), outcomes.positives(label))));
        }
        List<ReliabilityBin> reliability = Calibration.reliability(outcomes, Calibration.BINS);
        return new ExperimentAnalysis(
                experiment.id(),
                name,
                experiment.backbone(),
                experiment.schedule(),
                experiment.protocol(),
                outcomes.size(),
                classNames,
                overall(outcomes, matrix, classes, reliability),
                classes,
                matrix,
                curves,
                Calibration.histogram(outcomes),
                reliability,
                new LearningCurve(record.history(), experiment.restoredEpoch(), experiment.stoppingReason()),
                projection(record),
                localisation(record.gradcam()));
    }

    private static ClassMetrics classMetrics(Outcomes outcomes, ConfusionMatrix matrix, int label) {
        int hits = matrix.count(label, label);
        int support = matrix.support(label);
        int others = matrix.total() - support;
        int falsePositives = matrix.predicted(label) - hits;
        double[] scores = outcomes.scores(label);
        boolean[] positives = outcomes.positives(label);
        return new ClassMetrics(
                matrix.classes().get(label),
                support,
                Intervals.wilson(hits, support),
                Intervals.wilson(others - falsePositives, others),
                Intervals.wilson(hits, matrix.predicted(label)),
                Agreement.f1(matrix, label),
                Intervals.deLong(scores, positives),
                Ranking.averagePrecision(scores, positives));
    }

    private static Overall overall(
            Outcomes outcomes, ConfusionMatrix matrix, List<ClassMetrics> classes, List<ReliabilityBin> reliability) {
        return new Overall(
                Intervals.wilson(matrix.correct(), matrix.total()),
                mean(classes, one -> one.recall().value(), one -> 1),
                mean(classes, ClassMetrics::f1, one -> 1),
                mean(classes, ClassMetrics::f1, ClassMetrics::support),
                Agreement.mcc(matrix),
                Agreement.kappa(matrix),
                mean(classes, one -> one.auroc().value(), one -> 1),
                mean(classes, one -> one.auroc().value(), ClassMetrics::support),
                mean(classes, ClassMetrics::averagePrecision, one -> 1),
                Calibration.logLoss(outcomes),
                Calibration.brier(outcomes),
                Calibration.ece(reliability),
                classes.stream()
                        .filter(one -> one.support() == 0)
                        .map(ClassMetrics::name)
                        .toList());
    }

    /** Weighted mean over the classes whose value is defined; null where none is or the weights vanish. */
    private static Double mean(
            List<ClassMetrics> classes, Function<ClassMetrics, Double> value, Function<ClassMetrics, Integer> weight) {
        double sum = 0;
        long weights = 0;
        for (ClassMetrics one : classes) {
            Double defined = value.apply(one);
            if (defined != null) {
                sum += defined * weight.apply(one);
                weights += weight.apply(one);
            }
        }
        return weights == 0 ? null : sum / weights;
    }

    private static List<ProjectedImage> projection(ExperimentRecord record) {
        Map<String, Prediction> byFile = new HashMap<>();
        record.predictions().forEach(one -> byFile.put(one.file(), one));
        return record.projection().stream()
                .filter(one -> byFile.containsKey(one.file()))
                .map(one -> new ProjectedImage(
                        one.file(),
                        byFile.get(one.file()).label(),
                        byFile.get(one.file()).predicted(),
                        one.x(),
                        one.y()))
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

    private static int count(List<CamRow> rows, java.util.function.Predicate<CamRow> what) {
        return (int) rows.stream().filter(what).count();
    }

    private static Double meanOf(List<CamRow> rows, Function<CamRow, Double> what) {
        java.util.OptionalDouble mean = rows.stream()
                .map(what)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.isPresent() ? mean.getAsDouble() : null;
    }
}
