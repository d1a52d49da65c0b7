package io.github.tumorbench.press.site.verify;

import io.github.tumorbench.press.site.versions.PageText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Where two texts differ, number by number where nothing but numbers does. */
final class TextDifferences {
    /** More are counted. */
    static final int MOST = 20;

    /** Two computations of one number may differ by this share of it: processors round exponentials differently. */
    private static final double ROUNDING = 1e-9;

    private static final int SHOWN = 60;

    private final String name;
    private final boolean page;
    private final boolean exact;
    private final List<String> found = new ArrayList<>();

    private TextDifferences(String name, boolean page, boolean exact) {
        this.name = name;
        this.page = page;
        this.exact = exact;
    }

    /** Of two pages: every character counts. */
    static List<String> ofPages(String name, String expected, String found) {
        return new TextDifferences(name, true, true).compare(expected, found);
    }

    /** Of two files of unrounded numbers, which may differ in their last digits. */
    static List<String> ofData(String name, String expected, String found) {
        return new TextDifferences(name, false, false).compare(expected, found);
    }

    private List<String> compare(String expected, String actual) {
        if (!expected.equals(actual)) {
            List<String> before = expected.lines().toList();
            List<String> after = actual.lines().toList();
            if (before.size() == after.size()) {
                int place = 0;
                for (int i = 0; i < before.size(); i++) {
                    line(i, before.get(i), after.get(i), actual, place);
                    place += after.get(i).length() + 1;
                }
            } else {
                found.add("%s: expected %s lines, found %s; they differ from line %s on"
                        .formatted(name, before.size(), after.size(), 1 + common(before, after)));
            }
        }
        return cut(found, name);
    }

    /** The first of many, then how many more there are. */
    static List<String> cut(List<String> problems, String name) {
        if (problems.size() <= MOST) {
            return problems;
        }
        List<String> shown = new ArrayList<>(problems.subList(0, MOST));
        shown.add(name + ": " + (problems.size() - MOST) + " more differences");
        return shown;
    }

    private void line(int index, String expected, String actual, String text, int place) {
        if (expected.equals(actual)) {
            return;
        }
        if (!sameWords(expected, actual)) {
            int at = firstDifference(expected, actual);
            found.add("%s: line %s: expected %s, found %s"
                    .formatted(name, index + 1, quoted(expected, at), quoted(actual, at)));
            return;
        }
        Matcher before = PageText.NUMBER.matcher(expected);
        Matcher after = PageText.NUMBER.matcher(actual);
        while (before.find() && after.find()) {
            if (!same(before.group(), after.group())) {
                String near = page ? PageText.near(text, place + after.start()) : line(actual, after.start());
                found.add(
                        "%s: expected %s, found %s, near \"%s\"".formatted(name, before.group(), after.group(), near));
            }
        }
    }

    private boolean same(String expected, String actual) {
        return expected.equals(actual) || !exact && close(expected, actual);
    }

    /** Whether two texts differ in nothing but numbers. */
    static boolean sameWords(String one, String other) {
        return List.of(PageText.NUMBER.split(one, -1)).equals(List.of(PageText.NUMBER.split(other, -1)));
    }

    /** Whether as many numbers are the same but for rounding, each as the other list's. */
    static boolean close(List<String> expected, List<String> actual) {
        boolean same = expected.size() == actual.size();
        for (int i = 0; same && i < expected.size(); i++) {
            same = expected.get(i).equals(actual.get(i)) || close(expected.get(i), actual.get(i));
        }
        return same;
    }

    /** Whether two numbers are one but for rounding. */
    static boolean close(String expected, String actual) {
        try {
            return close(Double.parseDouble(expected), Double.parseDouble(actual));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Whether a text is one number. */
    static boolean isNumber(String text) {
        try {
            Double.parseDouble(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static boolean close(double expected, double actual) {
        return Math.abs(expected - actual) <= ROUNDING * Math.abs(expected) + Double.MIN_NORMAL;
    }

    private static String line(String text, int place) {
        String before = text.substring(0, place).strip();
        return before.substring(Math.max(0, before.length() - SHOWN));
    }

    private static String quoted(String text, int at) {
        int from = Math.max(0, at - SHOWN / 2);
        return "\""
                + text.substring(from, Math.min(text.length(), from + SHOWN)).strip() + "\"";
    }

    private static int firstDifference(String a, String b) {
        int at = 0;
        while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at;
    }

    private static int common(List<String> a, List<String> b) {
        int at = 0;
        while (at < Math.min(a.size(), b.size()) && a.get(at).equals(b.get(at))) {
            at++;
        }
        return at;
    }
}
