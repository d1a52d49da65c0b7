package io.github.tumorbench.press.analysis.findings;

import io.github.tumorbench.press.analysis.Errors;
import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.Family;
import io.github.tumorbench.press.analysis.metrics.ClassMetrics;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sentences about several experiments' errors together. */
final class ErrorFindings {
    private ErrorFindings() {}

    private static String every(int networks) {
        return networks == 2 ? "both networks" : "all " + networks + " networks";
    }

    /** What images all networks get wrong, and what a vote or a perfect choice would reach. */
    static String together(Family family) {
        Errors errors = family.errors();
        int networks = errors.networks().size();
        int all = errors.wrongBy().get(networks);
        String hard = all == 0
                ? "No test image is wrong under " + every(networks)
                : (all == 1 ? "One test image is" : all + " test images are") + " wrong under " + every(networks);
        return "%s: a perfect choice among them would reach %s, a majority vote reaches %s, the best of them %s."
                .formatted(
                        hard,
                        Numbers.percent(errors.oracle().value()),
                        Numbers.percent(errors.majority().value()),
                        Numbers.percent(errors.bestAccuracy().value()));
    }

    /** Which class is the weakest how often; null where no experiment has a single weakest class. */
    static String weakest(List<ExperimentAnalysis> experiments) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (ExperimentAnalysis one : experiments) {
            List<ClassMetrics> weakest = Findings.weakest(one);
            if (weakest.size() == 1) {
                counts.merge(weakest.get(0).name(), 1, Integer::sum);
            }
        }
        if (counts.isEmpty()) {
            return null;
        }
        String name = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return counts.get(name) == experiments.size()
                ? "%s is the class of lowest recall in all %s experiments.".formatted(capital(name), experiments.size())
                : "%s is the class of lowest recall in %s of %s experiments."
                        .formatted(capital(name), counts.get(name), experiments.size());
    }

    private static String capital(String name) {
        int first = name.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toTitleCase(first))
                .append(name.substring(Character.charCount(first)))
                .toString();
    }
}
