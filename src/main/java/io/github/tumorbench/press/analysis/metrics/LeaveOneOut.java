package io.github.tumorbench.press.analysis.metrics;

/**
 * Every metric without each image in turn, in about the time of a few resamples: metrics of the confusion matrix depend only
 * on the cell an image is taken from, means on what it adds, areas on its place in the order of scores.
 */
public final class LeaveOneOut {
    private final Scorer scorer;
    private final Outcomes outcomes;
    private final int classes;
    private final long[] counts;
    private final long[] supports;

    private LeaveOneOut(Scorer scorer) {
        this.scorer = scorer;
        this.outcomes = scorer.outcomes();
        this.classes = scorer.classes();
        this.counts = Agreement.counts(outcomes, classes, outcomes.once());
        this.supports = Agreement.supports(counts, classes);
    }

    /** Image × metric; undefined is NaN, as is the expected calibration error. */
    public static double[][] of(Scorer scorer) {
        return new LeaveOneOut(scorer).values();
    }

    private double[][] values() {
        int size = outcomes.size();
        double[][] aurocs = new double[classes][size];
        double[][] precisions = new double[classes][size];
        for (int label = 0; label < classes; label++) {
            scorer.ranked(label)
                    .leaveOneOut(
                            outcomes.positives(label),
                            supports[label],
                            size - supports[label],
                            aurocs[label],
                            precisions[label]);
        }
        double[] sums = scorer.sums(outcomes.once());
        double[][] cells = new double[counts.length][];
        double[][] values = new double[size][];
        for (int image = 0; image < size; image++) {
            int truth = outcomes.truth()[image];
            int cell = truth * classes + outcomes.predicted()[image];
            if (cells[cell] == null) {
                cells[cell] = withoutOneOf(cell);
            }
            double[] out = cells[cell].clone();
            for (int label = 0; label < classes; label++) {
                out[Scorer.index(label, ClassMetric.AUROC)] = aurocs[label][image];
                out[Scorer.index(label, ClassMetric.AVERAGE_PRECISION)] = precisions[label][image];
            }
            supports[truth]--;
            scorer.ofAreas(supports, out);
            supports[truth]++;
            Scorer.ofSums(without(sums, scorer.parts(image)), size - 1L, out);
            values[image] = out;
        }
        return values;
    }

    private double[] withoutOneOf(int cell) {
        double[] out = new double[scorer.length()];
        long[] left = counts.clone();
        left[cell]--;
        scorer.ofCounts(left, out);
        out[Scorer.index(OverallMetric.ECE)] = Double.NaN;
        return out;
    }

    private static double[] without(double[] sums, double[] parts) {
        double[] left = sums.clone();
        for (int i = 0; i < left.length; i++) {
            left[i] -= parts[i];
        }
        return left;
    }

    /**
     * By how much each metric of the confusion matrix falls where one more image is taken from right to wrong, at most; 0 for
     * other metrics.
     */
    static double[] worstError(Scorer scorer) {
        LeaveOneOut one = new LeaveOneOut(scorer);
        double[] before = new double[scorer.length()];
        scorer.ofCounts(one.counts, before);
        double[] worst = new double[before.length];
        for (int row = 0; row < one.classes; row++) {
            for (int column = 0; column < one.classes; column++) {
                int right = row * one.classes + row;
                if (column != row && one.counts[right] > 0) {
                    long[] moved = one.counts.clone();
                    moved[right]--;
                    moved[row * one.classes + column]++;
                    double[] after = new double[before.length];
                    scorer.ofCounts(moved, after);
                    for (int metric = 0; metric < worst.length; metric++) {
                        worst[metric] = Math.max(worst[metric], before[metric] - after[metric]);
                    }
                }
            }
        }
        return worst;
    }
}
