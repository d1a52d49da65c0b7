package io.github.tumorbench.lab.training;

import io.github.tumorbench.lab.engine.Batch;
import java.util.Arrays;

/** Training on cached features: each training image and each of its views is a row. */
public final class FeatureData implements TrainingData {
    private final int embedding;
    private final float[][] training;
    private final int[] trainingLabels;
    private final float[] validation;
    private final float[] classWeights;

    /**
     * @param training features of the training images, then of each round of views: each images · embedding numbers
     * @param trainingLabels of the training images
     * @param validation features of the validation images
     * @param classWeights weight of each class
     */
    public FeatureData(
            int embedding, float[][] training, int[] trainingLabels, float[] validation, float[] classWeights) {
        this.embedding = embedding;
        this.training = training;
        this.trainingLabels = trainingLabels;
        this.validation = validation;
        this.classWeights = classWeights;
    }

    @Override
    public int trainingRows() {
        return training.length * trainingLabels.length;
    }

    @Override
    public int validationRows() {
        return validation.length / embedding;
    }

    @Override
    public Batch training(int[] rows, int epoch) {
        float[] features = new float[rows.length * embedding];
        int[] labels = new int[rows.length];
        float[] weights = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int image = rows[i] % trainingLabels.length;
            float[] round = training[rows[i] / trainingLabels.length];
            System.arraycopy(round, image * embedding, features, i * embedding, embedding);
            labels[i] = trainingLabels[image];
            weights[i] = classWeights[labels[i]];
        }
        return new Batch(rows.length, null, features, labels, weights, null);
    }

    @Override
    public Batch validation(int first, int count) {
        float[] features = Arrays.copyOfRange(validation, first * embedding, (first + count) * embedding);
        return new Batch(count, null, features, null, null, null);
    }
}
