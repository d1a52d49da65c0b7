/**
 * What a classifier got right: every metric of an experiment as a function of its raw predictions, with intervals.
 *
 * <p>In: {@link io.github.tumorbench.record.Prediction}. Out: metrics over all images and of each class, confusion, curves and
 * bins of confidence. Must not know studies or other experiments but those on the same images.
 */
package io.github.tumorbench.press.analysis.metrics;
