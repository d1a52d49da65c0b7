package io.github.tumorbench.press.analysis.findings;

/**
 * One plain sentence computed from the results.
 *
 * @param section id of the section whose numbers it comes from; one of the constants of {@link Findings}
 * @param experiment id of the experiment it is about, null where it is about several
 */
public record Finding(String sentence, String section, String experiment) {}
