/**
 * Figures: analysis drawn as SVG.
 *
 * <p>In: {@link io.github.tumorbench.press.analysis.StudyAnalysis} and its parts. Out:
 * {@link io.github.tumorbench.press.figures.Figure}: SVG that follows the page's colours, a sentence of reading, a text
 * alternative and a data table. Alone knows JFreeChart and Batik. Must not know the record's files, templates or pages.
 */
package io.github.tumorbench.press.figures;
