package io.github.tumorbench.press.analysis.findings;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.WithoutCopies;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.analysis.trust.Deferral;
import io.github.tumorbench.press.analysis.trust.Temperature;

/** Sentences about how far an experiment's confidence can be trusted, and what its accuracy owes to known images. */
final class TrustFindings {
    /** The share deferred that the sentence speaks of. */
    private static final double DEFERRED = 0.05;

    /** A gap between confidence and accuracy that is small enough to be called none. */
    static final double SMALL_GAP = 0.01;

    private TrustFindings() {}

    /** Whether confidence promises too much or too little, and what a temperature makes of it. */
    static String calibration(ExperimentAnalysis one) {
        Estimate gap = one.intervals().of(OverallMetric.CONFIDENCE_GAP).best();
        Temperature temperature = one.temperature();
        String effect = temperature.value() == null
                ? ""
                : " A temperature of %s, fitted on the validation images%s, takes the expected calibration error from %s to %s."
                        .formatted(
                                Numbers.decimal(temperature.value(), 2),
                                one.learning().refitted() ? " before the network learnt from them too" : "",
                                Numbers.percent(temperature.before().ece()),
                                Numbers.percent(temperature.after().ece()));
        return gapSentence(one.name(), gap) + effect;
    }

    private static String gapSentence(String name, Estimate gap) {
        if (!gap.hasInterval()) {
            return "The mean confidence of %s differs from its accuracy by %s points."
                    .formatted(name, Numbers.points(gap.value()));
        }
        String range = "%s to %s".formatted(Numbers.points(gap.low()), Numbers.points(gap.high()));
        if (gap.low() <= 0 && gap.high() >= 0) {
            return "%s is on the whole as sure as it is right: mean confidence minus accuracy is %s points (95 %% interval %s)."
                    .formatted(name, Numbers.points(gap.value()), range);
        }
        String size = Math.abs(gap.value()) < SMALL_GAP ? "slightly " : "";
        return "%s is %s%s than it is right: mean confidence minus accuracy is %s points (95 %% interval %s)."
                .formatted(name, size, gap.value() > 0 ? "surer" : "less sure", Numbers.points(gap.value()), range);
    }

    /** What handing over the least certain twentieth would bring; null where nothing would be handed over. */
    static String deferral(ExperimentAnalysis one) {
        Deferral.Row row = one.deferral().rows().stream()
                .filter(candidate -> candidate.share() == DEFERRED && candidate.deferred() > 0)
                .findFirst()
                .orElse(null);
        if (row == null) {
            return null;
        }
        String handed = "the least certain %s (%s) of %s are handed to a person"
                .formatted(Numbers.percentWhole(row.share()), Numbers.images(row.deferred()), one.name());
        return row.errors() == 0
                ? "If %s, nothing is gained, as it makes no error.".formatted(handed)
                : "If %s, %s of its %s errors are among them and %s of the rest are right (95 %% interval %s)."
                        .formatted(
                                handed,
                                row.caughtErrors(),
                                row.errors(),
                                Numbers.percent(row.rest().value()),
                                Findings.percentInterval(row.rest()));
    }

    /** What accuracy is left without test images that have a copy among those learned from; null where there is none. */
    static String leakage(ExperimentAnalysis one) {
        WithoutCopies left = one.withoutCopies();
        if (left == null || left.copies() == 0 || left.images() == 0) {
            return null;
        }
        Estimate accuracy = left.overall().accuracy();
        double change = accuracy.value() - one.overall().accuracy().value();
        return "Without the %s that %s a copy, identical or nearly so, among the images learned from, the accuracy of %s is %s (95 %% interval %s) instead of %s, %s points."
                .formatted(
                        testImages(left.copies()),
                        left.copies() == 1 ? "has" : "have",
                        one.name(),
                        Numbers.percent(accuracy.value()),
                        Findings.percentInterval(accuracy),
                        Numbers.percent(one.overall().accuracy().value()),
                        "a change of " + Numbers.points(change));
    }

    private static String testImages(int count) {
        return count + (count == 1 ? " test image" : " test images");
    }
}
