package io.github.tumorbench.press.analysis.claims;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Verdict;

/**
 * A figure the reproduced study reports, beside ours.
 *
 * @param network and how it was trained
 * @param quantity what was measured
 * @param published as reported
 * @param experiment id of ours, null where the record has none
 * @param ours null where there is none
 * @param verdict held where the published value lies in our interval
 */
public record CheckedFigure(
        String network, String quantity, String published, String experiment, Estimate ours, Verdict verdict) {}
