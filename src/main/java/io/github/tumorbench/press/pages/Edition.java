package io.github.tumorbench.press.pages;

/**
 * Which report this is.
 *
 * @param study identifier of the study
 * @param release number of the released version; empty where it was not released
 * @param program version of the program that made the record
 * @param commit of that program, in words
 */
public record Edition(String study, String release, String program, String commit) {
    /** What stands beside "Version". */
    public String version() {
        return release.isEmpty() ? "not released" : release;
    }
}
