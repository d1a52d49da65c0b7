/**
 * Gets datasets from where their authors published them, checked, into a folder that Git ignores.
 *
 * <p>Out: an archive as published. Must not know what is in it beyond whether it is whole.
 */
package io.github.tumorbench.lab.dataset.fetch;
