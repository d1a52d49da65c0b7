package io.github.tumorbench.press.analysis.claims;

import static io.github.tumorbench.press.analysis.claims.PublishedFigures.GLIOMA;
import static io.github.tumorbench.press.analysis.claims.PublishedFigures.MENINGIOMA;
import static io.github.tumorbench.press.analysis.claims.PublishedFigures.NO_TUMOUR;
import static io.github.tumorbench.press.analysis.claims.PublishedFigures.PITUITARY;

import io.github.tumorbench.press.analysis.Comparison;
import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.claims.PublishedFigures.Training;
import io.github.tumorbench.press.analysis.metrics.ClassMetrics;
import io.github.tumorbench.press.analysis.metrics.ConfusionMatrix;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.analysis.statistics.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Claims 1 to 3: which classes are easy, which is hard and what it is taken for. */
final class ClassClaims {
    private static final double STRONG = 0.9;
    private static final double CHANCE = 1.0 / 3;

    private ClassClaims() {}

    /** A verdict on one network and the words for it. */
    record Evidence(Verdict verdict, String words) {}

    static List<CheckedClaim> of(ClaimRoles roles) {
        return List.of(
                ofEach(
                        roles,
                        "1a",
                        "All models are strong on pituitary tumour and no tumour.",
                        "recall of both at least 90 %: held where the Wilson intervals lie above, did not hold where one lies below",
                        one -> strong(roles, one)),
                ofEach(
                        roles,
                        "1b",
                        "Meningioma is the weakest class for every backbone.",
                        "held where its recall’s Wilson interval lies below each other class’s, did not hold where it lies above one",
                        one -> weakest(roles, one)),
                ofEach(
                        roles,
                        "2a",
                        "Meningioma is confused with glioma.",
                        "share of the wrongly classified meningioma that are called glioma, against one third, by its Wilson interval",
                        ClassClaims::confused),
                ofEach(
                        roles,
                        "2b",
                        "In the t-SNE plane meningioma lies between clusters; pituitary and no tumour form tight clusters.",
                        "share of the 10 nearest neighbours of the same class, mean over a class’s images with a normal interval: meningioma’s below the others’, by intervals; neighbours are not independent, so intervals are rough",
                        Neighbourhood::evidence),
                gliomaImproved(roles));
    }

    /** One claim about each frozen network; cannot be told where the record lacks one. */
    static CheckedClaim ofEach(
            ClaimRoles roles, String number, String claim, String rule, Function<ExperimentAnalysis, Evidence> check) {
        List<Verdict> verdicts = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (ExperimentAnalysis one : roles.frozen()) {
            Evidence evidence = check.apply(one);
            verdicts.add(evidence.verdict());
            words.add(one.backbone() + ": " + evidence.words());
        }
        if (!roles.complete()) {
            words.add("The record does not have all three frozen networks");
        }
        Verdict verdict = Verdict.all(verdicts);
        return new CheckedClaim(
                number,
                claim,
                verdict == Verdict.HELD && !roles.complete() ? Verdict.CANNOT_BE_TOLD : verdict,
                String.join(". ", words) + ".",
                rule);
    }

    /** E.g. "53.0 % (47.4–58.5)". */
    static String share(Estimate one) {
        return one.hasInterval()
                ? "%s (%s–%s)"
                        .formatted(
                                Numbers.percent(one.value()),
                                Numbers.decimal(100 * one.low(), 1),
                                Numbers.decimal(100 * one.high(), 1))
                : Numbers.percent(one.value());
    }

    private static Evidence strong(ClaimRoles roles, ExperimentAnalysis one) {
        List<Verdict> verdicts = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String name : List.of(PITUITARY, NO_TUMOUR)) {
            ClassMetrics metrics = roles.ofClass(one, name);
            verdicts.add(Verdict.above(metrics == null ? null : metrics.recall(), STRONG));
            words.add(name + " " + (metrics == null ? Numbers.UNDEFINED : share(metrics.recall())));
        }
        return new Evidence(Verdict.all(verdicts), "recall of " + String.join(", of ", words));
    }

    private static Evidence weakest(ClaimRoles roles, ExperimentAnalysis one) {
        ClassMetrics meningioma = roles.ofClass(one, MENINGIOMA);
        if (meningioma == null || !meningioma.recall().hasInterval()) {
            return new Evidence(Verdict.CANNOT_BE_TOLD, "no image of meningioma");
        }
        List<Verdict> verdicts = new ArrayList<>();
        ClassMetrics next = null;
        for (ClassMetrics other : one.classes()) {
            if (!other.name().equals(MENINGIOMA) && other.recall().hasInterval()) {
                verdicts.add(below(meningioma.recall(), other.recall()));
                next = next == null || other.recall().value() < next.recall().value() ? other : next;
            }
        }
        return new Evidence(
                Verdict.all(verdicts),
                "recall of meningioma %s, the lowest of another class %s"
                        .formatted(
                                share(meningioma.recall()),
                                next == null ? Numbers.UNDEFINED : next.name() + " " + share(next.recall())));
    }

    /** Whether the first lies below the second, by their intervals. */
    static Verdict below(Estimate first, Estimate second) {
        return first.high() < second.low()
                ? Verdict.HELD
                : first.low() > second.high() ? Verdict.DID_NOT_HOLD : Verdict.CANNOT_BE_TOLD;
    }

    private static Evidence confused(ExperimentAnalysis one) {
        int meningioma = one.classNames().indexOf(MENINGIOMA);
        int glioma = one.classNames().indexOf(GLIOMA);
        if (meningioma < 0 || glioma < 0) {
            return new Evidence(Verdict.CANNOT_BE_TOLD, "the record has other classes");
        }
        ConfusionMatrix matrix = one.confusion();
        int errors = matrix.support(meningioma) - matrix.count(meningioma, meningioma);
        int taken = matrix.count(meningioma, glioma);
        Estimate share = Intervals.wilson(taken, errors);
        String words =
                "%s of %s wrongly classified meningioma called glioma%s; that is %s of all %s meningioma, and %s of %s glioma called meningioma"
                        .formatted(
                                taken,
                                errors,
                                errors == 0 ? "" : ", " + share(share),
                                share(Intervals.wilson(taken, matrix.support(meningioma))),
                                matrix.support(meningioma),
                                matrix.count(glioma, meningioma),
                                matrix.support(glioma));
        return new Evidence(Verdict.above(share, CHANCE), words);
    }

    private static CheckedClaim gliomaImproved(ClaimRoles roles) {
        ExperimentAnalysis resnet = roles.network("ResNet50", Training.FROZEN);
        ExperimentAnalysis mobilenet = roles.network("MobileNetV2", Training.FROZEN);
        Comparison pair = resnet == null || mobilenet == null ? null : roles.pair(resnet, mobilenet);
        int glioma = roles.study().classes().indexOf(GLIOMA);
        Estimate difference = pair == null || glioma < 0
                ? null
                : ClaimRoles.turned(pair, resnet, pair.classF1().get(glioma));
        String shown = difference == null
                ? "The record does not have both on the same images."
                : "F1 of glioma: ResNet50 %s, MobileNetV2 %s, difference %s."
                        .formatted(
                                Numbers.decimal(resnet.classes().get(glioma).f1()),
                                Numbers.decimal(mobilenet.classes().get(glioma).f1()),
                                Numbers.withInterval(difference));
        return new CheckedClaim(
                "3",
                "ResNet50 improves glioma over MobileNetV2.",
                Verdict.above(difference, 0.0),
                shown,
                "difference of F1 above 0, paired bootstrap interval");
    }
}
