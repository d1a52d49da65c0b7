package io.github.tumorbench.press.analysis.metrics;

import io.github.tumorbench.press.analysis.statistics.Estimate;

/**
 * One bin (low, high] of the reliability diagram, by the confidence of the predicted class.
 *
 * @param count predictions in the bin
 * @param confidence their mean confidence, null where the bin is empty
 * @param accuracy share of right ones, Wilson interval; undefined where the bin is empty
 */
public record ReliabilityBin(double low, double high, int count, Double confidence, Estimate accuracy) {}
