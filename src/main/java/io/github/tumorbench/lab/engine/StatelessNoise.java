package io.github.tumorbench.lab.engine;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/** Random masks that depend on nothing but the seed fed with the step and the place in the graph. */
final class StatelessNoise {
    private final Ops tf;
    private final Placeholder<TInt64> seed;
    private long places;

    StatelessNoise(Ops tf) {
        this.tf = tf;
        this.seed = tf.placeholder(TInt64.class);
    }

    /** Where each step's seed is fed, a scalar. */
    Placeholder<TInt64> seed() {
        return seed;
    }

    /** Drops single values of [N, C] with this probability and scales the others by 1/(1 − rate). */
    Operand<TFloat32> drop(Operand<TFloat32> x, double rate) {
        return rate == 0 ? x : masked(x, tf.shape(x), rate);
    }

    /** Drops whole samples of [N, H, W, C] with this probability and scales the others by 1/(1 − rate). */
    Operand<TFloat32> dropSamples(Operand<TFloat32> x, double rate) {
        Operand<TInt32> count = tf.slice(tf.shape(x), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
        return masked(x, tf.concat(java.util.List.of(count, tf.constant(new int[] {1, 1, 1})), tf.constant(0)), rate);
    }

    private Operand<TFloat32> masked(Operand<TFloat32> x, Operand<TInt32> shape, double rate) {
        Operand<TInt64> key = tf.stack(java.util.List.of(seed, tf.constant(places++)));
        Operand<TFloat32> uniform = tf.random.statelessRandomUniform(shape, key);
        Operand<TFloat32> kept = tf.math.floor(tf.math.add(uniform, tf.constant((float) (1 - rate))));
        return tf.math.mul(x, tf.math.mul(kept, tf.constant((float) (1 / (1 - rate)))));
    }
}
