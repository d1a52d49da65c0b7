package io.github.tumorbench.press.analysis;

import java.util.List;

/**
 * Experiments tested on the same images, compared.
 *
 * @param images how many
 * @param ids the most accurate first
 * @param pairs all of them, by the order of {@code ids}; empty for a single experiment
 * @param groups each the ids of a longest run of neighbours in which no two can be told apart (as in a critical-difference
 *     diagram, Demšar 2006), the most accurate first; runs of one are left out
 * @param errors null where fewer than two networks were tested
 */
public record Family(int images, List<String> ids, List<Comparison> pairs, List<List<String>> groups, Errors errors) {
    public Family {
        ids = List.copyOf(ids);
        pairs = List.copyOf(pairs);
        groups = groups.stream().map(List::copyOf).toList();
    }

    /** The comparison of two of them, whichever is the better; null where they were not compared. */
    public Comparison pair(String one, String other) {
        return pairs.stream()
                .filter(pair -> pair.first().equals(one) && pair.second().equals(other)
                        || pair.first().equals(other) && pair.second().equals(one))
                .findFirst()
                .orElse(null);
    }
}
