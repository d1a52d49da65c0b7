package io.github.tumorbench.lab.engine;

import java.nio.ByteBuffer;
import java.util.Arrays;

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
     * Augmentation parameters, made outside the graph from the seed, in the order in which they are applied. A graph reads
     * those of its preset's operations and no others.
     *
     * @param transforms count · 8: projective transform from output to input coordinates as TensorFlow's
     *     ImageProjectiveTransformV3 takes it
     * @param biasFields count · {@value BiasField#TERMS}: coefficients of the logarithm of a smooth factor, see
     *     {@link BiasField}
     * @param noise count: standard deviation of the Rician noise, steps of 255
     * @param noiseKeys count: any number for each image; equal ones give equal noise
     * @param gammas count: exponents of the intensities as shares of 255
     * @param tones count · 2: factor and offset of the intensities (0–255), clipped afterwards
     */
    public record Changes(
            float[] transforms, float[] biasFields, float[] noise, int[] noiseKeys, float[] gammas, float[] tones) {
        /** Changes that leave every image as it is. */
        public static Changes identity(int count) {
            Changes changes = new Changes(
                    new float[count * 8],
                    new float[count * BiasField.TERMS],
                    new float[count],
                    new int[count],
                    new float[count],
                    new float[count * 2]);
            for (int i = 0; i < count; i++) {
                changes.transforms[i * 8] = 1;
                changes.transforms[i * 8 + 4] = 1;
                changes.tones[i * 2] = 1;
            }
            Arrays.fill(changes.gammas, 1);
            return changes;
        }
    }
}
