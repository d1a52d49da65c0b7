/**
 * TensorFlow: graphs built from backbone specs, sessions, SavedModel export and DJL predictors.
 *
 * <p>In: backbone specs, weights and batches as plain arrays. Out: plain arrays and SavedModels. The only package that knows
 * {@code ai.djl} and {@code org.tensorflow}; it knows neither datasets nor schedules nor records.
 */
package io.github.tumorbench.lab.engine;
