package io.github.tumorbench.lab.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which images are exact copies of each other: equal decoded pixels or equal bytes. Images are numbered in the order of
 * their files.
 */
final class Copies {
    private final Integer[] groupOf;
    private final List<List<Integer>> groups = new ArrayList<>();

    Copies(List<ReadImage> images) {
        this.groupOf = new Integer[images.size()];
        Map<String, List<Integer>> byPixels = new LinkedHashMap<>();
        for (int i = 0; i < images.size(); i++) {
            byPixels.computeIfAbsent(images.get(i).pixels(), key -> new ArrayList<>())
                    .add(i);
        }
        for (List<Integer> members : byPixels.values()) {
            if (members.size() > 1) {
                groups.add(Collections.unmodifiableList(members));
                members.forEach(member -> groupOf[member] = groups.size());
            }
        }
    }

    /** Number of an image's group, from 1 in the order of first files; null where it has no copy. */
    Integer groupOf(int image) {
        return groupOf[image];
    }

    /** Whether the image is in a group, and not as its first. */
    boolean isRepeat(int image) {
        return groupOf[image] != null && groups.get(groupOf[image] - 1).get(0) != image;
    }

    /** The members of each group, each in the order of files. */
    List<List<Integer>> groups() {
        return Collections.unmodifiableList(groups);
    }
}
