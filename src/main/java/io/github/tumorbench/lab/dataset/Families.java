package io.github.tumorbench.lab.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Images that belong together: whatever one patient, one slice or copies connect, over however many steps. A readable image
 * that nothing connects is a family of its own; unreadable ones have none.
 */
final class Families {
    private final List<List<Integer>> members;
    private final int[] familyOf;

    private Families(DisjointSets sets, List<ReadImage> images) {
        this.members = sets.sets(1).stream()
                .filter(set -> images.get(set.get(0)).readable())
                .toList();
        this.familyOf = new int[images.size()];
        for (int family = 0; family < members.size(); family++) {
            for (int image : members.get(family)) {
                familyOf[image] = family;
            }
        }
    }

    static Families of(List<ReadImage> images, Copies copies, Annotations annotations) {
        DisjointSets sets = new DisjointSets(images.size());
        copies.groups().forEach(group -> join(group, images, sets));
        Map<String, Integer> firsts = new HashMap<>();
        for (int i = 0; i < images.size(); i++) {
            if (images.get(i).readable()) {
                Annotation known = annotations.of(images.get(i).entry().file());
                join("patient " + known.patient(), known.patient(), i, firsts, sets);
                join("slice " + known.slice(), known.slice(), i, firsts, sets);
            }
        }
        return new Families(sets, images);
    }

    /** Copies without the unreadable among them, whose bytes may be equal too. */
    private static void join(List<Integer> group, List<ReadImage> images, DisjointSets sets) {
        List<Integer> readable =
                group.stream().filter(image -> images.get(image).readable()).toList();
        if (!readable.isEmpty()) {
            sets.join(readable);
        }
    }

    private static void join(String key, String value, int image, Map<String, Integer> firsts, DisjointSets sets) {
        if (value != null) {
            Integer first = firsts.putIfAbsent(key, image);
            sets.join(first == null ? image : first, image);
        }
    }

    /** Each family's images, ascending; families in the order of their first image. */
    List<List<Integer>> members() {
        return members;
    }

    /** Number of a readable image's family. */
    int familyOf(int image) {
        return familyOf[image];
    }
}
