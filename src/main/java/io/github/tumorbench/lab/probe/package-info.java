/**
 * How well a class can be told from a few numbers: small classifiers, cross-validated.
 *
 * <p>In: feature vectors, labels, folds. Out: predictions. Must not know what the numbers are.
 */
package io.github.tumorbench.lab.probe;
