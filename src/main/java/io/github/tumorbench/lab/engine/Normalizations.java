package io.github.tumorbench.lab.engine;

import io.github.tumorbench.lab.backbone.Layer;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/** Batch normalisation's two forms. */
final class Normalizations {
    private Normalizations() {}

    /** (x − μ) · γ/√(σ²+ε) + β with the moving mean and variance. */
    static Operand<TFloat32> withMovingStatistics(
            Ops tf, Layer.BatchNormalization layer, Operand<TFloat32> x, Function<String, Operand<TFloat32>> weight) {
        return tf.nn.fusedBatchNorm(
                        x,
                        weight.apply(layer.name() + "/gamma"),
                        weight.apply(layer.name() + "/beta"),
                        weight.apply(layer.name() + "/moving_mean"),
                        weight.apply(layer.name() + "/moving_variance"),
                        FusedBatchNorm.epsilon((float) layer.epsilon()),
                        FusedBatchNorm.isTraining(false))
                .y();
    }

    /** The same with the batch's own mean and variance, which the result carries along. */
    static FusedBatchNorm<TFloat32, TFloat32> withBatchStatistics(
            Ops tf, Layer.BatchNormalization layer, Operand<TFloat32> x, Function<String, Operand<TFloat32>> weight) {
        Operand<TFloat32> none = tf.constant(new float[0]);
        return tf.nn.fusedBatchNorm(
                x,
                weight.apply(layer.name() + "/gamma"),
                weight.apply(layer.name() + "/beta"),
                none,
                none,
                FusedBatchNorm.epsilon((float) layer.epsilon()),
                FusedBatchNorm.isTraining(true));
    }
}
