/**
 * A content-addressed store of stage outputs: the same inputs never compute twice, and an interrupted run finds again what it
 * had finished.
 *
 * <p>In: a stage's name, a text that names all its inputs, and how to compute it. Out: a folder. Knows no stage.
 */
package io.github.tumorbench.lab.cache;
