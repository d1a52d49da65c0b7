package io.github.tumorbench.press.site.versions;

/**
 * A version as the site lists it.
 *
 * @param manifest SHA-256 of its manifest
 * @param withdrawal null where it stands
 */
record Entry(Version version, String manifest, Withdrawal withdrawal) {
    /**
     * That a version should no longer be relied on.
     *
     * @param date ISO 8601 day
     * @param reason a sentence
     */
    record Withdrawal(String date, String reason) {}

    SemanticVersion number() {
        return version.number();
    }

    boolean withdrawn() {
        return withdrawal != null;
    }

    Entry withdrawn(Withdrawal why) {
        return new Entry(version, manifest, why);
    }
}
