package io.github.tumorbench.press.analysis.changes;

import io.github.tumorbench.press.analysis.changes.GateVerdict.Outcome;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.statistics.Holm;
import io.github.tumorbench.study.Gate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the gate makes of a record beside the one before.
 *
 * @param gate margin, level and metrics
 * @param verdicts experiment by experiment, metric by metric
 * @param missing ids of the record before that the new one lacks: a failure each
 * @param added ids that the record before lacks: nothing to compare with
 */
public record GateResult(Gate gate, List<GateVerdict> verdicts, List<String> missing, List<String> added) {
    /** A drop of exactly the margin, taken from two rounded shares, is still within it. */
    private static final double ROUNDING = 1e-12;

    public GateResult {
        verdicts = List.copyOf(verdicts);
        missing = List.copyOf(missing);
        added = List.copyOf(added);
    }

    /** Decides. P-values are adjusted after Holm over every experiment and metric that is tested, moved or not. */
    public static GateResult of(Changes changes, Gate gate) {
        List<GateVerdict> open = new ArrayList<>();
        for (ExperimentChange experiment : changes.experiments()) {
            for (Gate.Metric metric : gate.metrics()) {
                open.add(undecided(experiment, metric));
            }
        }
        List<GateVerdict> tested = open.stream()
                .filter(one -> one.change() != null && one.change().p() != null)
                .toList();
        List<Double> adjusted =
                Holm.adjust(tested.stream().map(one -> one.change().p()).toList());
        List<GateVerdict> verdicts = open.stream()
                .map(one -> decided(one, tested.contains(one) ? adjusted.get(tested.indexOf(one)) : null, gate))
                .toList();
        return new GateResult(gate, verdicts, changes.missing(), changes.added());
    }

    /** Whether nothing got worse by more than margin and noise, and nothing is missing. */
    public boolean passed() {
        return missing.isEmpty() && failures().isEmpty();
    }

    /** Verdicts that fail the gate. */
    public List<GateVerdict> failures() {
        return verdicts.stream().filter(one -> one.outcome() == Outcome.FAILED).toList();
    }

    private static GateVerdict undecided(ExperimentChange experiment, Gate.Metric metric) {
        OverallMetric one = OverallMetric.valueOf(metric.name());
        MetricChange change = experiment.metrics().stream()
                .filter(other -> other.className() == null && other.metric().equals(one.key()))
                .findFirst()
                .orElse(null);
        boolean defined = change != null && change.before() != null && change.after() != null;
        Double drop = defined ? (metric.loss() ? 1 : -1) * (change.after() - change.before()) + 0.0 : null;
        return new GateVerdict(experiment.id(), experiment.name(), one, change, drop, null, Outcome.CANNOT_BE_TOLD);
    }

    private static GateVerdict decided(GateVerdict one, Double holm, Gate gate) {
        return new GateVerdict(
                one.experiment(),
                one.name(),
                one.metric(),
                one.change(),
                one.drop(),
                holm,
                outcome(one.drop(), holm, gate));
    }

    private static Outcome outcome(Double drop, Double holm, Gate gate) {
        if (drop == null) {
            return Outcome.CANNOT_BE_TOLD;
        }
        if (drop <= 0) {
            return Outcome.NO_DROP;
        }
        if (drop <= gate.margin() + ROUNDING) {
            return Outcome.WITHIN_MARGIN;
        }
        if (holm == null) {
            return Outcome.CANNOT_BE_TOLD;
        }
        return holm < gate.alpha() ? Outcome.FAILED : Outcome.NOT_BEYOND_NOISE;
    }
}
