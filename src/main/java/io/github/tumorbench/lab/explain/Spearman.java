package io.github.tumorbench.lab.explain;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Rank correlation (Spearman 1904), equal values sharing their mean rank. */
final class Spearman {
    private Spearman() {}

    /** From −1 to 1; null where one of the two is constant or holds a number that is not finite. */
    static Double of(double[] first, double[] second) {
        if (!IntStream.range(0, first.length).allMatch(i -> Double.isFinite(first[i]) && Double.isFinite(second[i]))) {
            return null;
        }
        double[] a = ranks(first);
        double[] b = ranks(second);
        double mean = (a.length - 1) / 2.0;
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - mean) * (b[i] - mean);
            aa += (a[i] - mean) * (a[i] - mean);
            bb += (b[i] - mean) * (b[i] - mean);
        }
        return aa == 0 || bb == 0 ? null : (Double) Rounding.of(ab / Math.sqrt(aa * bb));
    }

    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int first = 0; first < order.length; ) {
            int end = first + 1;
            while (end < order.length && values[order[end]] == values[order[first]]) {
                end++;
            }
            for (int i = first; i < end; i++) {
                ranks[order[i]] = (first + end - 1) / 2.0;
            }
            first = end;
        }
        return ranks;
    }
}
