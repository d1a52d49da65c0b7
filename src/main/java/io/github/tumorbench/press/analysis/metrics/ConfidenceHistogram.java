package io.github.tumorbench.press.analysis.metrics;

import java.util.List;

/**
 * How confident right and wrong predictions are.
 *
 * @param bins 20 uniform bins (lo, hi] over [0, 1], the first including 0
 * @param correct number of right predictions
 * @param wrong number of wrong predictions
 * @param medianCorrect median confidence of the right predictions, null where there is none
 * @param medianWrong median confidence of the wrong predictions, null where there is none
 */
public record ConfidenceHistogram(List<Bin> bins, int correct, int wrong, Double medianCorrect, Double medianWrong) {
    public ConfidenceHistogram {
        bins = List.copyOf(bins);
    }

    /** Counts of one bin. */
    public record Bin(double low, double high, int correct, int wrong) {}
}
