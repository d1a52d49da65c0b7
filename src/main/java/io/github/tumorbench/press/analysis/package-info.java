/**
 * Analysis: every number of a report as a pure function of the record's raw predictions.
 *
 * <p>In: a {@link io.github.tumorbench.record.StudyRecord}. Out: {@link io.github.tumorbench.press.analysis.StudyAnalysis},
 * the tree of {@code metrics.json} and plain sentences. Undefined values are null, never 0. Must not know the lab, files,
 * charts or pages.
 */
package io.github.tumorbench.press.analysis;
