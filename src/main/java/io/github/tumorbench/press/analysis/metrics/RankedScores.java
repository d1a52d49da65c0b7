package io.github.tumorbench.press.analysis.metrics;

import io.github.tumorbench.press.analysis.statistics.Ranking;
import java.util.Arrays;

/**
 * One class's scores in falling order, equal ones in groups, so that areas can be taken again and again with other weights
 * without sorting. Only the places from the first negative to the last positive are kept: above them every precision is 1,
 * below them nothing is gained.
 */
final class RankedScores {
    private final int[] order;
    private final boolean[] positive;
    private final boolean[] last;

    /** The positive images among them. */
    private final int[] positiveImages;

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
        this.positiveImages =
                Arrays.stream(order).filter(image -> positives[image]).toArray();
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
        for (int image : positiveImages) {
            truePositives -= weights[image];
        }
        long falsePositives = 0;
        long gained = 0;
        long negatives = 0;
        long twicePairs = 0;
        double precisions = truePositives;
        for (int place = 0; place < order.length; place++) {
            int weight = weights[order[place]];
            if (positive[place]) {
                gained += weight;
            } else {
                negatives += weight;
            }
            if (last[place]) {
                twicePairs += negatives * (2 * truePositives + gained);
                truePositives += gained;
                falsePositives += negatives;
                if (gained > 0) {
                    precisions += gained * ((double) truePositives / (truePositives + falsePositives));
                }
                gained = 0;
                negatives = 0;
            }
        }
        twicePairs += 2 * support * (others - falsePositives);
        out[at] = support == 0 || others == 0 ? Double.NaN : twicePairs / (2.0 * support * others);
        out[at + 1] = support == 0 ? Double.NaN : precisions / support;
    }

    /**
     * The two areas without each image in turn, in one pass over the order and back.
     *
     * @param of which images are of the class
     * @param support all positives
     * @param others all negatives
     * @param aurocs takes the area under the ROC curve without each image
     * @param precisions takes the average precision
     */
    void leaveOneOut(boolean[] of, long support, long others, double[] aurocs, double[] precisions) {
        Steps steps = new Steps(support);
        long pairs = steps.twicePairs + 2 * support * (others - steps.falsePositives);
        for (int image = 0; image < of.length; image++) {
            aurocs[image] = auroc(of[image], of[image] ? pairs - 2 * others : pairs - 2 * support, support, others);
            precisions[image] = of[image]
                    ? share(steps.above - 1 + steps.fewerPositives[0], support - 1)
                    : share(steps.above + steps.precisions[steps.size], support);
        }
        for (int place = 0, step = 0; place < order.length; place++) {
            int image = order[place];
            long[] here = steps.of[step];
            long taken = positive[place] ? 2 * (others - here[3]) + here[1] : 2 * (here[2] - here[0]) + here[0];
            aurocs[image] = auroc(positive[place], pairs - taken, support, others);
            double before = steps.above + steps.precisions[step];
            precisions[image] = positive[place]
                    ? share(
                            before
                                    + Steps.precision(here[0] - 1, here[2] - 1, here[3])
                                    + steps.fewerPositives[step + 1],
                            support - 1)
                    : share(before + steps.fewerNegatives[step], support);
            step += last[place] ? 1 : 0;
        }
    }

    private static double auroc(boolean positive, long twicePairs, long support, long others) {
        long pairs = positive ? (support - 1) * others : support * (others - 1);
        return pairs <= 0 ? Double.NaN : twicePairs / (2.0 * pairs);
    }

    private static double share(double sum, long whole) {
        return whole <= 0 ? Double.NaN : sum / whole;
    }

    /** Groups of equal scores from the highest down, every image counting once. */
    private final class Steps {
        /** Positives and negatives here, true and false positives from here up. */
        private final long[][] of;

        private final int size;
        private final long above;
        private final long twicePairs;
        private final long falsePositives;

        /** Sum of precisions before each step; the whole at the end. */
        private final double[] precisions;

        /** Sum from each step down, one positive further up taken away. */
        private final double[] fewerPositives;

        /** Sum from each step down, one negative there or further up taken away. */
        private final double[] fewerNegatives;

        Steps(long support) {
            long inOrder = 0;
            int groups = 0;
            for (int place = 0; place < order.length; place++) {
                inOrder += positive[place] ? 1 : 0;
                groups += last[place] ? 1 : 0;
            }
            this.size = groups;
            this.above = support - inOrder;
            this.of = new long[groups][];
            long[] here = new long[4];
            here[2] = above;
            long pairs = 0;
            for (int place = 0, step = 0; place < order.length; place++) {
                here[positive[place] ? 0 : 1]++;
                if (last[place]) {
                    pairs += here[1] * (2 * here[2] + here[0]);
                    here[2] += here[0];
                    here[3] += here[1];
                    of[step++] = here.clone();
                    here[0] = 0;
                    here[1] = 0;
                }
            }
            this.twicePairs = pairs;
            this.falsePositives = here[3];
            this.precisions = new double[groups + 1];
            this.fewerPositives = new double[groups + 1];
            this.fewerNegatives = new double[groups + 1];
            for (int step = 0; step < groups; step++) {
                precisions[step + 1] = precisions[step] + precision(of[step][0], of[step][2], of[step][3]);
            }
            for (int step = groups - 1; step >= 0; step--) {
                long[] one = of[step];
                fewerPositives[step] = fewerPositives[step + 1] + precision(one[0], one[2] - 1, one[3]);
                fewerNegatives[step] = fewerNegatives[step + 1] + precision(one[0], one[2], one[3] - 1);
            }
        }

        static double precision(long positives, long truePositives, long falsePositives) {
            return positives <= 0 ? 0 : positives * ((double) truePositives / (truePositives + falsePositives));
        }
    }
}
