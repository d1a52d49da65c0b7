package io.github.tumorbench.press.analysis;

/**
 * One metric's 95 % intervals by resampling.
 *
 * @param percentile over images
 * @param bca over images
 * @param logit jackknife on the logit scale with Student's t, for areas under curves alone: near 1 the bootstrap covers the
 *     truth too seldom, as it can draw only the few images that are out of order; null for other metrics
 * @param byPatient BCa over patients, or percentile where that cannot be had; null where no patient is known
 */
public record Resampled(Estimate percentile, Estimate bca, Estimate logit, Estimate byPatient) {
    /** Method name of {@link #logit}. */
    public static final String JACKKNIFE = "jackknife 95 %, logit, t";

    static Resampled of(BootstrapInterval images, Estimate logit, BootstrapInterval patients) {
        return new Resampled(images.percentile(), images.bca(), logit, patients == null ? null : best(patients));
    }

    /** Without ends, for this reason. */
    static Resampled none(Double value, String reason) {
        Estimate one = new Estimate(value, null, null, reason);
        return new Resampled(one, one, null, null);
    }

    /** The interval a page shows: on the logit scale for areas, else BCa, or percentile where that cannot be had. */
    public Estimate best() {
        return logit != null && logit.hasInterval() ? logit : best(new BootstrapInterval(percentile, bca));
    }

    private static Estimate best(BootstrapInterval interval) {
        return interval.bca().hasInterval() ? interval.bca() : interval.percentile();
    }
}
