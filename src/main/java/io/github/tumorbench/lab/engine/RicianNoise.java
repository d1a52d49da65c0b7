package io.github.tumorbench.lab.engine;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The noise of magnitude images (Gudbjartsson and Patz, Magn Reson Med 34, 1995): a signal x is measured as
 * |x + σ(n₁ + i·n₂)| with independent standard normal n₁ and n₂, the same for the three channels of a pixel.
 *
 * <p>The normal numbers come from a hash of the image's key and the pixel's number (the 32-bit finaliser of Appleby's
 * MurmurHash3) by the formula of Box and Muller: the hash's upper half gives the radius, its lower half the angle. So an image's
 * noise depends on its key alone, whatever else is in the batch. TensorFlow's own stateless draws take one key for a whole batch.
 */
final class RicianNoise {
    private static final int FIRST = 0x85ebca6b;
    private static final int SECOND = 0xc2b2ae35;
    private static final int HALF = 0xffff;
    private static final int STEPS = HALF + 1;

    private final Ops tf;
    private final int size;

    RicianNoise(Ops tf, int size) {
        this.tf = tf;
        this.size = size;
    }

    /**
     * The noisy images.
     *
     * @param images [N, size, size, 3], at least 0
     * @param deviations [N, 1, 1, 1], σ of each image
     * @param keys [N] of any values
     */
    Operand<TFloat32> add(Operand<TFloat32> images, Operand<TFloat32> deviations, Operand<TInt32> keys) {
        Operand<TInt32> hash = hash(keys);
        Operand<TFloat32> uniform = share(upper(hash));
        Operand<TFloat32> radius =
                tf.math.mul(deviations, tf.math.sqrt(tf.math.mul(tf.math.log(uniform), tf.constant(-2f))));
        Operand<TFloat32> angle = tf.math.mul(share(lower(hash)), tf.constant((float) (2 * Math.PI)));
        Operand<TFloat32> real = tf.math.add(images, tf.math.mul(radius, tf.math.cos(angle)));
        Operand<TFloat32> imaginary = tf.math.mul(radius, tf.math.sin(angle));
        return tf.math.sqrt(tf.math.add(tf.math.square(real), tf.math.square(imaginary)));
    }

    /** [N, size, size, 1]. */
    private Operand<TInt32> hash(Operand<TInt32> keys) {
        int[] places = new int[size * size];
        for (int i = 0; i < places.length; i++) {
            places[i] = mixed(i);
        }
        Operand<TInt32> pixels = tf.constant(Shape.of(1, size, size, 1), DataBuffers.of(places));
        Operand<TInt32> images = tf.reshape(keys, tf.constant(new int[] {-1, 1, 1, 1}));
        Operand<TInt32> hash = tf.bitwise.bitwiseXor(images, pixels);
        hash = tf.math.mul(tf.bitwise.bitwiseXor(hash, shifted(hash, 16)), tf.constant(FIRST));
        hash = tf.math.mul(tf.bitwise.bitwiseXor(hash, shifted(hash, 13)), tf.constant(SECOND));
        return tf.bitwise.bitwiseXor(hash, shifted(hash, 16));
    }

    /** The same hash for the places, whose numbers would otherwise meet keys that differ in a few low bits. */
    private static int mixed(int number) {
        int hash = number;
        hash = (hash ^ (hash >>> 16)) * FIRST;
        hash = (hash ^ (hash >>> 13)) * SECOND;
        return hash ^ (hash >>> 16);
    }

    /** To the right, filled with zeros: TensorFlow's own shift of signed numbers repeats the sign. */
    private Operand<TInt32> shifted(Operand<TInt32> x, int bits) {
        return tf.bitwise.bitwiseAnd(tf.bitwise.rightShift(x, tf.constant(bits)), tf.constant(-1 >>> bits));
    }

    private Operand<TInt32> upper(Operand<TInt32> hash) {
        return shifted(hash, 16);
    }

    private Operand<TInt32> lower(Operand<TInt32> hash) {
        return tf.bitwise.bitwiseAnd(hash, tf.constant(HALF));
    }

    /** 0 … 65535 to the middles of as many parts of (0, 1). */
    private Operand<TFloat32> share(Operand<TInt32> number) {
        Operand<TFloat32> middle = tf.math.add(tf.dtypes.cast(number, TFloat32.class), tf.constant(0.5f));
        return tf.math.mul(middle, tf.constant(1f / STEPS));
    }
}
