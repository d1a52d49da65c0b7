package io.github.tumorbench.press.analysis.claims;

import static io.github.tumorbench.press.analysis.claims.PublishedFigures.MENINGIOMA;

import io.github.tumorbench.press.analysis.Comparison;
import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.claims.PublishedFigures.Training;
import io.github.tumorbench.press.analysis.findings.Findings;
import io.github.tumorbench.press.analysis.metrics.Outcomes;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.analysis.statistics.Verdict;
import io.github.tumorbench.record.ExperimentRecord.Epoch;
import io.github.tumorbench.study.AugmentationPreset;
import io.github.tumorbench.study.Schedule;
import java.util.ArrayList;
import java.util.List;

/** Claims 6, 7 and 10: fine-tuning, augmentation, cost, and how close the networks are. */
final class TrainingClaims {
    /** A difference in accuracy or recall below which nothing was gained. */
    private static final double NOTHING = 0.02;

    private static final String MARGIN = "within 2 points either way, ";

    private TrainingClaims() {}

    static List<CheckedClaim> of(ClaimRoles roles) {
        return List.of(
                fineTuning(roles),
                overfitting(roles),
                augmentation(roles),
                light(roles),
                strongest(roles),
                compact(roles));
    }

    private static CheckedClaim fineTuning(ClaimRoles roles) {
        ExperimentAnalysis tuned = roles.network("MobileNetV2", Training.LAST_10);
        ExperimentAnalysis frozen = roles.network("MobileNetV2", Training.FROZEN);
        Estimate difference = tuned == null || frozen == null ? null : roles.accuracyDifference(tuned, frozen);
        return new CheckedClaim(
                "6a",
                "Fine-tuning the last 10 layers of MobileNetV2 brings almost nothing.",
                Verdict.within(difference, NOTHING),
                difference == null
                        ? "The record does not have both on the same images."
                        : "Accuracy %s fine-tuned, %s frozen, difference %s."
                                .formatted(
                                        Numbers.percent(
                                                tuned.overall().accuracy().value()),
                                        Numbers.percent(
                                                frozen.overall().accuracy().value()),
                                        points(difference)),
                "difference of accuracy " + MARGIN + "paired bootstrap interval");
    }

    private static CheckedClaim overfitting(ClaimRoles roles) {
        ExperimentAnalysis tuned = roles.network("MobileNetV2", Training.LAST_10);
        List<Epoch> epochs = tuned == null ? List.of() : tuned.learning().epochs();
        int kept = tuned == null ? 0 : tuned.learning().restoredEpoch();
        Verdict verdict = Verdict.CANNOT_BE_TOLD;
        String shown = "The record has no history of such a training.";
        if (!epochs.isEmpty() && kept >= 1 && kept <= epochs.size()) {
            double then = epochs.get(kept - 1).valLoss();
            double last = epochs.get(epochs.size() - 1).valLoss();
            verdict = kept <= epochs.size() / 2 && last > then ? Verdict.HELD : Verdict.DID_NOT_HOLD;
            shown =
                    "Stopped after epoch %s, weights of epoch %s kept (there: %s and %s); validation loss %s at the kept epoch, %s at the last."
                            .formatted(
                                    epochs.size(),
                                    kept,
                                    PublishedFigures.STOPPED,
                                    PublishedFigures.RESTORED,
                                    Numbers.decimal(then),
                                    Numbers.decimal(last));
        }
        return new CheckedClaim(
                "6b",
                "Fine-tuning soon overfits.",
                verdict,
                shown,
                "held where the kept epoch lies in the first half and the validation loss is higher at the end; a single training, no interval");
    }

    private static CheckedClaim augmentation(ClaimRoles roles) {
        List<ExperimentAnalysis> pair = withAndWithout(roles);
        Estimate difference = pair.isEmpty() ? null : recallDifference(roles, pair.get(0), pair.get(1));
        return new CheckedClaim(
                "6c",
                "Minor augmentation hardly changes the recall of meningioma.",
                Verdict.within(difference, NOTHING),
                difference == null
                        ? "The record has no two experiments that differ in augmentation alone."
                        : "Recall of meningioma %s with (%s), %s without (%s), difference %s."
                                .formatted(
                                        Numbers.percent(recall(roles, pair.get(0))),
                                        pair.get(0).name(),
                                        Numbers.percent(recall(roles, pair.get(1))),
                                        pair.get(1).name(),
                                        points(difference)),
                "difference of recall " + MARGIN + "normal interval of a paired difference");
    }

    private static Double recall(ClaimRoles roles, ExperimentAnalysis one) {
        return roles.ofClass(one, MENINGIOMA).recall().value();
    }

    /** Two frozen networks of one backbone, the first with changed copies, the second without; empty where there are none. */
    private static List<ExperimentAnalysis> withAndWithout(ClaimRoles roles) {
        for (ExperimentAnalysis with : roles.study().experiments()) {
            for (ExperimentAnalysis without : roles.study().experiments()) {
                Schedule changed = roles.schedule(with);
                Schedule plain = roles.schedule(without);
                if (changed != null
                        && plain != null
                        && with.backbone().equals(without.backbone())
                        && with.protocol().equals(without.protocol())
                        && changed.trainLast() == 0
                        && plain.trainLast() == 0
                        && augmented(changed)
                        && !augmented(plain)
                        && roles.pair(with, without) != null) {
                    return List.of(with, without);
                }
            }
        }
        return List.of();
    }

    private static boolean augmented(Schedule schedule) {
        Schedule.Augmentation augmentation = schedule.augmentation();
        return augmentation != null && augmentation.preset() != AugmentationPreset.NONE && augmentation.views() > 0;
    }

    private static Estimate recallDifference(ClaimRoles roles, ExperimentAnalysis with, ExperimentAnalysis without) {
        Outcomes first = Outcomes.of(roles.facts(with).predictions(), with.classNames(), with.id());
        Outcomes second = Outcomes.of(roles.facts(without).predictions(), without.classNames(), without.id());
        int meningioma = with.classNames().indexOf(MENINGIOMA);
        double size = 0;
        double better = 0;
        double worse = 0;
        for (int i = 0; i < first.size(); i++) {
            if (first.truth()[i] == meningioma) {
                size++;
                better += first.correct(i) && !second.correct(i) ? 1 : 0;
                worse += second.correct(i) && !first.correct(i) ? 1 : 0;
            }
        }
        if (size == 0) {
            return null;
        }
        double difference = (better - worse) / size;
        double half = Intervals.Z * Math.sqrt(better + worse - (better - worse) * (better - worse) / size) / size;
        return new Estimate(difference, difference - half, difference + half, "normal 95 %, paired");
    }

    private static CheckedClaim light(ClaimRoles roles) {
        return cost(
                roles,
                "7a",
                "MobileNetV2 is the light and fast one.",
                "MobileNetV2",
                List.of("ResNet50", "EfficientNetB0"));
    }

    private static CheckedClaim compact(ClaimRoles roles) {
        return cost(
                roles, "7c", "EfficientNetB0 is compact with fast inference.", "EfficientNetB0", List.of("ResNet50"));
    }

    /** Fewer parameters and less time for an image than the others. */
    private static CheckedClaim cost(
            ClaimRoles roles, String number, String claim, String backbone, List<String> others) {
        ExperimentAnalysis ours = roles.network(backbone, Training.FROZEN);
        List<Verdict> verdicts = new ArrayList<>();
        List<String> words = new ArrayList<>();
        if (ours != null) {
            words.add(costWords(roles, ours));
        }
        for (String other : others) {
            ExperimentAnalysis theirs = roles.network(other, Training.FROZEN);
            if (ours == null || theirs == null) {
                verdicts.add(Verdict.CANNOT_BE_TOLD);
            } else {
                words.add(costWords(roles, theirs));
                verdicts.add(less((double) roles.experiment(ours).parameters(), (double)
                        roles.experiment(theirs).parameters()));
                verdicts.add(less(roles.latency(ours), roles.latency(theirs)));
            }
        }
        return new CheckedClaim(
                number,
                claim,
                Verdict.all(verdicts),
                words.isEmpty() ? "The record does not have these networks." : String.join("; ", words) + ".",
                "fewer parameters and less time for one image than " + Findings.join(others)
                        + ", as measured; networks may be cut, no interval");
    }

    private static String costWords(ClaimRoles roles, ExperimentAnalysis one) {
        Double latency = roles.latency(one);
        return "%s: %s million parameters, %s"
                .formatted(
                        one.backbone(),
                        Numbers.decimal(roles.experiment(one).parameters() / 1e6, 2),
                        latency == null ? "no latency measured" : Numbers.decimal(latency, 1) + "\u00a0ms");
    }

    private static Verdict less(Double ours, Double theirs) {
        return ours == null || theirs == null
                ? Verdict.CANNOT_BE_TOLD
                : ours < theirs ? Verdict.HELD : Verdict.DID_NOT_HOLD;
    }

    private static CheckedClaim strongest(ClaimRoles roles) {
        ExperimentAnalysis resnet = roles.network("ResNet50", Training.FROZEN);
        List<Verdict> verdicts = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (ExperimentAnalysis other : roles.frozen()) {
            if (resnet != null && !other.id().equals(resnet.id())) {
                Comparison pair = roles.pair(resnet, other);
                if (pair != null) {
                    words.add(pair.sentence());
                }
                verdicts.add(
                        pair == null || !pair.different()
                                ? Verdict.CANNOT_BE_TOLD
                                : pair.first().equals(resnet.id()) ? Verdict.HELD : Verdict.DID_NOT_HOLD);
            }
        }
        Verdict verdict = Verdict.all(verdicts);
        return new CheckedClaim(
                "7b",
                "ResNet50 is the strongest.",
                verdict == Verdict.HELD && !roles.complete() ? Verdict.CANNOT_BE_TOLD : verdict,
                words.isEmpty()
                        ? "The record does not have these networks on the same images."
                        : String.join(" ", words),
                "right more often than both others: McNemar’s exact test, Holm’s correction");
    }

    /** Claim 10. */
    static CheckedClaim close(ClaimRoles roles) {
        List<ExperimentAnalysis> networks = roles.frozen();
        List<Verdict> verdicts = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            for (int j = i + 1; j < networks.size(); j++) {
                Estimate difference = roles.accuracyDifference(networks.get(i), networks.get(j));
                verdicts.add(Verdict.within(difference, NOTHING));
                if (difference != null) {
                    words.add("%s minus %s: %s"
                            .formatted(
                                    networks.get(i).backbone(), networks.get(j).backbone(), points(difference)));
                }
            }
        }
        Verdict verdict = Verdict.all(verdicts);
        return new CheckedClaim(
                "10",
                "The three backbones are close to one another in accuracy.",
                verdict == Verdict.HELD && !roles.complete() ? Verdict.CANNOT_BE_TOLD : verdict,
                words.isEmpty() ? "The record does not have them on the same images." : String.join("; ", words) + ".",
                "all differences of accuracy " + MARGIN + "paired bootstrap intervals");
    }

    /** E.g. "+1.2 points (+0.3 to +2.1)". */
    private static String points(Estimate one) {
        String interval =
                one.hasInterval() ? " (%s to %s)".formatted(Numbers.points(one.low()), Numbers.points(one.high())) : "";
        return Numbers.points(one.value()) + " points" + interval;
    }
}
