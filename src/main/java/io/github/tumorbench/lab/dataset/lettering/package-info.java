/**
 * Finds writing that is burnt into a picture.
 *
 * <p>In: grey values. Out: where lines of letters or digits stand. Must not know files, classes or splits.
 */
package io.github.tumorbench.lab.dataset.lettering;
