package io.github.tumorbench.press.site.versions;

/**
 * The program that pressed a version.
 *
 * @param commit full hash, or {@code unknown}
 * @param dirty whether the tree differed from the commit
 */
public record Program(String version, String commit, boolean dirty) {
    /** Whether another one is certainly the same code. */
    public boolean same(Program other) {
        return equals(other) && !dirty && !commit.equals("unknown");
    }

    /** E.g. {@code 0.2.0 (commit 0123456789ab)}. */
    public String words() {
        String hash = commit.length() > 12 ? commit.substring(0, 12) : commit;
        return version + " (commit " + hash + (dirty ? ", changed)" : ")");
    }
}
