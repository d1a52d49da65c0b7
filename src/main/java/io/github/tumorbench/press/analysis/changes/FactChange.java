package io.github.tumorbench.press.analysis.changes;

/**
 * A fact that differs between two records.
 *
 * @param before in words; null where it was not there
 * @param after in words; null where it is no longer there
 */
public record FactChange(Area area, String name, String before, String after) {
    /** What the fact is about. */
    public enum Area {
        DATA,
        WEIGHTS,
        CODE,
        CONFIGURATION,
        ENVIRONMENT,
        EXPERIMENT
    }
}
