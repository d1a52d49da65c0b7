package io.github.tumorbench.lab.backbone;

import java.util.List;

/**
 * One weight of a layer.
 *
 * @param layer Keras's layer name
 * @param role {@code kernel}, {@code depthwise_kernel}, {@code bias}, {@code gamma}, {@code beta}, {@code moving_mean},
 *     {@code moving_variance}, {@code mean}, {@code variance} or {@code count}
 * @param shape HWIO for kernels; empty for a scalar
 * @param trainable as Keras counts it
 */
public record TensorSpec(String layer, String role, List<Integer> shape, boolean trainable) {
    public TensorSpec {
        shape = List.copyOf(shape);
    }

    /** {@code layer/role}, the key used everywhere. */
    public String name() {
        return layer + "/" + role;
    }

    /** How many numbers. */
    public int size() {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }
}
