/**
 * The tables and trees that lie beside the pages: {@code metrics.json}, {@code changes.json} and CSV, as text.
 *
 * <p>In: an analysis or the changes between two records. Out: text, numbers unrounded. Must not know where it is written.
 */
package io.github.tumorbench.press.analysis.files;
