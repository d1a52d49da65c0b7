/**
 * What changed from one record to another, whether it is more than noise, and whether that fails a gate.
 *
 * <p>In: two records. Out: {@link io.github.tumorbench.press.analysis.changes.Changes}, {@link
 * io.github.tumorbench.press.analysis.changes.GateResult}. Must not know what a page or a command makes of it.
 */
package io.github.tumorbench.press.analysis.changes;
