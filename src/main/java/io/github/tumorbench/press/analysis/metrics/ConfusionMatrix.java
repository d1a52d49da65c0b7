package io.github.tumorbench.press.analysis.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts of test images: rows are true classes, columns predicted ones, both in class order.
 *
 * @param classes names in order
 * @param counts one list per true class
 */
public record ConfusionMatrix(List<String> classes, List<List<Integer>> counts) {
    public ConfusionMatrix {
        classes = List.copyOf(classes);
        counts = counts.stream().map(List::copyOf).toList();
        int size = classes.size();
        if (counts.size() != size || counts.stream().anyMatch(row -> row.size() != size)) {
            throw new IllegalArgumentException("a confusion matrix is square");
        }
    }

    /** Images of true class {@code row} that were given class {@code column}. */
    public int count(int row, int column) {
        return counts.get(row).get(column);
    }

    /** {@link #count} as a share of its row, null where the row is empty. */
    public Double share(int row, int column) {
        int support = support(row);
        return support == 0 ? null : (double) count(row, column) / support;
    }

    /** Images of true class {@code row}. */
    public int support(int row) {
        return counts.get(row).stream().mapToInt(Integer::intValue).sum();
    }

    /** Images that were given class {@code column}. */
    public int predicted(int column) {
        return counts.stream().mapToInt(row -> row.get(column)).sum();
    }

    /** All images. */
    public int total() {
        return counts.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
    }

    /** Images on the diagonal. */
    public int correct() {
        int sum = 0;
        for (int i = 0; i < classes.size(); i++) {
            sum += count(i, i);
        }
        return sum;
    }

    /** The most frequent error, the first in row order on ties; null where there is none. */
    public ConfusedPair mostConfused() {
        List<ConfusedPair> most = mostFrequentErrors();
        return most.isEmpty() ? null : most.get(0);
    }

    /** All errors that occur most often, in row order; empty where there is none. */
    public List<ConfusedPair> mostFrequentErrors() {
        List<ConfusedPair> most = new ArrayList<>();
        for (int row = 0; row < classes.size(); row++) {
            for (int column = 0; column < classes.size(); column++) {
                int count = count(row, column);
                int highest = most.isEmpty() ? 1 : most.get(0).count();
                if (row != column && count >= highest) {
                    if (count > highest) {
                        most.clear();
                    }
                    most.add(new ConfusedPair(classes.get(row), classes.get(column), count, support(row)));
                }
            }
        }
        return most;
    }
}
