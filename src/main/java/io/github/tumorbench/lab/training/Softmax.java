package io.github.tumorbench.lab.training;

/** Cross-entropy and the winning class of a row of logits. */
final class Softmax {
    private Softmax() {}

    /** −log softmax(logits)[label], in double precision. */
    static double crossEntropy(float[] logits, int label) {
        double max = logits[argMax(logits)];
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - max);
        }
        return max + Math.log(sum) - logits[label];
    }

    /** The first of the highest. */
    static int argMax(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }
}
