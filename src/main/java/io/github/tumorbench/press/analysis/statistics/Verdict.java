package io.github.tumorbench.press.analysis.statistics;

import java.util.List;

/** What a record says about a claim. */
public enum Verdict {
    HELD("held"),
    DID_NOT_HOLD("did not hold"),
    CANNOT_BE_TOLD("cannot be told");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** As a reader sees it. */
    public String words() {
        return words;
    }

    /** Of a claim about several networks: held where it held for each, not where it failed for one. */
    public static Verdict all(List<Verdict> verdicts) {
        if (verdicts.contains(DID_NOT_HOLD)) {
            return DID_NOT_HOLD;
        }
        return verdicts.isEmpty() || verdicts.contains(CANNOT_BE_TOLD) ? CANNOT_BE_TOLD : HELD;
    }

    /** Of the claim that a quantity is above a bound, by its interval. */
    public static Verdict above(Estimate one, Double bound) {
        if (one == null || !one.hasInterval() || bound == null) {
            return CANNOT_BE_TOLD;
        }
        return one.low() > bound ? HELD : one.high() < bound ? DID_NOT_HOLD : CANNOT_BE_TOLD;
    }

    /** Of the claim that a difference is smaller than {@code margin} either way, by its interval. */
    public static Verdict within(Estimate one, double margin) {
        if (one == null || !one.hasInterval()) {
            return CANNOT_BE_TOLD;
        }
        if (one.low() > margin || one.high() < -margin) {
            return DID_NOT_HOLD;
        }
        return one.low() > -margin && one.high() < margin ? HELD : CANNOT_BE_TOLD;
    }
}
