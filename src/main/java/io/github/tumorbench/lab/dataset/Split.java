package io.github.tumorbench.lab.dataset;

import java.util.Locale;

/** What an image is used for. */
public enum Split {
    TRAINING,
    VALIDATION,
    TESTING;

    /** The name in manifests: lower-case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
