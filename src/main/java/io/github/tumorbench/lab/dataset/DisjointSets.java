package io.github.tumorbench.lab.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sets of numbers that grow together: union by smaller number, paths halved. */
final class DisjointSets {
    private final int[] parent;

    DisjointSets(int count) {
        parent = new int[count];
        for (int i = 0; i < count; i++) {
            parent[i] = i;
        }
    }

    /** Puts two numbers, and all that are with either, into one set. */
    void join(int first, int second) {
        int a = find(first);
        int b = find(second);
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    /** Puts numbers into one set. */
    void join(List<Integer> members) {
        members.forEach(member -> join(members.get(0), member));
    }

    /** The smallest number of a number's set. */
    int find(int number) {
        int at = number;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Sets of at least {@code least} numbers, each ascending, in the order of their smallest. */
    List<List<Integer>> sets(int least) {
        Map<Integer, List<Integer>> sets = new TreeMap<>();
        for (int i = 0; i < parent.length; i++) {
            sets.computeIfAbsent(find(i), key -> new ArrayList<>()).add(i);
        }
        return sets.values().stream().filter(set -> set.size() >= least).toList();
    }
}
