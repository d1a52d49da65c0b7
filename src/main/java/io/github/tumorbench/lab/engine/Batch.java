package io.github.tumorbench.lab.engine;

import java.nio.ByteBuffer;

/**
 * What one training or evaluation step reads. A head reads {@code features}, a network reads {@code images}.
 *
 * @param count samples
 * @param images count · size · size · 3 bytes, RGB, or null
 * @param features count · embedding numbers, or null
 * @param labels class numbers, one for each sample; null where only logits are wanted
 * @param weights weight of each sample in the loss; null where only logits are wanted
 * @param changes augmentation of each sample, or null for none
 */
public record Batch(int count, ByteBuffer images, float[] features, int[] labels, float[] weights, Changes changes) {
    /**
     * Augmentation parameters, made outside the graph from the seed.
     *
     * @param transforms count · 8: projective transform from output to input coordinates as TensorFlow's
     *     ImageProjectiveTransformV3 takes it
     * @param tones count · 2: factor and offset of the intensities (0–255), clipped afterwards
     */
    public record Changes(float[] transforms, float[] tones) {}
}
