package io.github.tumorbench.study;

/** How images are divided into training and test; its name in the file is lower-case with hyphens. */
public enum Protocol {
    /** The split as published with the dataset. */
    OFFICIAL;

    /** The name used in study files, ids and pages. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
