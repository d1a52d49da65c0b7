package io.github.tumorbench.lab.training;

import io.github.tumorbench.study.Schedule;
import java.util.Arrays;

/** Weight of each class in the loss. */
public final class ClassWeighting {
    private ClassWeighting() {}

    /**
     * All 1, or balanced: images / (classes · images of the class), as scikit-learn and the study count it. A class without
     * images has weight 0.
     *
     * @param labels of the training images
     */
    public static float[] of(Schedule.ClassWeights kind, int[] labels, int classes) {
        float[] weights = new float[classes];
        Arrays.fill(weights, 1);
        if (kind == Schedule.ClassWeights.BALANCED) {
            long[] counts = new long[classes];
            for (int label : labels) {
                counts[label]++;
            }
            for (int c = 0; c < classes; c++) {
                weights[c] = counts[c] == 0 ? 0 : (float) ((double) labels.length / (classes * counts[c]));
            }
        }
        return weights;
    }
}
