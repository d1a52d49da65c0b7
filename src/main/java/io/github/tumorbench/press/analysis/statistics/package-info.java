/**
 * Estimates with their 95 % intervals, resampling, and tests, of images and numbers alone.
 *
 * <p>In: scores, counts, patients. Out: {@link io.github.tumorbench.press.analysis.statistics.Estimate} and p-values, and how
 * readers see them. Must not know the record or which metric a number is.
 */
package io.github.tumorbench.press.analysis.statistics;
