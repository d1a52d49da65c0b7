package io.github.tumorbench.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with one file, to report it all at once in the order of the file. */
final class Problems {
    private record Problem(int line, String text) {}

    private final String name;
    private final List<Problem> found = new ArrayList<>();

    /** @param name how to call the file */
    Problems(String name) {
        this.name = name;
    }

    /**
     * Adds one.
     *
     * @param path keys from the top, joined by dots; empty for the whole file
     * @param line where, or 0 if not known
     */
    void add(String path, int line, String sentence) {
        String place = path.isEmpty() ? name : name + ": " + path;
        found.add(new Problem(line, place + ": " + sentence + (line > 0 ? " (line " + line + ")" : "")));
    }

    /** Ends the reading if anything was found. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InputException(found.stream()
                    .sorted(Comparator.comparingInt(Problem::line))
                    .map(Problem::text)
                    .toList());
        }
    }
}
