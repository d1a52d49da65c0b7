package io.github.tumorbench.study;

/**
 * How images are divided into training, validation and test; one fold where the division is repeated.
 *
 * @param fold which one, from 1; 0 for a single hold-out
 * @param folds how many there are; 0 for a single hold-out
 */
public record Protocol(Name name, int fold, int folds) {
    /** The split as published with the dataset. */
    public static final Protocol OFFICIAL = new Protocol(Name.OFFICIAL, 0, 0);

    /** What is kept apart; in study files lower-case with hyphens. */
    public enum Name {
        /** Nothing: the split as published. */
        OFFICIAL,
        /** Test images as published, without those of which training has an exact or near copy. */
        OFFICIAL_DEDUPLICATED,
        /** Patients, slices and copies: none stands on two sides. */
        PATIENT_DISJOINT
    }

    public Protocol {
        if (fold < 0 || fold > folds || (fold == 0) != (folds == 0)) {
            throw new IllegalArgumentException("fold %s of %s".formatted(fold, folds));
        }
    }

    /** The name used in study files, ids and pages, e.g. {@code patient-disjoint-fold1}. */
    public String id() {
        return Words.of(name) + (fold == 0 ? "" : "-fold" + fold);
    }
}
