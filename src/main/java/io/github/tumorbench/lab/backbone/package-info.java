/**
 * The three CNNs as declarative layer specs with Keras's layer names, and their weights: Keras HDF5 files, found, downloaded
 * and matched as Keras does, or random ones from a seed.
 *
 * <p>In: a backbone's name and input size, which weights, where files may lie. Out:
 * {@link io.github.tumorbench.lab.backbone.Backbone} with all that follows from its layers (shapes, tensors, parameters,
 * operations, cuts) and {@link io.github.tumorbench.lab.backbone.Weights}. Knows no engine: graphs are built from the specs
 * elsewhere. Alone knows jHDF's weights layout and Keras's addresses.
 */
package io.github.tumorbench.lab.backbone;
