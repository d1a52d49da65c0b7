package io.github.tumorbench.press.site.versions;

import io.github.tumorbench.study.InputException;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version number: major, minor and patch (Semantic Versioning 2.0.0, items 2 and 11), without pre-release or build parts, as
 * what is released is final.
 */
public record SemanticVersion(int major, int minor, int patch) implements Comparable<SemanticVersion> {
    private static final String NUMBER = "(0|[1-9][0-9]{0,8})";
    private static final Pattern FORM = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER);
    private static final Comparator<SemanticVersion> ORDER = Comparator.comparingInt(SemanticVersion::major)
            .thenComparingInt(SemanticVersion::minor)
            .thenComparingInt(SemanticVersion::patch);

    /** @throws InputException if it is anything but three numbers */
    public static SemanticVersion parse(String text) {
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            throw new InputException("version: expected three whole numbers joined by dots, e.g. 1.2.0, found " + text);
        }
        return new SemanticVersion(
                Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)));
    }

    /** Whether a folder is named like a version. */
    static boolean isFolder(String name) {
        return name.startsWith("v") && FORM.matcher(name.substring(1)).matches();
    }

    /** As its folder is called, e.g. {@code v1.2.0}. */
    public String folder() {
        return "v" + this;
    }

    @Override
    public int compareTo(SemanticVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
