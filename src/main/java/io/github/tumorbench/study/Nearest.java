package io.github.tumorbench.study;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses the word someone meant. */
public final class Nearest {
    private Nearest() {}

    /** The known word nearest to the written one, if it is near: a third of its letters may differ, case and hyphens aside. */
    static Optional<String> to(String written, Collection<String> known) {
        String letters = letters(written);
        return known.stream()
                .filter(word -> distance(letters, letters(word)) <= Math.max(1, word.length() / 3))
                .min(Comparator.comparingInt(word -> distance(letters, letters(word))));
    }

    private static String letters(String word) {
        return word.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance: the fewest insertions, deletions and replacements of one letter. */
    public static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
