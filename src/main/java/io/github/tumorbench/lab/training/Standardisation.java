package io.github.tumorbench.lab.training;

import io.github.tumorbench.lab.cache.Rows;
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

    /** Of the training images' features; a feature that never varies is only centred. */
    public static Standardisation of(Rows features) {
        int width = features.width();
        double[] means = new double[width];
        double[] deviations = new double[width];
        float[] row = new float[width];
        for (int i = 0; i < features.count(); i++) {
            features.read(i, row, 0);
            for (int f = 0; f < width; f++) {
                means[f] += row[f] / (double) features.count();
            }
        }
        for (int i = 0; i < features.count(); i++) {
            features.read(i, row, 0);
            for (int f = 0; f < width; f++) {
                double distance = row[f] - means[f];
                deviations[f] += distance * distance / features.count();
            }
        }
        for (int f = 0; f < width; f++) {
            double deviation = Math.sqrt(deviations[f]);
            deviations[f] = deviation < SMALLEST_DEVIATION ? 1 : deviation;
        }
        return new Standardisation(means, deviations);
    }

    /** (x − mean) / deviation, as each row is read. */
    public Rows apply(Rows features) {
        return new Rows() {
            @Override
            public int count() {
                return features.count();
            }

            @Override
            public int width() {
                return features.width();
            }

            @Override
            public void read(int row, float[] target, int at) {
                features.read(row, target, at);
                for (int f = 0; f < means.length; f++) {
                    target[at + f] = (float) ((target[at + f] - means[f]) / deviations[f]);
                }
            }
        };
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
