package io.github.tumorbench.press.pages;

/** One line of a definition list: what it is, its value and, where not empty, a word more; a code value is a digest or name. */
public record Term(String name, String value, String note, boolean code) {
    static Term of(String name, String value) {
        return new Term(name, value, "", false);
    }

    static Term of(String name, String value, String note) {
        return new Term(name, value, note, false);
    }

    static Term code(String name, String value) {
        return new Term(name, value, "", true);
    }
}
