package io.github.tumorbench.lab.evaluation;

import io.github.tumorbench.record.Prediction;
import java.util.ArrayList;
import java.util.List;

/** What several looks at one image say together: the mean of their probabilities. */
final class MeanPrediction {
    private MeanPrediction() {}

    /** exp(z − max) / sum, in double precision. */
    static double[] softmax(double[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            max = Math.max(max, logit);
        }
        double sum = 0;
        double[] probabilities = new double[logits.length];
        for (int c = 0; c < logits.length; c++) {
            probabilities[c] = StrictMath.exp(logits[c] - max);
            sum += probabilities[c];
        }
        for (int c = 0; c < logits.length; c++) {
            probabilities[c] /= sum;
        }
        return probabilities;
    }

    /**
     * The prediction of the mean. Its logits are the logarithms of its probabilities, so that their softmax gives these again.
     *
     * @param looks the logits of each look
     */
    static Prediction of(String file, String label, List<String> classes, List<double[]> looks) {
        double[] mean = new double[classes.size()];
        for (double[] logits : looks) {
            double[] probabilities = softmax(logits);
            for (int c = 0; c < mean.length; c++) {
                mean[c] += probabilities[c] / looks.size();
            }
        }
        int best = 0;
        List<Double> probabilities = new ArrayList<>(mean.length);
        List<Double> logits = new ArrayList<>(mean.length);
        for (int c = 0; c < mean.length; c++) {
            best = mean[c] > mean[best] ? c : best;
            probabilities.add(Math.min(1, mean[c]));
            logits.add(StrictMath.log(Math.max(mean[c], Double.MIN_NORMAL)));
        }
        return new Prediction(file, label, classes.get(best), probabilities.get(best), probabilities, logits);
    }
}
