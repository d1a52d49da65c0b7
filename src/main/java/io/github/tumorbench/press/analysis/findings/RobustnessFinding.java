package io.github.tumorbench.press.analysis.findings;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.explained.Robustness;
import io.github.tumorbench.press.analysis.explained.Robustness.Corruption;
import io.github.tumorbench.press.analysis.explained.Robustness.Point;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import java.util.Comparator;
import java.util.List;

/** Sentences about worse images. */
public final class RobustnessFinding {
    private RobustnessFinding() {}

    /** What a reader calls a corruption of the record. */
    public static String words(String corruption) {
        return corruption.replace('-', ' ').replace("down sampling", "down-sampling");
    }

    /** Which corruption costs {@code name} most, by mean accuracy over the severities. */
    public static String sentence(String name, Robustness one) {
        Corruption worst = one.costliest();
        Point end = worst.worst();
        Point surest = worst.surest();
        return "What costs %s most is %s: accuracy falls from %s on the %s as they are to %s at severity %s (95 %% interval %s)%s."
                .formatted(
                        name,
                        words(worst.name()),
                        Numbers.percent(one.clean().accuracy().value()),
                        Numbers.images(one.images()),
                        Numbers.percent(end.accuracy().value()),
                        end.severity(),
                        Findings.percentInterval(end.accuracy()),
                        warning(surest));
    }

    /** Whether confidence falls with accuracy. */
    private static String warning(Point surest) {
        double above = surest.confidence() - surest.accuracy().value();
        return above > 0
                ? ", while mean confidence is up to %s points above it (severity %s)"
                        .formatted(Numbers.decimal(100 * above, 1), surest.severity())
                : "";
    }

    /** Which of several keeps most accuracy over all corruptions; null for fewer than two. */
    public static String ranking(List<ExperimentAnalysis> experiments) {
        List<ExperimentAnalysis> ranked = experiments.stream()
                .sorted(Comparator.comparingDouble(
                        one -> -one.explained().robustness().accuracy()))
                .toList();
        if (ranked.size() < 2) {
            return null;
        }
        return "Averaged over corruptions and severities, accuracy is "
                + Findings.join(ranked.stream()
                        .map(one -> "%s for %s"
                                .formatted(
                                        Numbers.percent(
                                                one.explained().robustness().accuracy()),
                                        one.name()))
                        .toList())
                + ".";
    }
}
