package io.github.tumorbench.press.analysis.claims;

import io.github.tumorbench.press.analysis.statistics.Verdict;

/**
 * A claim of the reproduced study against this record.
 *
 * @param number of the claim, a letter for its part
 * @param claim in a sentence
 * @param shown what this record shows, with numbers and intervals
 * @param rule by which the verdict follows
 */
public record CheckedClaim(String number, String claim, Verdict verdict, String shown, String rule) {}
