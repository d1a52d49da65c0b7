package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.explained.Robustness;
import io.github.tumorbench.press.analysis.explained.Robustness.Corruption;
import io.github.tumorbench.press.analysis.findings.RobustnessFinding;
import io.github.tumorbench.study.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How networks fare with worse images.
 *
 * @param sentences what costs each network most, then the mean of each set of test images
 * @param elsewhere where to look for experiments it was not computed for; empty where there are none
 * @param accuracy mean over severities, and at the highest, of each corruption; no rows where nothing was asked
 * @param severities every point
 */
public record RobustnessView(
        List<String> sentences, String elsewhere, List<FigureView> figures, Table accuracy, Table severities) {
    private static final String DEDUPLICATED = new Protocol(Protocol.Name.OFFICIAL_DEDUPLICATED, 0, 0).id();

    public RobustnessView {
        sentences = List.copyOf(sentences);
        figures = List.copyOf(figures);
    }

    static RobustnessView of(Report report) {
        List<ExperimentAnalysis> networks = report.analysis().experiments().stream()
                .filter(one -> one.explained().robustness() != null)
                .toList();
        return new RobustnessView(
                sentences(report, networks),
                elsewhere(report, networks),
                DecisionFigures.of(report, DecisionFigures.Kind.ROBUSTNESS),
                accuracy(networks),
                severities(networks));
    }

    /** Whether any image was made worse. */
    public boolean asked() {
        return !accuracy.empty();
    }

    private static List<String> sentences(Report report, List<ExperimentAnalysis> networks) {
        Stream<String> each = networks.stream()
                .map(one ->
                        RobustnessFinding.sentence(one.name(), one.explained().robustness()));
        Stream<String> together = report.analysis().families().stream()
                .map(family -> RobustnessFinding.ranking(networks.stream()
                        .filter(one -> family.ids().contains(one.id()))
                        .toList()))
                .filter(Objects::nonNull);
        return Stream.concat(each, together).map(Format::sentence).toList();
    }

    /** The same network on fewer images is not tried again. */
    private static String elsewhere(Report report, List<ExperimentAnalysis> networks) {
        boolean left = report.analysis().experiments().stream()
                .anyMatch(one -> !one.ensemble()
                        && one.protocol().equals(DEDUPLICATED)
                        && one.explained().robustness() == null);
        return networks.isEmpty() || !left
                ? ""
                : "Not computed under the protocol official-deduplicated: it tests the networks of the protocol official on fewer images, so look there.";
    }

    private static Cell name(ExperimentAnalysis one) {
        return Cell.experiment(one);
    }

    private static Table accuracy(List<ExperimentAnalysis> networks) {
        Set<String> corruptions = new LinkedHashSet<>();
        networks.forEach(
                one -> one.explained().robustness().corruptions().forEach(each -> corruptions.add(each.name())));
        List<Table.Column> columns = new ArrayList<>(Table.columns("Experiment", "#As they are", "#Mean"));
        corruptions.forEach(name -> columns.add(new Table.Column(RobustnessFinding.words(name), "number")));
        List<List<Cell>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : networks) {
            Robustness robustness = one.explained().robustness();
            List<Cell> row = new ArrayList<>(List.of(
                    name(one),
                    Cell.number(Format.percent(robustness.clean().accuracy().value())),
                    Cell.number(Format.percent(robustness.accuracy()))));
            for (String name : corruptions) {
                row.add(robustness.corruptions().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .map(RobustnessView::cell)
                        .orElse(Cell.number(Format.UNDEFINED)));
            }
            rows.add(row);
        }
        return new Table("Mean accuracy over the severities; below it, at the highest severity", columns, rows);
    }

    private static Cell cell(Corruption one) {
        return Cell.number(
                Format.percent(one.accuracy()),
                Format.percent(one.worst().accuracy().value()));
    }

    private static Table severities(List<ExperimentAnalysis> networks) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : networks) {
            Robustness robustness = one.explained().robustness();
            rows.add(row(one, "none", robustness.clean()));
            robustness.corruptions().forEach(corruption -> corruption
                    .points()
                    .forEach(point -> rows.add(row(one, RobustnessFinding.words(corruption.name()), point))));
        }
        return new Table(
                "Accuracy and confidence at each severity",
                Table.columns(
                        "Experiment",
                        "Corruption",
                        "#Severity",
                        "#Images",
                        "#Accuracy",
                        "#Mean confidence",
                        "#Probability of the true class"),
                rows);
    }

    private static List<Cell> row(ExperimentAnalysis one, String corruption, Robustness.Point point) {
        return List.of(
                name(one),
                Cell.text(corruption),
                Cell.number(String.valueOf(point.severity())),
                Cell.number(Format.count(point.images())),
                Cell.number(Format.percent(point.accuracy().value()), Format.percentInterval(point.accuracy())),
                Cell.number(Format.percent(point.confidence())),
                Cell.number(Format.percent(point.truth())));
    }
}
