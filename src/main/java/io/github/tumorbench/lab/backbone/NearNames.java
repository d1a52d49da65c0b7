package io.github.tumorbench.lab.backbone;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Suggests what was meant by a misspelt name. */
final class NearNames {
    private NearNames() {}

    /** The {@code count} names with the smallest edit distance, letter case aside, nearest first; ties keep their order. */
    static List<String> of(String wanted, List<String> names, int count) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        return names.stream()
                .sorted(Comparator.comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT))))
                .limit(count)
                .toList();
    }

    /** Levenshtein's distance. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
