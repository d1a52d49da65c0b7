package io.github.tumorbench.lab.backbone;

import io.github.tumorbench.study.Nearest;
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
                .sorted(Comparator.comparingInt(name -> Nearest.distance(lower, name.toLowerCase(Locale.ROOT))))
                .limit(count)
                .toList();
    }
}
