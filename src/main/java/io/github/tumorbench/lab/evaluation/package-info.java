/**
 * Evaluation: raw predictions of an exported model, and the plane the test images' features are projected to.
 *
 * <p>In: a classifier, images or features. Out: the record's rows. Knows no metric: those are the press's.
 */
package io.github.tumorbench.lab.evaluation;
