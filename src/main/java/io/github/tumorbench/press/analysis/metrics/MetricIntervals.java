package io.github.tumorbench.press.analysis.metrics;

import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import io.github.tumorbench.press.analysis.statistics.Resampled;
import java.util.ArrayList;
import java.util.List;

/**
 * Intervals of every metric of one experiment from its test images left out and drawn again within their true classes.
 *
 * <p>The expected calibration error has none: a resample adds error of its own to each bin, so the resamples lie above the
 * estimate whatever the truth. {@link OverallMetric#CONFIDENCE_GAP} says how sure the miscalibration is.
 *
 * @param bootstrap how many resamples, from which seed
 * @param patients units of the bootstrap over patients (an image without one is its own), 0 where no patient is known
 */
public record MetricIntervals(Bootstrap bootstrap, int patients, List<Resampled> values) {
    /** Why a calibration error has no interval. */
    public static final String NO_ECE = "no interval: resampling adds calibration error of its own";

    public MetricIntervals {
        values = List.copyOf(values);
    }

    /**
     * The intervals of one experiment.
     *
     * @param images resampled together with the experiments it is compared with
     * @param patients the same over patients; null where none is known
     * @param experiment its place in both
     * @param scorer its own
     */
    public static MetricIntervals of(
            Bootstrap bootstrap, Resamples images, Resamples patients, int experiment, Scorer scorer) {
        Jackknife jackknife = new Jackknife(
                scorer, images.jackknife()[experiment], images.plan().strata());
        List<Resampled> values = new ArrayList<>();
        for (int metric = 0; metric < images.estimates()[experiment].length; metric++) {
            values.add(
                    metric == Scorer.index(OverallMetric.ECE)
                            ? Resampled.none(defined(images.estimates()[experiment][metric]), NO_ECE)
                            : Resampled.of(
                                    images.interval(experiment, metric),
                                    jackknife.interval(metric),
                                    patients == null ? null : patients.interval(experiment, metric)));
        }
        return new MetricIntervals(
                bootstrap, patients == null ? 0 : patients.plan().units(), values);
    }

    /** Intervals of a metric over all images. */
    public Resampled of(OverallMetric metric) {
        return values.get(Scorer.index(metric));
    }

    /** Intervals of a metric of the class with this index. */
    public Resampled of(int label, ClassMetric metric) {
        return values.get(Scorer.index(label, metric));
    }

    /** NaN as null. */
    public static Double defined(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
