package io.github.tumorbench.press.analysis.findings;

import io.github.tumorbench.press.analysis.explained.Belief;
import io.github.tumorbench.press.analysis.explained.Belief.Contrast;
import io.github.tumorbench.press.analysis.explained.Belief.Mode;
import io.github.tumorbench.press.analysis.explained.Belief.Pair;
import io.github.tumorbench.press.analysis.explained.Belief.Standing;
import io.github.tumorbench.press.analysis.explained.Belief.Step;
import io.github.tumorbench.press.analysis.explained.MapMethod;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** The sentence that says whether maps can be believed, and why. */
public final class BeliefFinding {
    private BeliefFinding() {}

    /** How many of these networks' maps can be believed; null where none was tried. */
    public static String summary(List<Belief> networks) {
        List<Standing> tried = networks.stream()
                .map(Belief::overall)
                .filter(standing -> standing != Standing.NOT_MADE)
                .toList();
        if (tried.isEmpty()) {
            return null;
        }
        return "Of %s the maps of %s pass all three checks and can be believed, those of %s fail one and cannot, and of %s it is open."
                .formatted(
                        tried.size() == 1 ? "1 network" : tried.size() + " networks",
                        Collections.frequency(tried, Standing.PASSED),
                        Collections.frequency(tried, Standing.FAILED),
                        Collections.frequency(tried, Standing.OPEN));
    }

    /** The verdict on the maps of {@code name} and the checks that decided it. */
    public static String sentence(String name, Belief belief) {
        Standing overall = belief.overall();
        String verdict =
                switch (overall) {
                    case PASSED -> "The maps of %s can be believed: ";
                    case FAILED -> "The maps of %s cannot be believed: ";
                    case OPEN -> "Whether the maps of %s can be believed is open: ";
                    case NOT_MADE -> "Whether the maps of %s can be believed was not tried; ";
                };
        List<String> reasons = new ArrayList<>();
        if (belief.weights() == overall) {
            reasons.add(weights(belief));
        }
        if (belief.pixels() == overall) {
            reasons.add(pixels(belief));
        }
        if (belief.occlusion() == overall) {
            reasons.add(occlusion(belief));
        }
        reasons.removeIf(Objects::isNull);
        return verdict.formatted(name)
                + (reasons.isEmpty() ? "other methods were compared." : Findings.join(reasons) + ".");
    }

    private static String weights(Belief belief) {
        if (belief.randomisation().isEmpty()) {
            return null;
        }
        Step deepest = belief.randomisation().get(belief.randomisation().size() - 1);
        String number = deepest.similarity().value() == null
                ? "they become constant"
                : "rank correlation " + number(deepest.similarity());
        return switch (belief.weights()) {
            case PASSED -> "they change when the network forgets what it learnt (%s)".formatted(number);
            case FAILED -> "they stay much the same when the network forgets what it learnt (%s)".formatted(number);
            default -> "whether they change enough when the network forgets what it learnt cannot be told (%s)"
                    .formatted(number);
        };
    }

    private static String pixels(Belief belief) {
        Contrast deletion = belief.contrast(MapMethod.SHUFFLED, Mode.DELETION);
        Contrast insertion = belief.contrast(MapMethod.SHUFFLED, Mode.INSERTION);
        if (deletion == null || insertion == null) {
            return null;
        }
        String numbers = "area %s when deleted, %s when inserted"
                .formatted(signed(deletion.difference()), signed(insertion.difference()));
        String words =
                switch (belief.pixels()) {
                    case PASSED -> "the pixels they mark matter more than others (%s)";
                    case FAILED -> "the pixels they mark matter no more than others (%s)";
                    default -> "whether the pixels they mark matter more than others cannot be told (%s)";
                };
        return words.formatted(numbers) + (belief.pixels() == Standing.PASSED ? butCentre(belief) : "");
    }

    /** Takes back what was said of the pixels where looking at the middle of the image does as well. */
    private static String butCentre(Belief belief) {
        Standing centre = belief.against(MapMethod.CENTRE);
        return centre == Standing.FAILED || centre == Standing.OPEN
                ? " though not more than those nearest the image’s centre"
                : "";
    }

    private static String occlusion(Belief belief) {
        Pair pair = belief.pair(MapMethod.GRADCAM, MapMethod.OCCLUSION);
        if (pair == null) {
            return null;
        }
        String words =
                switch (belief.occlusion()) {
                    case PASSED -> "they agree with occlusion (rank correlation %s)";
                    case FAILED -> "they contradict occlusion (rank correlation %s)";
                    default -> "whether they agree with occlusion cannot be told (rank correlation %s)";
                };
        return words.formatted(number(pair.similarity()));
    }

    private static String number(Estimate one) {
        return Numbers.decimal(one.value(), 2);
    }

    private static String signed(Estimate one) {
        return Numbers.signed(one.value(), 3);
    }
}
