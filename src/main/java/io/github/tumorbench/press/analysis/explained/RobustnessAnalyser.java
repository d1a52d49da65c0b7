package io.github.tumorbench.press.analysis.explained;

import io.github.tumorbench.press.analysis.explained.Robustness.Corruption;
import io.github.tumorbench.press.analysis.explained.Robustness.Point;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import io.github.tumorbench.record.Explanations;
import io.github.tumorbench.record.Explanations.Corrupted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Computes {@link Robustness}. */
final class RobustnessAnalyser {
    private RobustnessAnalyser() {}

    /** @return null where no image was made worse */
    static Robustness of(List<Corrupted> rows) {
        Map<String, Map<Integer, List<Corrupted>>> byName = new LinkedHashMap<>();
        rows.forEach(row -> byName.computeIfAbsent(row.corruption(), unused -> new TreeMap<>())
                .computeIfAbsent(row.severity(), unused -> new ArrayList<>())
                .add(row));
        Map<Integer, List<Corrupted>> clean = byName.remove(Explanations.UNCORRUPTED);
        if (byName.isEmpty() || clean == null) {
            return null;
        }
        List<Corruption> corruptions = new ArrayList<>();
        byName.forEach((name, bySeverity) -> corruptions.add(new Corruption(
                name,
                bySeverity.entrySet().stream()
                        .map(entry -> point(entry.getKey(), entry.getValue()))
                        .toList())));
        List<Corrupted> asTheyAre = clean.values().iterator().next();
        return new Robustness(asTheyAre.size(), point(0, asTheyAre), corruptions);
    }

    private static Point point(int severity, List<Corrupted> rows) {
        int right = (int)
                rows.stream().filter(row -> row.predicted().equals(row.label())).count();
        return new Point(
                severity,
                rows.size(),
                Intervals.wilson(right, rows.size()),
                mean(rows, Corrupted::confidence),
                mean(rows, Corrupted::truth));
    }

    private static double mean(List<Corrupted> rows, ToDoubleFunction<Corrupted> what) {
        return rows.stream().mapToDouble(what).average().orElseThrow();
    }
}
