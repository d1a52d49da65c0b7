package io.github.tumorbench.lab.engine;

import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The mean over the batch of weight · cross-entropy against smoothed targets (1 − s + s/K for the label, s/K for others). */
final class TrainingLoss {
    private final Placeholder<TInt32> labels;
    private final Placeholder<TFloat32> weights;
    private final Operand<TFloat32> mean;
    private final Operand<TInt32> correct;

    /**
     * @param logits [N, classes]
     * @param smoothing share of the target spread evenly over the classes
     */
    TrainingLoss(Ops tf, Operand<TFloat32> logits, int classes, double smoothing) {
        labels = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
        weights = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1)));
        Operand<TFloat32> targets = tf.oneHot(
                labels,
                tf.constant(classes),
                tf.constant((float) (1 - smoothing + smoothing / classes)),
                tf.constant((float) (smoothing / classes)));
        Operand<TFloat32> each =
                tf.nn.softmaxCrossEntropyWithLogits(logits, targets).loss();
        mean = tf.math.mean(tf.math.mul(each, weights), tf.constant(0));
        Operand<TInt32> predicted = tf.math.argMax(logits, tf.constant(1), TInt32.class);
        correct = tf.reduceSum(tf.dtypes.cast(tf.math.equal(predicted, labels), TInt32.class), tf.constant(0));
    }

    Operand<TFloat32> mean() {
        return mean;
    }

    /** Samples whose highest logit is their label's. */
    Operand<TInt32> correct() {
        return correct;
    }

    void feed(Session.Runner runner, Batch batch, Fed fed) {
        runner.feed(labels, fed.add(Tensors.ints(batch.labels(), batch.count())));
        runner.feed(weights, fed.add(Tensors.floats(batch.weights(), batch.count())));
    }
}
