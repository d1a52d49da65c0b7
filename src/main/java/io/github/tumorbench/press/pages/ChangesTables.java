package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.changes.ExperimentChange;
import io.github.tumorbench.press.analysis.changes.FactChange;
import io.github.tumorbench.press.analysis.changes.GateVerdict;
import io.github.tumorbench.press.analysis.changes.MetricChange;
import io.github.tumorbench.press.analysis.metrics.ClassMetric;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tables of what moved between two records. */
final class ChangesTables {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final int PLACES = 4;

    private ChangesTables() {}

    static Table facts(String caption, List<FactChange> facts) {
        return new Table(
                caption,
                Table.columns("About", "What", "Before", "After"),
                facts.stream()
                        .map(one -> List.of(
                                Cell.text(word(one.area())),
                                Cell.head(one.name()),
                                Cell.text(value(one.before())),
                                Cell.text(value(one.after()))))
                        .toList());
    }

    private static String word(FactChange.Area area) {
        return area.name().toLowerCase(Locale.ROOT);
    }

    private static String value(String text) {
        if (text == null) {
            return Format.UNDEFINED;
        }
        return DIGEST.matcher(text).matches() ? Format.shortHash(text) : text;
    }

    static Table overall(ExperimentChange experiment) {
        return metrics(
                "Metrics over all test images that moved",
                "p, adjusted",
                experiment.movedMetrics().stream()
                        .filter(one -> one.className() == null)
                        .toList());
    }

    static Table ofClasses(ExperimentChange experiment) {
        return metrics(
                "Metrics of single classes that moved",
                null,
                experiment.movedMetrics().stream()
                        .filter(one -> one.className() != null)
                        .toList());
    }

    /** @param adjusted heading of the adjusted p-value, null for no such column */
    private static Table metrics(String caption, String adjusted, List<MetricChange> changes) {
        boolean patients = changes.stream().anyMatch(one -> one.byPatient() != null);
        List<String> labels = new ArrayList<>(List.of("Metric", "#Before", "#After", "#Difference"));
        if (patients) {
            labels.add("#Over patients");
        }
        labels.addAll(List.of("Test", "#p"));
        if (adjusted != null) {
            labels.add("#" + adjusted);
        }
        return new Table(
                caption,
                Table.columns(labels.toArray(String[]::new)),
                changes.stream()
                        .map(one -> row(one, patients, adjusted != null))
                        .toList());
    }

    private static List<Cell> row(MetricChange one, boolean patients, boolean adjusted) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.head(name(one)));
        cells.add(Cell.number(Format.decimal(one.before(), PLACES)));
        cells.add(Cell.number(Format.decimal(one.after(), PLACES)));
        cells.add(difference(one));
        if (patients) {
            cells.add(Cell.number(one.byPatient() == null ? Format.UNDEFINED : interval(one.byPatient())));
        }
        cells.add(Cell.text(one.test() == null ? "none" : one.test().split("[,;]")[0]));
        cells.add(Cell.number(Numbers.p(one.p())));
        if (adjusted) {
            cells.add(Cell.number(Numbers.p(one.holm())));
        }
        return cells;
    }

    private static Cell difference(MetricChange one) {
        return Cell.number(signed(one.difference().value()), interval(one.difference()));
    }

    private static String interval(Estimate one) {
        return one.hasInterval() ? signed(one.low()) + " to " + signed(one.high()) : "";
    }

    static String signed(Double value) {
        return Numbers.signed(value, PLACES);
    }

    private static String name(MetricChange one) {
        if (one.className() != null) {
            return name(ClassMetric.valueOf(one.metric().toUpperCase(Locale.ROOT))) + ", " + one.className();
        }
        return Arrays.stream(OverallMetric.values())
                .filter(metric -> metric.key().equals(one.metric()))
                .map(MetricNames::of)
                .findFirst()
                .orElseThrow();
    }

    private static String name(ClassMetric metric) {
        return switch (metric) {
            case RECALL -> "Recall";
            case SPECIFICITY -> "Specificity";
            case PRECISION -> "Precision";
            case F1 -> "F1";
            case AUROC -> "AUROC";
            case AVERAGE_PRECISION -> "Average precision";
        };
    }

    static Table verdicts(String caption, List<GateVerdict> verdicts) {
        return new Table(
                caption,
                Table.columns("Experiment", "Metric", "#Before", "#After", "#Difference", "#p, adjusted", "Verdict"),
                verdicts.stream().map(ChangesTables::row).toList());
    }

    private static List<Cell> row(GateVerdict one) {
        MetricChange change = one.change();
        return List.of(
                Cell.head(one.experiment()),
                Cell.text(MetricNames.of(one.metric())),
                Cell.number(change == null ? Format.UNDEFINED : Format.decimal(change.before(), PLACES)),
                Cell.number(change == null ? Format.UNDEFINED : Format.decimal(change.after(), PLACES)),
                change == null ? Cell.number(Format.UNDEFINED) : difference(change),
                Cell.number(Numbers.p(one.holm())),
                Cell.text(verdict(one)));
    }

    private static String verdict(GateVerdict one) {
        return switch (one.outcome()) {
            case NO_DROP -> one.drop() == 0 ? "unchanged" : "better";
            case WITHIN_MARGIN -> "worse, within the margin";
            case NOT_BEYOND_NOISE -> "worse, not beyond noise";
            case CANNOT_BE_TOLD -> "cannot be told";
            case FAILED -> "FAILED";
        };
    }
}
