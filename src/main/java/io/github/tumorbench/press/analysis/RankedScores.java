package io.github.tumorbench.press.analysis;

/**
 * One class's scores in falling order, equal ones in groups, so that areas can be taken again and again with other weights
 * without sorting. Only the places from the first negative to the last positive are kept: above them every precision is 1,
 * below them nothing is gained.
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
        int from = 0;
        int to = size;
        while (from < size && positives[ascending[size - 1 - from]]) {
            from++;
        }
        while (to > from && !positives[ascending[size - to]]) {
            to--;
        }
        while (from > 0 && from < size && scores[ascending[size - 1 - from]] == scores[ascending[size - from]]) {
            from--;
        }
        while (to > from && to < size && scores[ascending[size - 1 - to]] == scores[ascending[size - to]]) {
            to++;
        }
        this.order = new int[to - from];
        this.positive = new boolean[to - from];
        this.last = new boolean[to - from];
        for (int place = from; place < to; place++) {
            int image = ascending[size - 1 - place];
            order[place - from] = image;
            positive[place - from] = positives[image];
            last[place - from] = place == size - 1 || scores[image] != scores[ascending[size - 2 - place]];
        }
    }

    /**
     * Area under the ROC curve, the Mann–Whitney statistic over the number of pairs with ties counting one half (NaN where
     * there is no positive or no negative), and average precision, the sum over falling thresholds of precision times the
     * gain in recall with equal scores taken together (NaN where there is no positive).
     *
     * @param weights how often each image counts
     * @param support weight of all positives
     * @param others weight of all negatives
     * @param out takes the two at {@code at} and {@code at + 1}
     */
    void areas(int[] weights, long support, long others, double[] out, int at) {
        long truePositives = support;
        for (int place = 0; place < order.length; place++) {
            truePositives -= positive[place] ? weights[order[place]] : 0;
        }
        long falsePositives = 0;
        long positives = 0;
        long negatives = 0;
        long twicePairs = 0;
        double precisions = truePositives;
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
        twicePairs += 2 * support * (others - falsePositives);
        out[at] = support == 0 || others == 0 ? Double.NaN : twicePairs / (2.0 * support * others);
        out[at + 1] = support == 0 ? Double.NaN : precisions / support;
    }
}
