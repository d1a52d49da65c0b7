package io.github.tumorbench.press.analysis.findings;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.Family;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import java.util.Comparator;
import java.util.List;

/** The sentence about which experiment is the most accurate on a set of images, by paired tests. */
final class Leader {
    private Leader() {}

    /** Experiments with test images, the most accurate first, equal ones in the study's order. */
    static List<ExperimentAnalysis> ranked(StudyAnalysis study, Family family) {
        return study.experiments().stream()
                .filter(one -> family.ids().contains(one.id()) && one.images() > 0)
                .sorted(Comparator.comparingDouble((ExperimentAnalysis one) ->
                                one.overall().accuracy().value())
                        .reversed())
                .toList();
    }

    /** @param ranked not empty */
    static String sentence(Family family, List<ExperimentAnalysis> ranked) {
        ExperimentAnalysis first = ranked.get(0);
        if (ranked.size() == 1) {
            return "%s classifies %s correctly.".formatted(first.name(), accuracyOf(first));
        }
        List<ExperimentAnalysis> equal = ranked.stream()
                .filter(one -> accuracy(one).equals(accuracy(first)))
                .toList();
        if (equal.size() > 1) {
            return "%s share the highest accuracy: each classifies %s correctly."
                    .formatted(names(equal), accuracyOf(first));
        }
        String lead =
                "%s has the highest accuracy: %s are classified correctly".formatted(first.name(), accuracyOf(first));
        return lead + "; " + rivals(family, ranked);
    }

    private static String rivals(Family family, List<ExperimentAnalysis> ranked) {
        String first = ranked.get(0).id();
        List<ExperimentAnalysis> alike = ranked.stream()
                .skip(1)
                .filter(one -> !family.pair(first, one.id()).different())
                .toList();
        String test = "McNemar’s exact test, Holm’s correction";
        if (alike.isEmpty()) {
            return ranked.size() == 2
                    ? "on these images it is right more often than %s (%s)."
                            .formatted(ranked.get(1).name(), test)
                    : "on these images it is right more often than each of the others (%s).".formatted(test);
        }
        return alike.size() <= 4
                ? "on these images it cannot be told apart from %s (%s).".formatted(names(alike), test)
                : "on these images it cannot be told apart from %s of the %s others (%s)."
                        .formatted(alike.size(), ranked.size() - 1, test);
    }

    private static String accuracyOf(ExperimentAnalysis one) {
        return "%s of the %s (95 %% interval %s)"
                .formatted(
                        Numbers.percent(accuracy(one)),
                        Findings.testImages(one),
                        Findings.percentInterval(one.overall().accuracy()));
    }

    private static Double accuracy(ExperimentAnalysis one) {
        return one.overall().accuracy().value();
    }

    private static String names(List<ExperimentAnalysis> experiments) {
        return Findings.join(experiments.stream().map(ExperimentAnalysis::name).toList());
    }
}
