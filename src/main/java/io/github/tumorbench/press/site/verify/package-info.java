/**
 * Whether a released version is what it was and says what its record says.
 *
 * <p>In: the folder of a version, and what program this is. Out: a sentence for each file, number or citation that differs, and
 * what was compared. Changes nothing. Must not know how a release is made.
 */
package io.github.tumorbench.press.site.verify;
