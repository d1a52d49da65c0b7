/**
 * Which pictures show the same: copies that were mirrored, stored again, brightened or cropped a little.
 *
 * <p>In: grey thumbnails. Out: pairs with the correlation they reach once laid over each other. Must not know where images
 * come from, what they are called or what they are used for.
 */
package io.github.tumorbench.lab.dataset.similarity;
