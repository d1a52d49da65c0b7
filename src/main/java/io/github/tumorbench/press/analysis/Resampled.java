package io.github.tumorbench.press.analysis;

/**
 * One metric's 95 % intervals by resampling.
 *
 * @param percentile over images
 * @param bca over images
 * @param byPatient BCa over patients, or percentile where that cannot be had; null where no patient is known
 */
public record Resampled(Estimate percentile, Estimate bca, Estimate byPatient) {
    static Resampled of(BootstrapInterval images, BootstrapInterval patients) {
        return new Resampled(images.percentile(), images.bca(), patients == null ? null : best(patients));
    }

    /** Without ends, for this reason. */
    static Resampled none(Double value, String reason) {
        Estimate one = new Estimate(value, null, null, reason);
        return new Resampled(one, one, null);
    }

    /** The interval a page shows: BCa, or percentile where that cannot be had. */
    public Estimate best() {
        return best(new BootstrapInterval(percentile, bca));
    }

    private static Estimate best(BootstrapInterval interval) {
        return interval.bca().hasInterval() ? interval.bca() : interval.percentile();
    }
}
