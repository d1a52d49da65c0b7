package io.github.tumorbench.press.analysis.changes;

import io.github.tumorbench.press.analysis.metrics.ClassMetric;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.metrics.Resamples;
import io.github.tumorbench.press.analysis.metrics.Scorer;
import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import io.github.tumorbench.press.analysis.statistics.DeLong;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.McNemar;
import io.github.tumorbench.press.analysis.statistics.Resampled;
import io.github.tumorbench.press.analysis.statistics.ResamplingPlan;
import io.github.tumorbench.press.analysis.statistics.Spread;
import java.util.List;
import java.util.Objects;

/**
 * Two results on the same test images, image by image. Intervals are bootstrapped; accuracies are tested by McNemar's exact
 * test, areas by DeLong's, everything else by Student's t on the values without each image. Where patients are known, images of
 * one patient are no independent witnesses: the test is then also taken over patients, and the larger p counts.
 */
final class PairedContrast implements Contrast {
    /** Name of the test of most metrics. */
    static final String JACKKNIFE = "jackknife t, paired";

    private static final int AFTER = 0;
    private static final int BEFORE = 1;

    private final Scorer before;
    private final Scorer after;
    private final Resamples images;
    private final Resamples patients;
    private final McNemar mcNemar;

    /** @param known patient of each image, null where unknown */
    PairedContrast(Scorer before, Scorer after, List<String> known, Bootstrap bootstrap) {
        this.before = before;
        this.after = after;
        int[] truth = after.outcomes().truth();
        List<Scorer> both = List.of(after, before);
        this.images = Resamples.of(ResamplingPlan.ofImages(truth), both, bootstrap);
        this.patients = known.stream().anyMatch(Objects::nonNull)
                ? Resamples.of(ResamplingPlan.ofPatients(truth, known), both, bootstrap.secondary())
                : null;
        this.mcNemar = McNemar.of(before.outcomes().corrects(), after.outcomes().corrects());
    }

    McNemar mcNemar() {
        return mcNemar;
    }

    @Override
    public Estimate difference(int metric) {
        return Resampled.of(images.difference(AFTER, BEFORE, metric), null, null)
                .best();
    }

    @Override
    public Estimate byPatient(int metric) {
        return patients == null
                ? null
                : Resampled.of(patients.difference(AFTER, BEFORE, metric), null, null)
                        .best();
    }

    @Override
    public Test test(int metric) {
        double moved = images.estimates()[AFTER][metric] - images.estimates()[BEFORE][metric];
        if (Double.isNaN(moved) || metric == Scorer.index(OverallMetric.ECE)) {
            return null;
        }
        Test overImages = overImages(metric, moved);
        return patients == null ? overImages : Test.cautious(overImages, p(patients, metric, moved));
    }

    private Test overImages(int metric, double moved) {
        if (metric == Scorer.index(OverallMetric.ACCURACY)) {
            return new Test("McNemar, exact", mcNemar.p());
        }
        for (int label = 0; label < after.classes(); label++) {
            if (metric == Scorer.index(label, ClassMetric.AUROC)) {
                DeLong.Test test = DeLong.test(area(after, label), area(before, label));
                return test == null ? null : new Test("DeLong, paired", test.p());
            }
        }
        double p = p(images, metric, moved);
        // Where all images moved alike they do not vary: only their number speaks.
        return Double.isNaN(p) ? new Test("McNemar, exact", mcNemar.p()) : new Test(JACKKNIFE, p);
    }

    private static DeLong area(Scorer scorer, int label) {
        return DeLong.of(scorer.outcomes().scores(label), scorer.outcomes().positives(label));
    }

    private static double p(Resamples resamples, int metric, double moved) {
        double[] left = new double[resamples.plan().units()];
        for (int unit = 0; unit < left.length; unit++) {
            left[unit] = resamples.jackknife()[AFTER][unit][metric] - resamples.jackknife()[BEFORE][unit][metric];
        }
        return Spread.ofLeftOut(left, resamples.plan().strata()).p(moved);
    }
}
