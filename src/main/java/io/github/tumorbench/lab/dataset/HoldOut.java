package io.github.tumorbench.lab.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sets a share of each class aside, exact copies always on the same side.
 *
 * <p>The order in which images are considered comes from the SHA-256 of (purpose, seed, file), so it depends neither on the
 * platform nor on which other images there are. A group of copies counts for the class of its first file.
 */
final class HoldOut {
    private final List<ReadImage> images;
    private final Copies copies;
    private final long seed;

    HoldOut(List<ReadImage> images, Copies copies, long seed) {
        this.images = images;
        this.copies = copies;
        this.seed = seed;
    }

    /**
     * Chooses among candidates.
     *
     * @param candidates numbers of images, ascending
     * @param fraction share of each class, in (0, 1); rounded to whole images, at least one
     * @param purpose name of the draw, e.g. {@code validation}
     * @return numbers of the chosen images; a class that cannot be divided has none here or all
     */
    Set<Integer> choose(List<Integer> candidates, double fraction, String purpose) {
        Map<String, List<List<Integer>>> classes = new TreeMap<>();
        for (List<Integer> unit : units(candidates)) {
            String label = images.get(unit.get(0)).entry().label();
            classes.computeIfAbsent(label, key -> new ArrayList<>()).add(unit);
        }
        Set<Integer> chosen = new TreeSet<>();
        for (List<List<Integer>> units : classes.values()) {
            Map<List<Integer>, String> keys = new LinkedHashMap<>();
            units.forEach(unit -> keys.put(unit, key(purpose, unit)));
            units.sort(Comparator.comparing(keys::get));
            take(units, fraction, chosen);
        }
        return chosen;
    }

    private static void take(List<List<Integer>> units, double fraction, Set<Integer> chosen) {
        int images = units.stream().mapToInt(List::size).sum();
        long wanted = Math.max(1, Math.round(fraction * images));
        long taken = 0;
        for (List<Integer> unit : units) {
            if (taken + unit.size() <= wanted) {
                chosen.addAll(unit);
                taken += unit.size();
            }
        }
        if (taken == 0) {
            chosen.addAll(units.stream().min(Comparator.comparing(List::size)).orElseThrow());
        }
    }

    private List<List<Integer>> units(List<Integer> candidates) {
        Map<String, List<Integer>> units = new LinkedHashMap<>();
        for (int image : candidates) {
            Integer group = copies.groupOf(image);
            String key = group == null ? "image " + image : "group " + group;
            units.computeIfAbsent(key, unused -> new ArrayList<>()).add(image);
        }
        return new ArrayList<>(units.values());
    }

    private String key(String purpose, List<Integer> unit) {
        return Digests.of(
                purpose + "\n" + seed + "\n" + images.get(unit.get(0)).entry().file());
    }
}
