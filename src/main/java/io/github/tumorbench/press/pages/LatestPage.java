package io.github.tumorbench.press.pages;

/**
 * An address that does not change and leads to the newest version, by itself where the browser lets it and by a link where not.
 *
 * @param version three numbers; null where every version is withdrawn
 */
public record LatestPage(String version) implements Page {
    /** Name of the page's file. */
    public static final String FILE = "latest/index.html";

    /** Where it leads. */
    public String target() {
        return version == null ? "../index.html" : "../v" + version + "/index.html";
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String template() {
        return "latest";
    }

    /** None: the page stands outside every report. */
    @Override
    public Frame frame() {
        return null;
    }
}
