package io.github.tumorbench.press.analysis.statistics;

/**
 * One metric's 95 % intervals.
 *
 * @param percentile bootstrap over images
 * @param bca bootstrap over images
 * @param jackknife over images, on the metric's own scale; null for differences
 * @param byPatient BCa over patients, or percentile where that cannot be had; null where no patient is known
 */
public record Resampled(Estimate percentile, Estimate bca, Estimate jackknife, Estimate byPatient) {
    /**
     * What a metric's intervals of all kinds come to.
     *
     * @param jackknife null for differences
     * @param patients null where no patient is known
     */
    public static Resampled of(BootstrapInterval images, Estimate jackknife, BootstrapInterval patients) {
        return new Resampled(images.percentile(), images.bca(), jackknife, patients == null ? null : best(patients));
    }

    /** Without ends, for this reason. */
    public static Resampled none(Double value, String reason) {
        Estimate one = new Estimate(value, null, null, reason);
        return new Resampled(one, one, null, null);
    }

    /** The interval a page shows: the jackknife's, else BCa, or percentile where that cannot be had. */
    public Estimate best() {
        return jackknife != null && jackknife.hasInterval() ? jackknife : best(new BootstrapInterval(percentile, bca));
    }

    private static Estimate best(BootstrapInterval interval) {
        return interval.bca().hasInterval() ? interval.bca() : interval.percentile();
    }
}
