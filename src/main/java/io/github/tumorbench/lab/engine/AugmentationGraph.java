package io.github.tumorbench.lab.engine;

import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.image.ImageProjectiveTransformV3;
import org.tensorflow.types.TFloat32;

/**
 * The pixel half of augmentation: moves each image by its own projective transform (bilinear, edges repeated) and scales and
 * shifts its intensities. Which transform is drawn outside the graph.
 */
final class AugmentationGraph {
    private final Placeholder<TFloat32> transforms;
    private final Placeholder<TFloat32> tones;
    private final Operand<TFloat32> output;

    /** @param images [N, size, size, 3], 0–255 */
    AugmentationGraph(Ops tf, Operand<TFloat32> images, int size) {
        this.transforms = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 8)));
        this.tones = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 2)));
        Operand<TFloat32> moved = tf.image.imageProjectiveTransformV3(
                images,
                transforms,
                tf.constant(new int[] {size, size}),
                tf.constant(0f),
                "BILINEAR",
                ImageProjectiveTransformV3.fillMode("NEAREST"));
        Operand<TFloat32> factor = column(tf, 0);
        Operand<TFloat32> offset = column(tf, 1);
        Operand<TFloat32> toned = tf.math.add(tf.math.mul(moved, factor), offset);
        this.output = tf.clipByValue(toned, tf.constant(0f), tf.constant(255f));
    }

    private Operand<TFloat32> column(Ops tf, int index) {
        Operand<TFloat32> column = tf.slice(tones, tf.constant(new int[] {0, index}), tf.constant(new int[] {-1, 1}));
        return tf.reshape(column, tf.constant(new int[] {-1, 1, 1, 1}));
    }

    Operand<TFloat32> output() {
        return output;
    }

    void feed(Session.Runner runner, Batch batch, Fed fed) {
        runner.feed(transforms, fed.add(Tensors.floats(batch.changes().transforms(), batch.count(), 8)));
        runner.feed(tones, fed.add(Tensors.floats(batch.changes().tones(), batch.count(), 2)));
    }
}
