package io.github.tumorbench.press.analysis;

/**
 * Every metric of one experiment as a function of how often each image counts: once each gives the estimates, other counts
 * give resamples. What does not depend on the counts (orders, losses, bins) is computed once.
 */
final class Scorer {
    private static final int OVERALL = OverallMetric.values().length;
    private static final int OF_CLASS = ClassMetric.values().length;

    private final Outcomes outcomes;
    private final int classes;
    private final RankedScores[] ranked;
    private final double[] logLoss;
    private final double[] brier;
    private final double[] gap;
    private final int[] bin;

    Scorer(Outcomes outcomes, int classes) {
        this.outcomes = outcomes;
        this.classes = classes;
        this.ranked = new RankedScores[classes];
        for (int label = 0; label < classes; label++) {
            ranked[label] = new RankedScores(outcomes.scores(label), outcomes.positives(label));
        }
        this.logLoss = Calibration.logLosses(outcomes);
        this.brier = Calibration.brierScores(outcomes);
        this.gap = new double[outcomes.size()];
        this.bin = new int[outcomes.size()];
        for (int i = 0; i < bin.length; i++) {
            gap[i] = outcomes.confidence()[i] - (outcomes.correct(i) ? 1 : 0);
            bin[i] = Calibration.bin(outcomes.confidence()[i], Calibration.BINS);
        }
    }

    /** Length of the vector of metrics. */
    int length() {
        return OVERALL + classes * OF_CLASS;
    }

    static int index(OverallMetric metric) {
        return metric.ordinal();
    }

    static int index(int label, ClassMetric metric) {
        return OVERALL + label * OF_CLASS + metric.ordinal();
    }

    /** Whether the metric at this place is an area under a curve. */
    static boolean area(int metric) {
        String key = metric < OVERALL
                ? OverallMetric.values()[metric].key()
                : ClassMetric.values()[(metric - OVERALL) % OF_CLASS].key();
        return key.startsWith("auroc") || key.startsWith("average_precision");
    }

    /** All metrics with every image counting once. */
    double[] score() {
        return score(outcomes.once());
    }

    /**
     * All metrics; undefined is NaN.
     *
     * @param weights how often each image counts
     */
    double[] score(int[] weights) {
        double[] out = new double[length()];
        long[] counts = Agreement.counts(outcomes, classes, weights);
        long[] supports = Agreement.supports(counts, classes);
        long[] predicted = Agreement.predicted(counts, classes);
        long total = 0;
        long correct = 0;
        for (int label = 0; label < classes; label++) {
            total += supports[label];
            correct += counts[label * classes + label];
        }
        for (int label = 0; label < classes; label++) {
            ofClass(label, counts[label * classes + label], supports[label], predicted[label], total, weights, out);
        }
        set(out, OverallMetric.ACCURACY, Agreement.share(correct, total));
        set(out, OverallMetric.BALANCED_ACCURACY, mean(out, ClassMetric.RECALL, null));
        set(out, OverallMetric.MACRO_F1, mean(out, ClassMetric.F1, null));
        set(out, OverallMetric.WEIGHTED_F1, mean(out, ClassMetric.F1, supports));
        set(out, OverallMetric.MCC, Agreement.mcc(correct, supports, predicted));
        set(out, OverallMetric.KAPPA, Agreement.kappa(correct, supports, predicted));
        set(out, OverallMetric.AUROC_MACRO, mean(out, ClassMetric.AUROC, null));
        set(out, OverallMetric.AUROC_WEIGHTED, mean(out, ClassMetric.AUROC, supports));
        set(out, OverallMetric.AVERAGE_PRECISION_MACRO, mean(out, ClassMetric.AVERAGE_PRECISION, null));
        ofProbabilities(weights, total, out);
        return out;
    }

    private void ofClass(int label, long hits, long support, long predicted, long total, int[] weights, double[] out) {
        long others = total - support;
        out[index(label, ClassMetric.RECALL)] = Agreement.share(hits, support);
        out[index(label, ClassMetric.SPECIFICITY)] = Agreement.share(others - (predicted - hits), others);
        out[index(label, ClassMetric.PRECISION)] = Agreement.share(hits, predicted);
        out[index(label, ClassMetric.F1)] = Agreement.f1(hits, support, predicted);
        ranked[label].areas(weights, support, others, out, index(label, ClassMetric.AUROC));
    }

    private void ofProbabilities(int[] weights, long total, double[] out) {
        double[] gaps = new double[Calibration.BINS];
        double losses = 0;
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            int weight = weights[i];
            losses += weight * logLoss[i];
            squares += weight * brier[i];
            gaps[bin[i]] += weight * gap[i];
        }
        double difference = 0;
        double distance = 0;
        for (double one : gaps) {
            difference += one;
            distance += Math.abs(one);
        }
        set(out, OverallMetric.LOG_LOSS, total == 0 ? Double.NaN : losses / total + 0.0);
        set(out, OverallMetric.BRIER, total == 0 ? Double.NaN : squares / total);
        set(out, OverallMetric.CONFIDENCE_GAP, total == 0 ? Double.NaN : difference / total);
        set(out, OverallMetric.ECE, total == 0 ? Double.NaN : distance / total);
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
