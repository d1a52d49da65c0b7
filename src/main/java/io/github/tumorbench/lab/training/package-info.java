/**
 * Training: what is fed in which order, at which learning rate, for how long, and which epoch's weights are kept.
 *
 * <p>In: a schedule, samples, a training graph. Out: {@link io.github.tumorbench.lab.training.Trained}. Knows neither files
 * nor TensorFlow.
 */
package io.github.tumorbench.lab.training;
