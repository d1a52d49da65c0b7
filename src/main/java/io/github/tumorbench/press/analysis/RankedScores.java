package io.github.tumorbench.press.analysis;

/**
 * One class's scores in falling order, equal ones in groups, so that areas can be taken again and again with other weights
 * without sorting.
 */
final class RankedScores {
    private final int[] order;
    private final boolean[] positive;
    private final boolean[] last;

    /**
     * @param scores higher means more likely positive
     * @param positives which images are of the class
     */
    RankedScores(double[] scores, boolean[] positives) {
        int[] ascending = Ranking.ascending(scores);
        int size = scores.length;
        this.order = new int[size];
        this.positive = new boolean[size];
        this.last = new boolean[size];
        for (int place = 0; place < size; place++) {
            order[place] = ascending[size - 1 - place];
            positive[place] = positives[order[place]];
            last[place] = place == size - 1 || scores[order[place]] != scores[ascending[size - 2 - place]];
        }
    }

    /**
     * Area under the ROC curve, the Mann–Whitney statistic over the number of pairs with ties counting one half (NaN where
     * there is no positive or no negative), and average precision, the sum over falling thresholds of precision times the
     * gain in recall with equal scores taken together (NaN where there is no positive).
     *
     * @param weights how often each image counts
     * @param out takes the two at {@code at} and {@code at + 1}
     */
    void areas(int[] weights, double[] out, int at) {
        long truePositives = 0;
        long falsePositives = 0;
        long positives = 0;
        long negatives = 0;
        long twicePairs = 0;
        double precisions = 0;
        for (int place = 0; place < order.length; place++) {
            int weight = weights[order[place]];
            if (positive[place]) {
                positives += weight;
            } else {
                negatives += weight;
            }
            if (last[place]) {
                twicePairs += negatives * (2 * truePositives + positives);
                truePositives += positives;
                falsePositives += negatives;
                if (positives > 0) {
                    precisions += positives * ((double) truePositives / (truePositives + falsePositives));
                }
                positives = 0;
                negatives = 0;
            }
        }
        out[at] = truePositives == 0 || falsePositives == 0
                ? Double.NaN
                : twicePairs / (2.0 * truePositives * falsePositives);
        out[at + 1] = truePositives == 0 ? Double.NaN : precisions / truePositives;
    }
}
