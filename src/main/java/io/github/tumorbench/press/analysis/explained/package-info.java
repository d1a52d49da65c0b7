/**
 * How an experiment decides: where its maps lie, whether they can be believed, its features, worse images.
 *
 * <p>In: an {@link io.github.tumorbench.record.ExperimentRecord}. Out: {@link
 * io.github.tumorbench.press.analysis.explained.Explained}. Must not know other experiments.
 */
package io.github.tumorbench.press.analysis.explained;
