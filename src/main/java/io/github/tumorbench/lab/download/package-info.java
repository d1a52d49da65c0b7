/**
 * Fetches files over HTTP: resumes, follows references, notices silence and wrong lengths.
 *
 * <p>Must not know what the files are.
 */
package io.github.tumorbench.lab.download;
