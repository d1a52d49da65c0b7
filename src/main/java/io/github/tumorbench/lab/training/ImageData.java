package io.github.tumorbench.lab.training;

import io.github.tumorbench.lab.dataset.ImageStore;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.engine.Batch;
import java.nio.ByteBuffer;
import java.util.List;

/** Training on images, each augmented anew in every epoch. */
public final class ImageData implements TrainingData {
    private final ImageStore store;
    private final List<Sample> training;
    private final List<Sample> validation;
    private final float[] classWeights;
    private final Augmenter augmenter;

    /** @param classWeights weight of each class */
    public ImageData(
            ImageStore store,
            List<Sample> training,
            List<Sample> validation,
            float[] classWeights,
            Augmenter augmenter) {
        this.store = store;
        this.training = List.copyOf(training);
        this.validation = List.copyOf(validation);
        this.classWeights = classWeights;
        this.augmenter = augmenter;
    }

    @Override
    public int trainingRows() {
        return training.size();
    }

    @Override
    public int validationRows() {
        return validation.size();
    }

    @Override
    public Batch training(int[] rows, int epoch) {
        int[] labels = new int[rows.length];
        int[] images = new int[rows.length];
        float[] weights = new float[rows.length];
        List<Sample> samples = new java.util.ArrayList<>(rows.length);
        for (int i = 0; i < rows.length; i++) {
            Sample sample = training.get(rows[i]);
            samples.add(sample);
            images[i] = sample.index();
            labels[i] = sample.label();
            weights[i] = classWeights[sample.label()];
        }
        return new Batch(rows.length, pixels(store, samples), null, labels, weights, augmenter.changes(images, epoch));
    }

    @Override
    public Batch validation(int first, int count) {
        return new Batch(count, pixels(store, validation.subList(first, first + count)), null, null, null, null);
    }

    /** Pixels of samples, one after another, RGB. */
    public static ByteBuffer pixels(ImageStore store, List<Sample> samples) {
        int bytes = store.size() * store.size() * 3;
        ByteBuffer pixels = ByteBuffer.allocate(Math.multiplyExact(samples.size(), bytes));
        for (Sample sample : samples) {
            store.readRgb(sample.index(), pixels);
        }
        return pixels.flip();
    }
}
