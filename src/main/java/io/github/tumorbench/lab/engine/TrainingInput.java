package io.github.tumorbench.lab.engine;

import io.github.tumorbench.study.AugmentationPreset;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** Where a training graph's samples enter: images, changed in the training pass, or numbers computed before. */
final class TrainingInput {
    private final int size;
    private final long[] shape;
    private final Placeholder<TUint8> images;
    private final Placeholder<TFloat32> numbers;
    private final AugmentationGraph augmentation;
    private final Operand<TFloat32> plain;

    private TrainingInput(Ops tf, int size, AugmentationPreset preset) {
        this.size = size;
        shape = null;
        numbers = null;
        images = tf.placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, size, size, 3)));
        plain = tf.dtypes.cast(images, TFloat32.class);
        augmentation = new AugmentationGraph(tf, plain, size, preset);
    }

    private TrainingInput(Ops tf, long[] shape) {
        this.size = 0;
        this.shape = shape;
        images = null;
        augmentation = null;
        numbers = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1).append(Shape.of(shape))));
        plain = numbers;
    }

    /** Images [N, size, size, 3]. */
    static TrainingInput images(Ops tf, int size, AugmentationPreset preset) {
        return new TrainingInput(tf, size, preset);
    }

    /** Features or activations, [N, shape…]. */
    static TrainingInput numbers(Ops tf, long... shape) {
        return new TrainingInput(tf, shape);
    }

    /** What the training pass reads; images 0–255. */
    Operand<TFloat32> changed() {
        return augmentation == null ? plain : augmentation.output();
    }

    /** What the evaluation pass reads. */
    Operand<TFloat32> plain() {
        return plain;
    }

    /** @param training whether the training pass runs, which needs the batch's changes */
    void feed(Session.Runner runner, Batch batch, boolean training, Fed fed) {
        if (images == null) {
            long[] whole = new long[shape.length + 1];
            whole[0] = batch.count();
            System.arraycopy(shape, 0, whole, 1, shape.length);
            runner.feed(numbers, fed.add(Tensors.floats(batch.features(), whole)));
            return;
        }
        runner.feed(images, fed.add(Tensors.images(batch.images(), batch.count(), size)));
        if (training) {
            augmentation.feed(runner, batch, fed);
        }
    }
}
