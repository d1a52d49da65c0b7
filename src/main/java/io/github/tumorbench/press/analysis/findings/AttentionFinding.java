package io.github.tumorbench.press.analysis.findings;

import io.github.tumorbench.press.analysis.explained.Attention;
import io.github.tumorbench.press.analysis.explained.Attention.Group;
import io.github.tumorbench.press.analysis.explained.Attention.Kind;
import io.github.tumorbench.press.analysis.explained.Attention.Scores;
import io.github.tumorbench.press.analysis.explained.MapMethod;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.analysis.statistics.Verdict;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Sentences about where maps lie, always beside chance and the image's centre. */
public final class AttentionFinding {
    private AttentionFinding() {}

    /** Whether the maps of {@code name} find the tumour more often than the image's centre does. */
    public static String sentence(String name, Attention attention) {
        Group all = attention.all();
        Scores own = all == null ? null : all.of(MapMethod.GRADCAM);
        if (own == null) {
            return "No tumour mask belongs to the %s of %s that were explained, so where its maps point is not scored."
                    .formatted(testImages(attention.maps()), name);
        }
        String hits = "The Grad-CAM maps of %s have their highest point in the tumour on %s of the %s with a mask%s; "
                        .formatted(
                                name,
                                Numbers.percent(own.hits().value()),
                                testImages(all.images()),
                                interval(own.hits()))
                + "a random point would hit it on %s%s%s.%s"
                        .formatted(
                                Numbers.percent(all.chance()),
                                rival(all, MapMethod.RANDOM, ", the best of the random maps on "),
                                rival(all, MapMethod.CENTRE, ", the image’s centre on "),
                                overCentre(all));
        return hits + zero(attention);
    }

    /** How many of these networks' maps find the tumour more often than the image's centre; null where none is scored. */
    public static String summary(List<Attention> networks) {
        List<Group> scored = networks.stream()
                .map(Attention::all)
                .filter(group -> group != null && group.of(MapMethod.GRADCAM) != null)
                .toList();
        if (scored.isEmpty()) {
            return null;
        }
        DoubleSummaryStatistics hits = scored.stream()
                .mapToDouble(group -> group.of(MapMethod.GRADCAM).hits().value())
                .summaryStatistics();
        List<Verdict> verdicts =
                scored.stream().map(AttentionFinding::beatsCentre).toList();
        return "The highest point of a map lies in the tumour on %s of the images; of %s %s the image’s centre, interval and all, and %s worse than it."
                .formatted(
                        scored.size() == 1
                                ? Numbers.percent(hits.getMin())
                                : Numbers.percent(hits.getMin()) + " (the worst network) to "
                                        + Numbers.percent(hits.getMax()) + " (the best)",
                        scored.size() == 1 ? "1 network" : scored.size() + " networks",
                        counted(verdicts, Verdict.HELD, "beats", "beat"),
                        counted(verdicts, Verdict.DID_NOT_HOLD, "does", "do"));
    }

    private static String counted(List<Verdict> verdicts, Verdict one, String singular, String plural) {
        int count = Collections.frequency(verdicts, one);
        return (count == 0 ? "none" : String.valueOf(count)) + " " + (count < 2 ? singular : plural);
    }

    private static String rival(Group group, MapMethod method, String words) {
        Scores scores = group.of(method);
        return scores == null ? "" : words + Numbers.percent(scores.hits().value());
    }

    /** Beats the centre, does worse or neither, by the interval of the paired difference. */
    static Verdict beatsCentre(Group group) {
        return Verdict.above(group.hitsOverCentre(), 0.0);
    }

    private static String overCentre(Group group) {
        Estimate over = group.hitsOverCentre();
        if (over.value() == null) {
            return "";
        }
        String by = "%s points%s".formatted(Numbers.points(over.value()), points(over));
        return switch (beatsCentre(group)) {
            case HELD -> " It beats the image’s centre (%s).".formatted(by);
            case DID_NOT_HOLD -> " It does not beat the image’s centre, but does worse (%s).".formatted(by);
            case CANNOT_BE_TOLD -> " It does not beat the image’s centre: the two cannot be told apart (%s)."
                    .formatted(by);
        };
    }

    private static String zero(Attention attention) {
        if (attention.zeroMaps() == 0) {
            return "";
        }
        boolean one = attention.zeroMaps() == 1;
        return " %s of all %s maps %s zero everywhere and %s as a miss."
                .formatted(attention.zeroMaps(), attention.maps(), one ? "is" : "are", one ? "counts" : "count");
    }

    /** Whether right predictions look at the tumour more than wrong ones; null where a side has no image with a mask. */
    public static String rightAndWrong(String name, Attention attention) {
        Group right = attention.first(Kind.RIGHT);
        Group wrong = attention.first(Kind.WRONG);
        if (right == null || wrong == null || right.of(MapMethod.GRADCAM) == null) {
            return null;
        }
        Estimate rightly = right.of(MapMethod.GRADCAM).hits();
        Estimate wrongly = wrong.of(MapMethod.GRADCAM).hits();
        return "Where %s is right its map points into the tumour on %s (%s%s), where it is wrong on %s (%s%s)%s."
                .formatted(
                        name,
                        Numbers.percent(rightly.value()),
                        Numbers.images(right.images()),
                        interval(rightly, "; "),
                        Numbers.percent(wrongly.value()),
                        Numbers.images(wrong.images()),
                        interval(wrongly, "; "),
                        trueClass(wrong));
    }

    private static String trueClass(Group wrong) {
        Scores truth = wrong.of(MapMethod.TRUE_CLASS);
        return truth == null
                ? ""
                : "; asked there for the true class, on "
                        + Numbers.percent(truth.hits().value());
    }

    private static String testImages(int count) {
        return count + (count == 1 ? " test image" : " test images");
    }

    private static String interval(Estimate one) {
        return one.hasInterval() ? " (95 % interval " + Findings.percentInterval(one) + ")" : "";
    }

    private static String interval(Estimate one, String before) {
        return one.hasInterval() ? before + "95 % interval " + Findings.percentInterval(one) : "";
    }

    private static String points(Estimate one) {
        return one.hasInterval()
                ? ", 95 %% interval %s to %s".formatted(Numbers.points(one.low()), Numbers.points(one.high()))
                : "";
    }
}
