package io.github.tumorbench.lab.explain;

import java.nio.ByteBuffer;
import java.util.function.IntFunction;

/** Shows a network many variants of one image. */
final class Trial {
    private static final int BATCH = 32;

    private final Network network;
    private final int classes;

    Trial(Network network, int classes) {
        this.network = network;
        this.classes = classes;
    }

    /**
     * The probability of one class in each variant.
     *
     * @param variant pixels by number, size · size · 3, RGB
     */
    double[] probabilities(int count, IntFunction<byte[]> variant, int target) {
        double[] probabilities = new double[count];
        for (int first = 0; first < count; first += BATCH) {
            int batch = Math.min(BATCH, count - first);
            ByteBuffer images = null;
            for (int i = 0; i < batch; i++) {
                byte[] pixels = variant.apply(first + i);
                images = images == null ? ByteBuffer.allocate(batch * pixels.length) : images;
                images.put(pixels);
            }
            float[] found = network.probabilities(images.flip(), batch);
            for (int i = 0; i < batch; i++) {
                probabilities[first + i] = found[i * classes + target];
            }
        }
        return probabilities;
    }
}
