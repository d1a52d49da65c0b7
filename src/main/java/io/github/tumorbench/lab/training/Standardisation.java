package io.github.tumorbench.lab.training;

import io.github.tumorbench.lab.engine.Head;
import java.util.Map;

/**
 * Features to mean 0 and deviation 1 over the training images while a head learns, so that one learning rate suits every
 * backbone. The head is handed on for the features as they are: both are affine, so nothing else of it shows.
 */
public final class Standardisation {
    private static final double SMALLEST_DEVIATION = 1e-6;

    private final double[] means;
    private final double[] deviations;

    private Standardisation(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * Of the training images' features; a feature that never varies is only centred.
     *
     * @param features images · embedding
     */
    public static Standardisation of(float[] features, int embedding) {
        int images = features.length / embedding;
        double[] means = new double[embedding];
        double[] deviations = new double[embedding];
        for (int i = 0; i < features.length; i++) {
            means[i % embedding] += features[i] / (double) images;
        }
        for (int i = 0; i < features.length; i++) {
            double distance = features[i] - means[i % embedding];
            deviations[i % embedding] += distance * distance / images;
        }
        for (int f = 0; f < embedding; f++) {
            double deviation = Math.sqrt(deviations[f]);
            deviations[f] = deviation < SMALLEST_DEVIATION ? 1 : deviation;
        }
        return new Standardisation(means, deviations);
    }

    /** (x − mean) / deviation. */
    public float[] apply(float[] features) {
        float[] standardised = new float[features.length];
        for (int i = 0; i < features.length; i++) {
            int f = i % means.length;
            standardised[i] = (float) ((features[i] - means[f]) / deviations[f]);
        }
        return standardised;
    }

    /** The head on standardised features that says what this head says on plain ones. */
    public Map<String, float[]> toStandardised(Map<String, float[]> head) {
        return moved(head, false);
    }

    /** The head on plain features that says what this head says on standardised ones. */
    public Map<String, float[]> toPlain(Map<String, float[]> head) {
        return moved(head, true);
    }

    private Map<String, float[]> moved(Map<String, float[]> head, boolean toPlain) {
        float[] kernel = head.get(Head.KERNEL);
        int classes = head.get(Head.BIAS).length;
        float[] movedKernel = new float[kernel.length];
        double[] bias = new double[classes];
        for (int i = 0; i < kernel.length; i++) {
            int f = i / classes;
            movedKernel[i] = (float) (toPlain ? kernel[i] / deviations[f] : kernel[i] * deviations[f]);
            bias[i % classes] += toPlain ? -means[f] / deviations[f] * kernel[i] : means[f] * kernel[i];
        }
        float[] movedBias = new float[classes];
        for (int c = 0; c < classes; c++) {
            movedBias[c] = (float) (head.get(Head.BIAS)[c] + bias[c]);
        }
        return Map.of(Head.KERNEL, movedKernel, Head.BIAS, movedBias);
    }
}
