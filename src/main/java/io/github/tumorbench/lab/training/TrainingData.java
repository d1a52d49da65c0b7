package io.github.tumorbench.lab.training;

import io.github.tumorbench.lab.engine.Batch;

/** What a training reads: training rows in any order, validation rows in theirs. */
public interface TrainingData {
    /** Rows an epoch goes through: images, or with cached features images and their views. */
    int trainingRows();

    /** Validation images. */
    int validationRows();

    /**
     * A training batch.
     *
     * @param rows row numbers
     * @param epoch from 1; augmentation differs from epoch to epoch
     */
    Batch training(int[] rows, int epoch);

    /** Validation rows from {@code first} to {@code first + count}, without augmentation. */
    Batch validation(int first, int count);
}
