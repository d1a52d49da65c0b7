package io.github.tumorbench.lab.engine;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The one dense layer on top of the pooled features. */
public final class Head {
    /** [embedding, classes]. */
    public static final String KERNEL = "head/kernel";
    /** [classes]. */
    public static final String BIAS = "head/bias";

    private Head() {}

    /** Glorot uniform kernel (Glorot and Bengio 2010) from the seed, bias zero. */
    public static Map<String, float[]> initial(int embedding, int classes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double limit = Math.sqrt(6.0 / (embedding + classes));
        float[] kernel = new float[embedding * classes];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) ((2 * random.nextDouble() - 1) * limit);
        }
        Map<String, float[]> tensors = new TreeMap<>();
        tensors.put(KERNEL, kernel);
        tensors.put(BIAS, new float[classes]);
        return tensors;
    }

    /** @param values the head's tensors by name */
    static Operand<TFloat32> logits(Ops tf, Operand<TFloat32> features, Function<String, Operand<TFloat32>> values) {
        return logits(tf, features, values.apply(KERNEL), values.apply(BIAS));
    }

    static Operand<TFloat32> logits(
            Ops tf, Operand<TFloat32> features, Operand<TFloat32> kernel, Operand<TFloat32> bias) {
        return tf.nn.biasAdd(tf.linalg.matMul(features, kernel), bias);
    }
}
