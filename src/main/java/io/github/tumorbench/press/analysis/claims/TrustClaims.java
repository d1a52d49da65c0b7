package io.github.tumorbench.press.analysis.claims;

import static io.github.tumorbench.press.analysis.claims.PublishedFigures.MENINGIOMA;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.claims.ClassClaims.Evidence;
import io.github.tumorbench.press.analysis.metrics.Calibration;
import io.github.tumorbench.press.analysis.metrics.Outcomes;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.analysis.statistics.ResamplingPlan;
import io.github.tumorbench.press.analysis.statistics.Verdict;
import io.github.tumorbench.press.analysis.trust.Deferral;
import java.util.List;
import java.util.stream.IntStream;

/** Claims 4 and 5: confidence, calibration and deferral. */
final class TrustClaims {
    /** How far confidence may lie from accuracy to be called well calibrated. */
    private static final double WELL = 0.05;

    /** The share deferred that claim 5 is checked at. */
    private static final double DEFERRED = 0.10;

    private static final int RESAMPLES = 1000;
    private static final double SURE = 0.975;

    private TrustClaims() {}

    static List<CheckedClaim> of(ClaimRoles roles) {
        return List.of(
                ClassClaims.ofEach(
                        roles,
                        "4a",
                        "Correct predictions sit at high confidence, wrong ones cluster at low confidence.",
                        "area under the ROC curve of confidence for being right, above 0.5 by its DeLong interval",
                        one -> sorted(roles, one)),
                ClassClaims.ofEach(
                        roles,
                        "4b",
                        "Prediction confidence is generally well calibrated.",
                        "mean confidence minus accuracy within 5 points either way, by its 95 % interval",
                        TrustClaims::calibrated),
                ClassClaims.ofEach(
                        roles,
                        "4c",
                        "Calibration is worst for meningioma.",
                        "classwise calibration error highest for meningioma in at least 97.5 % of 1000 resamples: held; in at most 2.5 %: did not hold",
                        one -> worst(roles, one)),
                ClassClaims.ofEach(
                        roles,
                        "5",
                        "Deferring low-confidence predictions to a second reader would improve safety.",
                        "share of the errors among the least certain 10 %, above 10 % by its Wilson interval",
                        TrustClaims::deferred));
    }

    private static Outcomes outcomes(ClaimRoles roles, ExperimentAnalysis one) {
        return Outcomes.of(roles.facts(one).predictions(), one.classNames(), one.id());
    }

    private static Evidence sorted(ClaimRoles roles, ExperimentAnalysis one) {
        Outcomes outcomes = outcomes(roles, one);
        Estimate area = Intervals.deLong(outcomes.confidence(), outcomes.corrects());
        return new Evidence(
                Verdict.above(area, 0.5),
                "area %s, median confidence %s when right and %s when wrong"
                        .formatted(
                                Numbers.withInterval(area),
                                Numbers.decimal(one.confidence().medianCorrect(), 2),
                                Numbers.decimal(one.confidence().medianWrong(), 2)));
    }

    private static Evidence calibrated(ExperimentAnalysis one) {
        Estimate gap = one.intervals().of(OverallMetric.CONFIDENCE_GAP).best();
        String interval =
                gap.hasInterval() ? " (%s to %s)".formatted(Numbers.points(gap.low()), Numbers.points(gap.high())) : "";
        return new Evidence(
                Verdict.within(gap, WELL),
                "%s points%s, expected calibration error %s"
                        .formatted(
                                Numbers.points(gap.value()),
                                interval,
                                Numbers.percent(one.overall().ece())));
    }

    private static Evidence worst(ClaimRoles roles, ExperimentAnalysis one) {
        int meningioma = one.classNames().indexOf(MENINGIOMA);
        if (meningioma < 0) {
            return new Evidence(Verdict.CANNOT_BE_TOLD, "the record has other classes");
        }
        double share = shareWorst(
                outcomes(roles, one),
                one.classNames().size(),
                meningioma,
                roles.study().bootstrap());
        List<Double> errors = one.calibration().ofClass();
        int highest = IntStream.range(0, errors.size())
                .reduce((a, b) -> errors.get(b) > errors.get(a) ? b : a)
                .orElseThrow();
        return new Evidence(
                share >= SURE ? Verdict.HELD : share <= 1 - SURE ? Verdict.DID_NOT_HOLD : Verdict.CANNOT_BE_TOLD,
                "error of meningioma %s, highest %s (%s); meningioma highest in %s of resamples"
                        .formatted(
                                Numbers.percent(errors.get(meningioma)),
                                Numbers.percent(errors.get(highest)),
                                one.classNames().get(highest),
                                Numbers.percent(share)));
    }

    /** Share of resamples in which no class has a higher calibration error than {@code label}. */
    static double shareWorst(Outcomes outcomes, int classes, int label, Bootstrap bootstrap) {
        ResamplingPlan plan = ResamplingPlan.ofImages(outcomes.truth());
        int[][] bins = new int[classes][outcomes.size()];
        for (int name = 0; name < classes; name++) {
            for (int i = 0; i < outcomes.size(); i++) {
                bins[name][i] = Calibration.bin(outcomes.probabilities()[i][name], Calibration.BINS);
            }
        }
        long worst = IntStream.range(0, RESAMPLES)
                .parallel()
                .filter(number -> {
                    int[] weights = plan.draw(bootstrap.seed(), number);
                    double ours = error(outcomes, bins[label], label, weights);
                    return IntStream.range(0, classes)
                            .allMatch(other -> error(outcomes, bins[other], other, weights) <= ours);
                })
                .count();
        return (double) worst / RESAMPLES;
    }

    private static double error(Outcomes outcomes, int[] bins, int label, int[] weights) {
        double[] gaps = new double[Calibration.BINS];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            gaps[bins[i]] += weights[i] * (outcomes.probabilities()[i][label] - (outcomes.truth()[i] == label ? 1 : 0));
            total += weights[i];
        }
        double sum = 0;
        for (double gap : gaps) {
            sum += Math.abs(gap);
        }
        return sum / total;
    }

    private static Evidence deferred(ExperimentAnalysis one) {
        Deferral.Row row = one.deferral().rows().stream()
                .filter(candidate -> candidate.share() == DEFERRED)
                .findFirst()
                .orElseThrow();
        return new Evidence(
                Verdict.above(row.caught(), DEFERRED),
                "%s of %s errors among them, %s; accuracy of the rest %s instead of %s"
                        .formatted(
                                row.caughtErrors(),
                                row.errors(),
                                ClassClaims.share(row.caught()),
                                Numbers.percent(row.rest().value()),
                                Numbers.percent(one.overall().accuracy().value())));
    }
}
