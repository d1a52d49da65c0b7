/**
 * Plain sentences, composed by rule from the results.
 *
 * <p>In: {@link io.github.tumorbench.press.analysis.StudyAnalysis} and its parts. Out: {@link
 * io.github.tumorbench.press.analysis.findings.Finding} and text. Must not know how a number was computed.
 */
package io.github.tumorbench.press.analysis.findings;
