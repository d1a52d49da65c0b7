package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.Attention.Group;
import io.github.tumorbench.press.analysis.Attention.Kind;
import io.github.tumorbench.press.analysis.Attention.Scores;

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
                        Findings.images(right.images()),
                        interval(rightly, "; "),
                        Numbers.percent(wrongly.value()),
                        Findings.images(wrong.images()),
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

    /** How many right answers have their evidence elsewhere; null where none could be judged. */
    public static String elsewhere(String name, Stray stray) {
        if (stray.judged() == 0) {
            return null;
        }
        int count = stray.elsewhere().size();
        return "%s of the %s right answers of %s with a known tumour (%s) %s right for the wrong reason."
                .formatted(
                        count,
                        stray.judged(),
                        name,
                        Numbers.percent((double) count / stray.judged()),
                        count == 1 ? "is" : "are");
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
