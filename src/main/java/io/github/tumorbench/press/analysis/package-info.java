/**
 * Analysis: every number of a report as a pure function of the record's raw predictions.
 *
 * <p>In: a {@link io.github.tumorbench.record.StudyRecord}. Out: {@link io.github.tumorbench.press.analysis.StudyAnalysis}, made
 * of {@code statistics}, {@code metrics}, {@code trust} and {@code explained}; {@code findings}, {@code claims}, {@code changes}
 * and {@code files} say what follows from it. Undefined values are null, never 0. Must not know the lab, files, charts or pages.
 */
package io.github.tumorbench.press.analysis;
