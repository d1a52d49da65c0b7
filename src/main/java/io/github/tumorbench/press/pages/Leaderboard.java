package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.WithoutCopies;
import io.github.tumorbench.press.analysis.metrics.ClassMetrics;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.record.Experiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The experiments side by side, the most accurate first; equal ones in the study's order. */
final class Leaderboard {
    private final Report report;
    private final List<ExperimentAnalysis> shown;
    private final boolean protocols;
    private final boolean copies;

    private Leaderboard(Report report, StudyAnalysis within) {
        this.report = report;
        this.shown = within.experiments();
        this.protocols =
                shown.stream().map(ExperimentAnalysis::protocol).distinct().count() > 1;
        this.copies = shown.stream().anyMatch(Leaderboard::leaky);
    }

    /** @param within the experiments on one set of test images */
    static Table of(Report report, StudyAnalysis within) {
        Leaderboard board = new Leaderboard(report, within);
        return new Table(
                "Experiments by accuracy on the test images%s, with 95 %% intervals"
                        .formatted(
                                report.analysis().families().size() == 1
                                        ? ""
                                        : " of the protocol " + protocols(within)),
                board.columns(),
                ranked(board.shown).stream().map(board::row).toList());
    }

    private static String protocols(StudyAnalysis within) {
        return Question.words(
                within.experiments().stream()
                        .map(ExperimentAnalysis::protocol)
                        .distinct()
                        .toList(),
                "and");
    }

    /** Every metric on the test images that are no copies of training images; no rows where there are no such copies. */
    static Table withoutCopies(Report report) {
        List<OverallMetric> metrics = Arrays.stream(OverallMetric.values())
                .filter(metric -> metric != OverallMetric.AUROC_WEIGHTED && metric != OverallMetric.CONFIDENCE_GAP)
                .toList();
        List<Table.Column> columns = new ArrayList<>(Table.columns("Experiment", "#Images left"));
        metrics.forEach(metric -> columns.add(new Table.Column(MetricNames.of(metric), "number")));
        return new Table(
                "Without the test images that have a copy in training, identical or nearly so; in small, the interval and the value on all test images",
                columns,
                ranked(report.analysis().experiments()).stream()
                        .filter(Leaderboard::leaky)
                        .map(one -> leftRow(one, metrics))
                        .toList());
    }

    private static List<ExperimentAnalysis> ranked(List<ExperimentAnalysis> experiments) {
        return experiments.stream()
                .sorted(Comparator.comparing(
                        one -> one.overall().accuracy().value(),
                        Comparator.nullsLast(Comparator.<Double>reverseOrder())))
                .toList();
    }

    private static boolean leaky(ExperimentAnalysis one) {
        return one.withoutCopies() != null && one.withoutCopies().copies() > 0;
    }

    private List<Table.Column> columns() {
        List<String> labels = new ArrayList<>(List.of("Network", "#Accuracy"));
        if (copies) {
            labels.add("#Accuracy without copies");
        }
        labels.addAll(List.of(
                "#Balanced accuracy", "#Macro F1", "#AUROC", "Weakest class", "#Parameters", "#FLOPs", "#Latency"));
        if (protocols) {
            labels.add("Protocol");
        }
        return Table.columns(labels.toArray(String[]::new));
    }

    private List<Cell> row(ExperimentAnalysis one) {
        Experiment facts = report.recordOf(one).experiment();
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(name(one), means(one, facts), Report.fileOf(one.id()), "head"));
        cells.add(MetricNames.cell(OverallMetric.ACCURACY, one.overall().accuracy()));
        if (copies) {
            cells.add(
                    one.withoutCopies() == null
                            ? Cell.number(Format.UNDEFINED)
                            : MetricNames.cell(
                                    OverallMetric.ACCURACY,
                                    one.withoutCopies().overall().accuracy()));
        }
        for (OverallMetric metric :
                List.of(OverallMetric.BALANCED_ACCURACY, OverallMetric.MACRO_F1, OverallMetric.AUROC_MACRO)) {
            cells.add(MetricNames.cell(metric, one.intervals().of(metric).best()));
        }
        cells.add(weakest(one));
        cells.add(Cell.number(Format.large(facts.parameters())));
        cells.add(Cell.number(Format.large(facts.flops())));
        cells.add(Cell.number(report.latency(one.id())
                .map(latency -> Format.milliseconds(latency.medianMilliseconds() / latency.batch()))
                .orElse(Format.UNDEFINED)));
        if (protocols) {
            cells.add(Cell.text(one.protocol()));
        }
        return cells;
    }

    /** The backbone, or the id where backbone, schedule and protocol belong to several. */
    private String name(ExperimentAnalysis one) {
        boolean alone = shown.stream()
                        .filter(other -> other.backbone().equals(one.backbone())
                                && other.training().equals(one.training())
                                && other.protocol().equals(one.protocol()))
                        .count()
                == 1;
        return one.ensemble() ? one.name() : alone ? one.backbone() : one.id();
    }

    private static List<Cell> leftRow(ExperimentAnalysis one, List<OverallMetric> metrics) {
        WithoutCopies left = one.withoutCopies();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.experiment(one));
        cells.add(Cell.number(Format.count(left.images()), "of " + Format.count(one.images())));
        for (OverallMetric metric : metrics) {
            Estimate estimate = metric == OverallMetric.ACCURACY
                    ? left.overall().accuracy()
                    : left.intervals().of(metric).best();
            Cell cell = MetricNames.cell(metric, estimate);
            String all = "all: " + MetricNames.text(metric, one.overall().value(metric));
            cells.add(Cell.number(cell.text(), cell.note().isEmpty() ? all : cell.note() + "; " + all));
        }
        return cells;
    }

    /** How the network came about; where a backbone is cut, it is smaller and weaker than its name. */
    private String means(ExperimentAnalysis one, Experiment facts) {
        return one.ensemble() ? "mean of its members" : one.training() + cut(facts);
    }

    private String cut(Experiment facts) {
        var run = report.record().run();
        boolean cut = run.study().experiments().stream()
                .anyMatch(spec -> facts.backbone().equals(spec.backbone())
                        && facts.schedule().equals(spec.schedule())
                        && facts.features().equals(spec.features()));
        return cut ? ", cut at " + facts.features() : "";
    }

    private static Cell weakest(ExperimentAnalysis one) {
        return one.classes().stream()
                .filter(metrics -> metrics.recall().value() != null)
                .min(Comparator.comparing(
                        (ClassMetrics metrics) -> metrics.recall().value()))
                .map(metrics -> new Cell(
                        metrics.name(),
                        "recall " + Format.percent(metrics.recall().value()),
                        null,
                        "text"))
                .orElse(Cell.text(Format.UNDEFINED));
    }
}
