package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.lab.dataset.similarity.Pair;
import io.github.tumorbench.lab.dataset.similarity.Similarity;
import io.github.tumorbench.lab.dataset.similarity.Thumbnail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which images are copies of each other: exact ones (equal decoded pixels or equal bytes) and near ones (mirrored, stored
 * again, cropped a little; see {@link Similarity}). Images are numbered in the order of their files.
 *
 * <p>A group holds everything that copies lead to, exact or near.
 */
final class Copies {
    private final int count;
    private final List<List<Integer>> exact;
    private final List<List<Integer>> groups;
    private final Map<Integer, TreeSet<Integer>> near = new TreeMap<>();
    private final Map<Integer, Integer> exactOf = new TreeMap<>();
    private final Map<Integer, Integer> groupOf = new TreeMap<>();

    private Copies(List<ReadImage> images, List<Pair> pairs) {
        this.count = images.size();
        Map<String, List<Integer>> byPixels = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            byPixels.computeIfAbsent(images.get(i).pixels(), key -> new ArrayList<>())
                    .add(i);
        }
        DisjointSets sets = new DisjointSets(count);
        byPixels.values().forEach(sets::join);
        this.exact = sets.sets(2);
        number(exact, exactOf);
        pairs.forEach(pair -> add(pair.first(), pair.second(), sets));
        this.groups = sets.sets(2);
        number(groups, groupOf);
    }

    /** Exact and near copies; the near ones are given. */
    static Copies of(List<Look> looks, List<Pair> pairs) {
        return new Copies(looks.stream().map(Look::image).toList(), pairs);
    }

    /** Pairs of images that show nearly the same. */
    static List<Pair> pairs(List<Look> looks) {
        List<Integer> numbers = new ArrayList<>();
        List<Thumbnail> thumbnails = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            if (looks.get(i).thumbnail() != null) {
                numbers.add(i);
                thumbnails.add(looks.get(i).thumbnail());
            }
        }
        return Similarity.within(thumbnails, Similarity.COPY).stream()
                .map(pair -> new Pair(
                        numbers.get(pair.first()), numbers.get(pair.second()), pair.mirrored(), pair.correlation()))
                .toList();
    }

    private void add(int first, int second, DisjointSets sets) {
        if (exactOf.containsKey(first) && exactOf.get(first).equals(exactOf.get(second))) {
            return;
        }
        near.computeIfAbsent(first, key -> new TreeSet<>()).add(second);
        near.computeIfAbsent(second, key -> new TreeSet<>()).add(first);
        sets.join(first, second);
    }

    private static void number(List<List<Integer>> groups, Map<Integer, Integer> numbers) {
        for (int group = 0; group < groups.size(); group++) {
            for (int member : groups.get(group)) {
                numbers.put(member, group + 1);
            }
        }
    }

    /** Number of an image's group, from 1 in the order of first files; null where it has no copy. */
    Integer groupOf(int image) {
        return groupOf.get(image);
    }

    /** Whether the image has an exact copy among those before it. */
    boolean isRepeat(int image) {
        return exactOf.containsKey(image) && exact.get(exactOf.get(image) - 1).get(0) != image;
    }

    /** Whether the image has a near copy that is no exact one. */
    boolean hasNear(int image) {
        return near.containsKey(image);
    }

    /** Exact copies of an image, itself included, ascending; only itself where it has none. */
    List<Integer> exactCopies(int image) {
        return exactOf.containsKey(image) ? exact.get(exactOf.get(image) - 1) : List.of(image);
    }

    /** Near copies of an image that are no exact ones, ascending. */
    List<Integer> nearCopies(int image) {
        return List.copyOf(near.getOrDefault(image, new TreeSet<>()));
    }

    /** Groups of exact copies. */
    List<List<Integer>> exact() {
        return exact;
    }

    /** Groups of exact and near copies. */
    List<List<Integer>> groups() {
        return groups;
    }
}
