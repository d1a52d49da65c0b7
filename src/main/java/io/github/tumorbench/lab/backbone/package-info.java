/**
 * The three CNNs as declarative layer specs with Keras's layer names, and the import of their weights from Keras HDF5 files.
 *
 * <p>In: a backbone's name, a weights file. Out: {@link io.github.tumorbench.lab.backbone.Backbone} and
 * {@link io.github.tumorbench.lab.backbone.Weights}. Knows no engine: graphs are built from the specs elsewhere.
 */
package io.github.tumorbench.lab.backbone;
