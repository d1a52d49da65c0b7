package io.github.tumorbench.lab.backbone;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How Keras fills a new kernel. For a kernel [k, k, i, o] the fan in is k·k·i and the fan out k·k·o, for a depthwise kernel
 * [k, k, channels, 1] by the same rule k·k·channels and k·k.
 */
public enum KernelInitialiser {
    /** Uniform on ±√(6 / (fan in + fan out)) (Glorot and Bengio 2010, eq. 16): Keras's default. */
    GLOROT_UNIFORM {
        @Override
        float[] values(List<Integer> shape, RandomGenerator random) {
            double limit = Math.sqrt(6.0 / (fan(shape, 2) + fan(shape, 3)));
            float[] values = new float[size(shape)];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (limit * (2 * random.nextDouble() - 1));
            }
            return values;
        }
    },

    /**
     * Normal with variance 2 / fan out after truncation at two deviations (He et al. 2015, eq. 14): EfficientNet's
     * {@code VarianceScaling(2, fan_out, truncated_normal)}.
     */
    HE_TRUNCATED_NORMAL_FAN_OUT {
        @Override
        float[] values(List<Integer> shape, RandomGenerator random) {
            double deviation = Math.sqrt(2.0 / fan(shape, 3)) / TRUNCATED_DEVIATION;
            float[] values = new float[size(shape)];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (deviation * truncatedNormal(random));
            }
            return values;
        }
    };

    /** Standard deviation of a standard normal cut at ±2. */
    private static final double TRUNCATED_DEVIATION = 0.87962566103423978;

    /** A new kernel in row-major order. */
    abstract float[] values(List<Integer> shape, RandomGenerator random);

    /** @param axis 2 for the fan in, 3 for the fan out */
    private static double fan(List<Integer> shape, int axis) {
        return (double) shape.get(0) * shape.get(1) * shape.get(axis);
    }

    private static int size(List<Integer> shape) {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** By Box and Muller with StrictMath: the same on every machine and every JDK. */
    private static double truncatedNormal(RandomGenerator random) {
        while (true) {
            double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            double value = radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
            if (Math.abs(value) <= 2) {
                return value;
            }
        }
    }
}
