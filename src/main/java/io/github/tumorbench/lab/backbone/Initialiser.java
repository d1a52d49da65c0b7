package io.github.tumorbench.lab.backbone;

import io.github.tumorbench.study.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * First values of weights, as Keras gives them. Each tensor's numbers follow from the seed and its own name alone, so that
 * it begins alike whatever else is loaded or cut.
 */
final class Initialiser {
    private final Backbone backbone;
    private final long seed;

    Initialiser(Backbone backbone, long seed) {
        this.backbone = backbone;
        this.seed = seed;
    }

    /** Kernels by the backbone's initialiser, scales and variances 1, shifts and means 0, input statistics as the spec has them. */
    float[] values(TensorSpec tensor) {
        return switch (tensor.role()) {
            case "kernel", "depthwise_kernel" -> backbone.kernels().values(tensor.shape(), random(tensor.name()));
            case "gamma", "moving_variance" -> filled(tensor.size(), 1);
            case "beta", "moving_mean", "bias", "count" -> filled(tensor.size(), 0);
            case "mean" -> floats(normalization(tensor).mean());
            case "variance" -> floats(normalization(tensor).variance());
            default -> throw new IllegalArgumentException("no first value is known for " + tensor.name());
        };
    }

    private Layer.Normalization normalization(TensorSpec tensor) {
        return (Layer.Normalization) backbone.layer(tensor.layer());
    }

    private SplittableRandom random(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] key = ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(seed)
                .put(text)
                .array();
        return new SplittableRandom(
                ByteBuffer.wrap(Digests.sha256().digest(key)).getLong());
    }

    private static float[] filled(int size, float value) {
        float[] values = new float[size];
        Arrays.fill(values, value);
        return values;
    }

    private static float[] floats(List<Double> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return floats;
    }
}
