package io.github.tumorbench.lab.training;

import io.github.tumorbench.lab.cache.Rows;
import io.github.tumorbench.lab.engine.Batch;
import java.util.List;

/** Training on numbers computed before, features or activations: each training image and each of its views is a row. */
public final class FeatureData implements TrainingData {
    private final List<Rows> training;
    private final int[] trainingLabels;
    private final Rows validation;
    private final float[] classWeights;

    /**
     * @param training of the training images, then of each round of their views
     * @param trainingLabels of the training images
     * @param validation of the validation images
     * @param classWeights weight of each class
     */
    public FeatureData(List<Rows> training, int[] trainingLabels, Rows validation, float[] classWeights) {
        this.training = List.copyOf(training);
        this.trainingLabels = trainingLabels;
        this.validation = validation;
        this.classWeights = classWeights;
    }

    @Override
    public int trainingRows() {
        return training.size() * trainingLabels.length;
    }

    @Override
    public int validationRows() {
        return validation.count();
    }

    @Override
    public Batch training(int[] rows, int epoch) {
        int width = validation.width();
        float[] features = new float[rows.length * width];
        int[] labels = new int[rows.length];
        float[] weights = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int image = rows[i] % trainingLabels.length;
            training.get(rows[i] / trainingLabels.length).read(image, features, i * width);
            labels[i] = trainingLabels[image];
            weights[i] = classWeights[labels[i]];
        }
        return new Batch(rows.length, null, features, labels, weights, null);
    }

    @Override
    public Batch validation(int first, int count) {
        int width = validation.width();
        float[] features = new float[count * width];
        for (int i = 0; i < count; i++) {
            validation.read(first + i, features, i * width);
        }
        return new Batch(count, null, features, null, null, null);
    }
}
