package io.github.tumorbench.press.analysis.metrics;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Every metric of one experiment as a function of how often each image counts: once each gives the estimates, other counts
 * give resamples. What does not depend on the counts (orders, losses, which images are wrong) is computed once.
 */
public final class Scorer {
    private static final int OVERALL = OverallMetric.values().length;
    private static final int OF_CLASS = ClassMetric.values().length;

    private final Outcomes outcomes;
    private final int classes;
    private final RankedScores[] ranked;
    private final int[][] members;
    private final int[] wrong;
    private final double[] logLoss;
    private final double[] brier;

    /** @param classes how many */
    public Scorer(Outcomes outcomes, int classes) {
        this.outcomes = outcomes;
        this.classes = classes;
        this.ranked = new RankedScores[classes];
        this.members = new int[classes][];
        for (int label = 0; label < classes; label++) {
            int one = label;
            ranked[label] = new RankedScores(outcomes.scores(label), outcomes.positives(label));
            members[label] = images(i -> outcomes.truth()[i] == one);
        }
        this.wrong = images(i -> !outcomes.correct(i));
        this.logLoss = Calibration.logLosses(outcomes);
        this.brier = Calibration.brierScores(outcomes);
    }

    private int[] images(IntPredicate wanted) {
        return IntStream.range(0, outcomes.size()).filter(wanted).toArray();
    }

    /** Length of the vector of metrics. */
    int length() {
        return OVERALL + classes * OF_CLASS;
    }

    /** Place of a metric over all images in the vector of metrics. */
    public static int index(OverallMetric metric) {
        return metric.ordinal();
    }

    /** Place of a metric of the class with this label. */
    public static int index(int label, ClassMetric metric) {
        return OVERALL + label * OF_CLASS + metric.ordinal();
    }

    /** Scale of the metric at this place. */
    static Scale scale(int metric) {
        return metric < OVERALL
                ? Scale.of(OverallMetric.values()[metric])
                : Scale.of(ClassMetric.values()[(metric - OVERALL) % OF_CLASS]);
    }

    /** What is scored. */
    public Outcomes outcomes() {
        return outcomes;
    }

    /** How many classes. */
    public int classes() {
        return classes;
    }

    RankedScores ranked(int label) {
        return ranked[label];
    }

    /** All metrics with every image counting once; undefined is NaN. */
    public double[] score() {
        double[] out = score(outcomes.once(), supports(outcomes.once()));
        out[index(OverallMetric.ECE)] = ece();
        return out;
    }

    /**
     * All metrics but the expected calibration error, which is not resampled; undefined is NaN.
     *
     * @param weights how often each image counts
     * @param supports {@link #supports} of these weights, the same for all experiments on the same images
     */
    public double[] score(int[] weights, long[] supports) {
        double[] out = new double[length()];
        long total = 0;
        for (int label = 0; label < classes; label++) {
            total += supports[label];
        }
        ofCounts(counts(weights, supports), out);
        for (int label = 0; label < classes; label++) {
            ranked[label].areas(
                    weights, supports[label], total - supports[label], out, index(label, ClassMetric.AUROC));
        }
        ofAreas(supports, out);
        ofSums(sums(weights), total, out);
        out[index(OverallMetric.ECE)] = Double.NaN;
        return out;
    }

    /** Weight of each true class. */
    public long[] supports(int[] weights) {
        long[] supports = new long[classes];
        for (int label = 0; label < classes; label++) {
            int sum = 0;
            for (int image : members[label]) {
                sum += weights[image];
            }
            supports[label] = sum;
        }
        return supports;
    }

    /** Counts of true against predicted classes, row by row: all images right, then the wrong ones moved. */
    long[] counts(int[] weights, long[] supports) {
        long[] counts = new long[classes * classes];
        for (int label = 0; label < classes; label++) {
            counts[label * classes + label] = supports[label];
        }
        for (int image : wrong) {
            int row = outcomes.truth()[image] * classes;
            counts[row + outcomes.truth()[image]] -= weights[image];
            counts[row + outcomes.predicted()[image]] += weights[image];
        }
        return counts;
    }

    /** What follows from counts of true against predicted classes. */
    void ofCounts(long[] counts, double[] out) {
        long[] supports = Agreement.supports(counts, classes);
        long[] predicted = Agreement.predicted(counts, classes);
        long total = 0;
        long correct = 0;
        for (int label = 0; label < classes; label++) {
            total += supports[label];
            correct += counts[label * classes + label];
        }
        for (int label = 0; label < classes; label++) {
            long hits = counts[label * classes + label];
            long others = total - supports[label];
            out[index(label, ClassMetric.RECALL)] = Agreement.share(hits, supports[label]);
            out[index(label, ClassMetric.SPECIFICITY)] = Agreement.share(others - (predicted[label] - hits), others);
            out[index(label, ClassMetric.PRECISION)] = Agreement.share(hits, predicted[label]);
            out[index(label, ClassMetric.F1)] = Agreement.f1(hits, supports[label], predicted[label]);
        }
        set(out, OverallMetric.ACCURACY, Agreement.share(correct, total));
        set(out, OverallMetric.BALANCED_ACCURACY, mean(out, ClassMetric.RECALL, null));
        set(out, OverallMetric.MACRO_F1, mean(out, ClassMetric.F1, null));
        set(out, OverallMetric.WEIGHTED_F1, mean(out, ClassMetric.F1, supports));
        set(out, OverallMetric.MCC, Agreement.mcc(correct, supports, predicted));
        set(out, OverallMetric.KAPPA, Agreement.kappa(correct, supports, predicted));
    }

    /** Means of the classes' areas, which are in {@code out}. */
    void ofAreas(long[] supports, double[] out) {
        set(out, OverallMetric.AUROC_MACRO, mean(out, ClassMetric.AUROC, null));
        set(out, OverallMetric.AUROC_WEIGHTED, mean(out, ClassMetric.AUROC, supports));
        set(out, OverallMetric.AVERAGE_PRECISION_MACRO, mean(out, ClassMetric.AVERAGE_PRECISION, null));
    }

    /** Sums over images of log loss, Brier score and confidence. */
    double[] sums(int[] weights) {
        double[] confidence = outcomes.confidence();
        double losses = 0;
        double squares = 0;
        double confidences = 0;
        for (int i = 0; i < weights.length; i++) {
            int weight = weights[i];
            losses += weight * logLoss[i];
            squares += weight * brier[i];
            confidences += weight * confidence[i];
        }
        return new double[] {losses, squares, confidences};
    }

    /** What an image adds to {@link #sums}. */
    double[] parts(int image) {
        return new double[] {logLoss[image], brier[image], outcomes.confidence()[image]};
    }

    /** Means of {@link #sums}; the accuracy is in {@code out}. */
    static void ofSums(double[] sums, long total, double[] out) {
        boolean none = total == 0;
        set(out, OverallMetric.LOG_LOSS, none ? Double.NaN : sums[0] / total + 0.0);
        set(out, OverallMetric.BRIER, none ? Double.NaN : sums[1] / total);
        double accuracy = out[index(OverallMetric.ACCURACY)];
        set(out, OverallMetric.CONFIDENCE_GAP, none ? Double.NaN : sums[2] / total - accuracy);
    }

    private double ece() {
        double[] gaps = new double[Calibration.BINS];
        for (int i = 0; i < outcomes.size(); i++) {
            double confidence = outcomes.confidence()[i];
            gaps[Calibration.bin(confidence, Calibration.BINS)] += confidence - (outcomes.correct(i) ? 1 : 0);
        }
        double distance = 0;
        for (double gap : gaps) {
            distance += Math.abs(gap);
        }
        return outcomes.size() == 0 ? Double.NaN : distance / outcomes.size();
    }

    private static void set(double[] out, OverallMetric metric, double value) {
        out[index(metric)] = value;
    }

    /** Mean over the classes whose value is defined, weighted unless {@code weights} is null. */
    private double mean(double[] out, ClassMetric metric, long[] weights) {
        double sum = 0;
        long whole = 0;
        for (int label = 0; label < classes; label++) {
            double value = out[index(label, metric)];
            if (!Double.isNaN(value)) {
                long weight = weights == null ? 1 : weights[label];
                sum += weight * value;
                whole += weight;
            }
        }
        return whole == 0 ? Double.NaN : sum / whole;
    }
}
