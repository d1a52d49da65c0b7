package io.github.tumorbench.lab.engine;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.image.ImageProjectiveTransformV3;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The operations of each {@link Corruption}, on images of [N, size, size, 3], 0–255. What is drawn is drawn outside. */
final class CorruptionGraph {
    /** How far ghosts lie from the head, share of the image's height: motion with a period of so many phase-encoding steps. */
    private static final double GHOST_DISTANCE = 0.25;
    /** A Gaussian is cut where it has fallen to a hundredth. */
    private static final double BLUR_REACH = 3;

    private final Ops tf;
    private final int size;
    private final Operand<TFloat32> images;
    private final Placeholder<TInt32> noiseKeys;
    private final Placeholder<TFloat32> coils;
    private final Placeholder<TFloat32> turns;

    CorruptionGraph(Ops tf, Operand<TFloat32> images, int size) {
        this.tf = tf;
        this.size = size;
        this.images = images;
        noiseKeys = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
        coils = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, BiasField.TERMS)));
        turns = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 8)));
    }

    /** [N], where {@link Corruption#NOISE} gets each image's key. */
    Placeholder<TInt32> noiseKeys() {
        return noiseKeys;
    }

    /** [N, {@value BiasField#TERMS}], where {@link Corruption#BIAS_FIELD} gets coefficients. */
    Placeholder<TFloat32> coils() {
        return coils;
    }

    /** [N, 8], where {@link Corruption#ROTATION} gets transforms from output to input. */
    Placeholder<TFloat32> turns() {
        return turns;
    }

    /** The images made worse, [N, size, size, 3], 0–255. */
    Operand<TFloat32> output(Corruption corruption, int severity) {
        double strength = corruption.strength(severity);
        Operand<TFloat32> worse =
                switch (corruption) {
                    case NOISE -> noisy(strength);
                    case BIAS_FIELD -> tf.math.mul(images, BiasField.factors(tf, coils, size));
                    case GHOSTING -> ghosted(strength);
                    case BLUR -> blurred(strength * size);
                    case CONTRAST -> flattened(strength);
                    case ROTATION -> turned();
                    case DOWN_SAMPLING -> coarse(strength);
                };
        return tf.clipByValue(worse, tf.constant(0f), tf.constant(255f));
    }

    private Operand<TFloat32> noisy(double deviation) {
        Operand<TFloat32> deviations = Tensors.constant(tf, new float[] {(float) deviation}, 1, 1, 1, 1);
        return new RicianNoise(tf, size).add(images, deviations, noiseKeys);
    }

    /**
     * Motion with a period of n phase-encoding steps scales the lines of k-space by 1 − a + a · cos(2πm/n), which is
     * (1 − a) of the image and a/2 of it shifted by size/n either way, round the field of view (rows encode the phase).
     */
    private Operand<TFloat32> ghosted(double share) {
        int distance = (int) Math.round(GHOST_DISTANCE * size);
        Operand<TFloat32> ghosts = tf.math.add(rolled(distance), rolled(-distance));
        return tf.math.add(
                tf.math.mul(images, tf.constant((float) (1 - share))),
                tf.math.mul(ghosts, tf.constant((float) (share / 2))));
    }

    private Operand<TFloat32> rolled(int rows) {
        return tf.roll(images, tf.constant(rows), tf.constant(1));
    }

    /** A Gaussian along rows, then along columns; beyond an edge the image goes on as its mirror image, which keeps its mean. */
    private Operand<TFloat32> blurred(double deviation) {
        int reach = Math.min(size, (int) Math.ceil(BLUR_REACH * deviation));
        float[] kernel = gaussian(deviation, reach);
        Operand<TInt32> padding = tf.constant(new int[][] {{0, 0}, {reach, reach}, {reach, reach}, {0, 0}});
        Operand<TFloat32> padded = tf.mirrorPad(images, padding, "SYMMETRIC");
        int length = kernel.length / 3;
        Operand<TFloat32> down = convolved(padded, Tensors.constant(tf, kernel, length, 1, 3, 1));
        return convolved(down, Tensors.constant(tf, kernel, 1, length, 3, 1));
    }

    private Operand<TFloat32> convolved(Operand<TFloat32> x, Operand<TFloat32> kernel) {
        return tf.nn.depthwiseConv2dNative(x, kernel, List.of(1L, 1L, 1L, 1L), "VALID");
    }

    /** Values of sum 1, each thrice for the channels. */
    private static float[] gaussian(double deviation, int reach) {
        double[] values = new double[2 * reach + 1];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double distance = (i - reach) / deviation;
            values[i] = Math.exp(-distance * distance / 2);
            sum += values[i];
        }
        float[] kernel = new float[3 * values.length];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (values[i / 3] / sum);
        }
        return kernel;
    }

    private Operand<TFloat32> flattened(double factor) {
        Operand<TFloat32> mean =
                tf.math.mean(images, tf.constant(new int[] {1, 2, 3}), org.tensorflow.op.math.Mean.keepDims(true));
        return tf.math.add(mean, tf.math.mul(tf.math.sub(images, mean), tf.constant((float) factor)));
    }

    /** Bilinear, edges repeated. */
    private Operand<TFloat32> turned() {
        return tf.image.imageProjectiveTransformV3(
                images,
                turns,
                tf.constant(new int[] {size, size}),
                tf.constant(0f),
                "BILINEAR",
                ImageProjectiveTransformV3.fillMode("NEAREST"));
    }

    /** Means over the areas of larger pixels, and back, bilinear. */
    private Operand<TFloat32> coarse(double share) {
        int few = (int) Math.max(1, Math.round(share * size));
        Operand<TFloat32> small = tf.image.resizeArea(images, tf.constant(new int[] {few, few}));
        return tf.image.resizeBilinear(
                small, tf.constant(new int[] {size, size}), ResizeBilinear.halfPixelCenters(true));
    }
}
