package io.github.tumorbench.press.analysis.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** P-values of several tests taken together (Holm 1979). */
public final class Holm {
    /** Below it two things are called different. */
    public static final double LEVEL = 0.05;

    private Holm() {}

    /** Adjusted p-values in the order given, each at least the one it was made from and at most 1. */
    public static List<Double> adjust(List<Double> values) {
        double[] plain = values.stream().mapToDouble(Double::doubleValue).toArray();
        int[] order = Ranking.ascending(plain);
        List<Double> adjusted = new ArrayList<>(Collections.nCopies(plain.length, 1.0));
        double highest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            highest = Math.max(highest, Math.min(1, (order.length - rank) * plain[order[rank]]));
            adjusted.set(order[rank], highest);
        }
        return adjusted;
    }
}
