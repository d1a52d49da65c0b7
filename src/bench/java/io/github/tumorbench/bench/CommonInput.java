package io.github.tumorbench.bench;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.TensorSpec;
import io.github.tumorbench.lab.engine.Head;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Weights and images that every contender written in Java makes for itself, equal to the last bit. Their values do not change the
 * speed, but biases of zero would: graph optimizers drop them and with them whole fusions.
 */
final class CommonInput {
    static final int CLASSES = 4;
    private static final int SHOWN = 16;

    private CommonInput() {}

    /** He-uniform kernels, small random shifts, means and biases, scales and variances near 1. */
    static Map<String, float[]> weights(Backbone backbone) {
        Map<String, float[]> weights = new TreeMap<>();
        for (TensorSpec tensor : backbone.tensors()) {
            weights.put(tensor.name(), values(tensor));
        }
        weights.putAll(Head.initial(backbone.channels(), CLASSES, 1));
        return weights;
    }

    private static float[] values(TensorSpec tensor) {
        double limit;
        double middle = 0;
        switch (tensor.role()) {
            case "kernel" -> limit = Math.sqrt(6.0 * tensor.shape().get(3) / tensor.size());
            case "depthwise_kernel" -> limit = Math.sqrt(6.0 * tensor.shape().get(2) / tensor.size());
            case "gamma", "moving_variance", "variance" -> {
                limit = 0.1;
                middle = 1;
            }
            default -> limit = 0.1;
        }
        SplittableRandom random = new SplittableRandom(tensor.name().hashCode());
        float[] values = new float[tensor.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (middle + (2 * random.nextDouble() - 1) * limit);
        }
        return values;
    }

    /** Noise, count · input · input · 3 bytes. */
    static ByteBuffer images(int count) {
        byte[] bytes = new byte[count * Settings.INPUT * Settings.INPUT * 3];
        new java.util.Random(1).nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    static int[] labels(int count) {
        return IntStream.range(0, count).map(i -> i % CLASSES).toArray();
    }

    static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The first few features, to hold contenders against each other. */
    static String shown(float[] features) {
        return IntStream.range(0, SHOWN)
                .mapToObj(i -> String.format(Locale.ROOT, "%.6e", features[i]))
                .collect(Collectors.joining(" "));
    }
}
