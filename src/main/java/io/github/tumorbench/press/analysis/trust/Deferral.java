package io.github.tumorbench.press.analysis.trust;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import java.util.List;

/**
 * What happens when the least certain predictions are handed to a person.
 *
 * @param curve share kept against the error among those, the most certain first; thinned to about 200 points, empty without
 *     images
 * @param aurc area under the full curve: mean over all numbers kept of the error among them (Geifman and El-Yaniv 2017), equal
 *     confidences in no particular order; null without images
 * @param excess {@code aurc} minus that of the same errors in the best order (Geifman et al. 2019)
 * @param rows one for each share deferred: 1, 2, 5, 10 and 20 %
 */
public record Deferral(List<Point> curve, Double aurc, Double excess, List<Row> rows) {
    public Deferral {
        curve = List.copyOf(curve);
        rows = List.copyOf(rows);
    }

    /**
     * @param coverage share of images kept
     * @param risk share of wrong ones among them
     */
    public record Point(double coverage, double risk) {}

    /**
     * @param share of the images to defer
     * @param deferred that many images, rounded
     * @param rest accuracy on the others, Wilson interval
     * @param errors all wrong predictions
     * @param caught those among the deferred, as a share of {@code errors}, Wilson interval; undefined without errors
     * @param caughtErrors how many
     */
    public record Row(double share, int deferred, Estimate rest, int errors, Estimate caught, int caughtErrors) {}
}
