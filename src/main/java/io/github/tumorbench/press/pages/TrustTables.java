package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.analysis.trust.CalibrationSummary.BrierParts;
import io.github.tumorbench.press.analysis.trust.Conformal;
import io.github.tumorbench.press.analysis.trust.Deferral;
import io.github.tumorbench.press.analysis.trust.Temperature;
import java.util.ArrayList;
import java.util.List;

/** Tables about calibration, deferral and prediction sets. */
final class TrustTables {
    private TrustTables() {}

    private static Cell name(ExperimentAnalysis one) {
        return Cell.experiment(one);
    }

    static Table calibration(List<ExperimentAnalysis> experiments) {
        return new Table(
                "Calibration on the test images, before and after a temperature fitted on the validation images",
                Table.columns(
                        "Experiment",
                        "#Confidence minus accuracy, points",
                        "#ECE",
                        "#ECE, equal mass",
                        "#MCE",
                        "#Temperature",
                        "#ECE after",
                        "#Log loss",
                        "#Log loss after"),
                experiments.stream().map(TrustTables::calibrationRow).toList());
    }

    private static List<Cell> calibrationRow(ExperimentAnalysis one) {
        Estimate gap = one.intervals().of(OverallMetric.CONFIDENCE_GAP).best();
        Temperature temperature = one.temperature();
        Temperature.Scores after = temperature.after();
        return List.of(
                name(one),
                Cell.number(
                        Numbers.points(gap.value()),
                        gap.hasInterval() ? Numbers.points(gap.low()) + " to " + Numbers.points(gap.high()) : ""),
                Cell.number(Format.percent(one.calibration().ece())),
                Cell.number(Format.percent(one.calibration().eceEqualMass())),
                Cell.number(Format.percent(one.calibration().mce())),
                Cell.number(
                        Format.decimal(temperature.value(), 3),
                        temperature.reason() != null
                                ? temperature.reason()
                                : one.learning().refitted() ? "before the refit" : ""),
                Cell.number(Format.percent(after == null ? null : after.ece())),
                Cell.number(Format.decimal(temperature.before().logLoss(), 4)),
                Cell.number(Format.decimal(after == null ? null : after.logLoss(), 4)));
    }

    static Table classwise(List<String> classes, List<ExperimentAnalysis> experiments) {
        List<Table.Column> columns = new ArrayList<>(Table.columns("Experiment", "#Mean"));
        classes.forEach(name -> columns.add(new Table.Column(name, "number")));
        List<List<Cell>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : experiments) {
            List<Cell> row = new ArrayList<>(List.of(
                    name(one), Cell.number(Format.percent(one.calibration().classwise()))));
            one.calibration().ofClass().forEach(error -> row.add(Cell.number(Format.percent(error))));
            rows.add(row);
        }
        return new Table("Calibration error of each class’s probability", columns, rows);
    }

    static Table brier(List<ExperimentAnalysis> experiments) {
        return new Table(
                "Brier score = reliability − resolution + uncertainty + within bins",
                Table.columns(
                        "Experiment", "#Brier score", "#Reliability", "#Resolution", "#Uncertainty", "#Within bins"),
                experiments.stream()
                        .map(one -> {
                            BrierParts parts = one.calibration().parts();
                            return List.of(
                                    name(one),
                                    Cell.number(Format.decimal(one.overall().brier(), 4)),
                                    Cell.number(Format.decimal(parts.reliability(), 4)),
                                    Cell.number(Format.decimal(parts.resolution(), 4)),
                                    Cell.number(Format.decimal(parts.uncertainty(), 4)),
                                    Cell.number(Format.decimal(parts.within(), 4)));
                        })
                        .toList());
    }

    static Table deferral(List<ExperimentAnalysis> experiments) {
        List<Table.Column> columns = new ArrayList<>(Table.columns("Experiment", "#Area", "#Excess area"));
        if (!experiments.isEmpty()) {
            experiments
                    .get(0)
                    .deferral()
                    .rows()
                    .forEach(row ->
                            columns.add(new Table.Column("Defer " + Numbers.percentWhole(row.share()), "number")));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : experiments) {
            List<Cell> row = new ArrayList<>(List.of(
                    name(one),
                    Cell.number(Format.decimal(one.deferral().aurc(), 5)),
                    Cell.number(Format.decimal(one.deferral().excess(), 5))));
            one.deferral()
                    .rows()
                    .forEach(deferred -> row.add(Cell.number(
                            Format.percent(deferred.rest().value()),
                            "%s of %s errors".formatted(deferred.caughtErrors(), deferred.errors()))));
            rows.add(row);
        }
        return new Table(
                "Accuracy of the rest when the least certain are deferred; below it, how many of all errors are among those",
                columns,
                rows);
    }

    /** One experiment, with intervals. */
    static Table deferral(ExperimentAnalysis one) {
        return new Table(
                "When the least certain predictions are handed to a person",
                Table.columns(
                        "Deferred", "#Images", "#Accuracy of the rest", "#Errors caught", "#Share of errors caught"),
                one.deferral().rows().stream().map(TrustTables::deferralRow).toList());
    }

    private static List<Cell> deferralRow(Deferral.Row row) {
        return List.of(
                Cell.head(Numbers.percentWhole(row.share())),
                Cell.number(Format.count(row.deferred())),
                Cell.number(Format.percent(row.rest().value()), Format.percentInterval(row.rest())),
                Cell.number(row.caughtErrors() + " of " + row.errors()),
                Cell.number(Format.percent(row.caught().value()), Format.percentInterval(row.caught())));
    }

    private static final String[] SET_COLUMNS = {
        "#Level", "#Coverage", "#Mean size", "#Sets of one class", "#Empty sets", "#Threshold"
    };

    /** Coverage and mean size at each promised rate, an experiment in one row. */
    static Table coverage(List<ExperimentAnalysis> experiments) {
        List<Double> levels = experiments.stream()
                .flatMap(one -> one.conformal().sets().stream())
                .map(Conformal.Sets::level)
                .distinct()
                .toList();
        List<Table.Column> columns = new ArrayList<>(Table.columns("Experiment"));
        levels.forEach(level -> columns.addAll(Table.columns(
                "#Promised " + Numbers.percentWhole(level), "#Classes in a set at " + Numbers.percentWhole(level))));
        List<List<Cell>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : experiments) {
            List<Cell> row = new ArrayList<>(List.of(name(one)));
            for (Double level : levels) {
                Conformal.Sets sets = one.conformal().sets().stream()
                        .filter(other -> level.equals(other.level()))
                        .findFirst()
                        .orElse(null);
                row.add(
                        sets == null
                                ? Cell.number(Format.UNDEFINED)
                                : Cell.number(
                                        Format.percent(sets.coverage().value()),
                                        Format.percentInterval(sets.coverage())));
                row.add(Cell.number(Format.decimal(sets == null ? null : sets.size(), 2)));
            }
            if (!one.conformal().sets().isEmpty()) {
                rows.add(row);
            }
        }
        return new Table("How often prediction sets hold the true class, and their mean size", columns, rows);
    }

    static Table sets(List<ExperimentAnalysis> experiments) {
        List<Table.Column> columns = new ArrayList<>(Table.columns("Experiment"));
        columns.addAll(Table.columns(SET_COLUMNS));
        List<List<Cell>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : experiments) {
            for (Conformal.Sets sets : one.conformal().sets()) {
                List<Cell> row = new ArrayList<>(List.of(name(one)));
                row.addAll(setCells(sets));
                rows.add(row);
            }
        }
        return new Table("Prediction sets on the test images", columns, rows);
    }

    /** One experiment. */
    static Table sets(ExperimentAnalysis one) {
        return new Table(
                "Prediction sets on the test images",
                Table.columns(SET_COLUMNS),
                one.conformal().sets().stream().map(TrustTables::setCells).toList());
    }

    private static List<Cell> setCells(Conformal.Sets sets) {
        return List.of(
                Cell.number(Numbers.percentWhole(sets.level())),
                Cell.number(Format.percent(sets.coverage().value()), Format.percentInterval(sets.coverage())),
                Cell.number(Format.decimal(sets.size(), 3)),
                Cell.number(Format.percent(sets.single())),
                Cell.number(Format.count(sets.empty())),
                Cell.number(Format.decimal(sets.threshold(), 4)));
    }

    static Table setsByClass(List<ExperimentAnalysis> experiments) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : experiments) {
            for (Conformal.Sets sets : one.conformal().sets()) {
                for (Conformal.OfClass ofClass : sets.classes()) {
                    rows.add(List.of(
                            name(one),
                            Cell.number(Numbers.percentWhole(sets.level())),
                            Cell.text(ofClass.name()),
                            Cell.number(
                                    Format.percent(ofClass.coverage().value()),
                                    Format.percentInterval(ofClass.coverage())),
                            Cell.number(Format.decimal(ofClass.size(), 3))));
                }
            }
        }
        return new Table(
                "Prediction sets by true class",
                Table.columns("Experiment", "#Level", "True class", "#Coverage", "#Mean size"),
                rows);
    }
}
