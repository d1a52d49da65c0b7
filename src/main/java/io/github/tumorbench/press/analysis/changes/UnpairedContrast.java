package io.github.tumorbench.press.analysis.changes;

import io.github.tumorbench.press.analysis.metrics.Jackknife;
import io.github.tumorbench.press.analysis.metrics.LeaveOneOut;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.metrics.Scorer;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.ResamplingPlan;
import io.github.tumorbench.press.analysis.statistics.Spread;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Two results on different test images: taken as independent. The interval of a difference follows from the intervals of both
 * (Zou and Donner 2008), the test is Student's t with the variances of both added.
 */
final class UnpairedContrast implements Contrast {
    /** How the interval was taken. */
    static final String METHOD = "from both intervals, unpaired, 95 %";

    /** Name of the test. */
    static final String JACKKNIFE = "jackknife t, unpaired";

    private final Side before;
    private final Side after;

    /** @param patientsBefore patient of each image, null where unknown; {@code patientsAfter} likewise */
    UnpairedContrast(Scorer before, List<String> patientsBefore, Scorer after, List<String> patientsAfter) {
        this.before = new Side(before, patientsBefore);
        this.after = new Side(after, patientsAfter);
    }

    @Override
    public Estimate difference(int metric) {
        double moved = moved(metric);
        if (Double.isNaN(moved)) {
            return Estimate.undefined("undefined");
        }
        Estimate one = before.jackknife.interval(metric);
        Estimate two = after.jackknife.interval(metric);
        if (!one.hasInterval() || !two.hasInterval()) {
            return new Estimate(moved, null, null, "no interval: one of the two has none");
        }
        double below = Math.hypot(two.value() - two.low(), one.high() - one.value());
        double above = Math.hypot(two.high() - two.value(), one.value() - one.low());
        return new Estimate(moved, moved - below, moved + above, METHOD);
    }

    @Override
    public Estimate byPatient(int metric) {
        return null;
    }

    @Override
    public Test test(int metric) {
        double moved = moved(metric);
        if (Double.isNaN(moved) || metric == Scorer.index(OverallMetric.ECE)) {
            return null;
        }
        double p = before.overImages(metric).plus(after.overImages(metric)).p(moved);
        if (Double.isNaN(p)) {
            return null;
        }
        Test overImages = new Test(JACKKNIFE, p);
        return before.byPatient == null && after.byPatient == null
                ? overImages
                : Test.cautious(
                        overImages,
                        before.overPatients(metric)
                                .plus(after.overPatients(metric))
                                .p(moved));
    }

    private double moved(int metric) {
        return after.score[metric] - before.score[metric];
    }

    /** One of the two results. */
    private static final class Side {
        private final double[] score;
        private final ResamplingPlan images;
        private final double[][] byImage;
        private final ResamplingPlan patients;
        private final double[][] byPatient;
        private final Jackknife jackknife;

        Side(Scorer scorer, List<String> known) {
            this.score = scorer.score();
            this.images = ResamplingPlan.ofImages(scorer.outcomes().truth());
            this.byImage = LeaveOneOut.of(scorer);
            this.jackknife = new Jackknife(scorer, byImage, images.strata());
            boolean any = known.stream().anyMatch(Objects::nonNull);
            this.patients = any ? ResamplingPlan.ofPatients(scorer.outcomes().truth(), known) : null;
            this.byPatient = any
                    ? IntStream.range(0, patients.units())
                            .mapToObj(patients::without)
                            .map(weights -> scorer.score(weights, scorer.supports(weights)))
                            .toArray(double[][]::new)
                    : null;
        }

        Spread overImages(int metric) {
            return spread(byImage, images, metric);
        }

        /** Over images where no patient is known. */
        Spread overPatients(int metric) {
            return byPatient == null ? overImages(metric) : spread(byPatient, patients, metric);
        }

        private static Spread spread(double[][] left, ResamplingPlan plan, int metric) {
            return Spread.ofLeftOut(
                    Arrays.stream(left).mapToDouble(one -> one[metric]).toArray(), plan.strata());
        }
    }
}
