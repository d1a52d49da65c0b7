package io.github.tumorbench.press.analysis;

/**
 * One plain sentence computed from the results.
 *
 * @param section id of the section whose numbers it comes from: {@code comparison}, {@code per-class}, {@code confusion},
 *     {@code confidence} or {@code localisation}
 * @param experiment id of the experiment it is about, null where it is about all
 */
public record Finding(String sentence, String section, String experiment) {}
