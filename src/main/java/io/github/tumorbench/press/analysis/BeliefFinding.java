package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.Belief.Contrast;
import io.github.tumorbench.press.analysis.Belief.Mode;
import io.github.tumorbench.press.analysis.Belief.Pair;
import io.github.tumorbench.press.analysis.Belief.Standing;
import io.github.tumorbench.press.analysis.Belief.Step;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The sentence that says whether maps can be believed, and why. */
public final class BeliefFinding {
    private BeliefFinding() {}

    /** The verdict on the maps of {@code name} and the three checks behind it. */
    public static String sentence(String name, Belief belief) {
        String verdict =
                switch (belief.overall()) {
                    case PASSED -> "The Grad-CAM maps of %s can be believed: ";
                    case FAILED -> "The Grad-CAM maps of %s cannot be believed: ";
                    case OPEN -> "Whether the Grad-CAM maps of %s can be believed is open: ";
                    case NOT_MADE -> "Whether the Grad-CAM maps of %s can be believed was not tried; ";
                };
        List<String> reasons = Stream.of(weights(belief), pixels(belief), occlusion(belief))
                .filter(Objects::nonNull)
                .toList();
        return verdict.formatted(name)
                + (reasons.isEmpty() ? "other methods were compared." : String.join("; ", reasons) + ".");
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
            case PASSED -> "they change when the weights are drawn anew (%s)".formatted(number);
            case FAILED -> "they stay much the same when the weights are drawn anew (%s)".formatted(number);
            default -> "whether they change enough when the weights are drawn anew cannot be told (%s)"
                    .formatted(number);
        };
    }

    private static String pixels(Belief belief) {
        Contrast deletion = belief.contrast(MapMethod.SHUFFLED, Mode.DELETION);
        Contrast insertion = belief.contrast(MapMethod.SHUFFLED, Mode.INSERTION);
        if (deletion == null || insertion == null) {
            return null;
        }
        String numbers = "area %s with deletion, %s with insertion"
                .formatted(signed(deletion.difference()), signed(insertion.difference()));
        String words =
                switch (belief.pixels()) {
                    case PASSED -> "the pixels they highlight matter more than pixels in a random order (%s)";
                    case FAILED -> "the pixels they highlight do not matter more than pixels in a random order (%s)";
                    default -> "that the pixels they highlight matter more than pixels in a random order cannot be told (%s)";
                };
        Standing centre = belief.against(MapMethod.CENTRE);
        return words.formatted(numbers)
                + (centre == Standing.FAILED || centre == Standing.OPEN
                        ? ", though not more than those nearest the image’s centre on both counts"
                        : "");
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
        return Numbers.decimal(one.value(), 2) + interval(one, false);
    }

    private static String signed(Estimate one) {
        return sign(one.value()) + interval(one, true);
    }

    private static String interval(Estimate one, boolean signed) {
        return one.hasInterval()
                ? ", 95 %% interval %s to %s"
                        .formatted(
                                signed ? sign(one.low()) : Numbers.decimal(one.low(), 2),
                                signed ? sign(one.high()) : Numbers.decimal(one.high(), 2))
                : "";
    }

    private static String sign(Double value) {
        return (value != null && value > 0 ? "+" : "") + Numbers.decimal(value, 3);
    }
}
