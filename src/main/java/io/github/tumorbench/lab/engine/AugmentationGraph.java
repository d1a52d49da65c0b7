package io.github.tumorbench.lab.engine;

import io.github.tumorbench.study.AugmentationPreset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.image.ImageProjectiveTransformV3;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The pixel half of augmentation, of one preset: the operations that it uses and no others, in the order in which an image
 * comes about. The head moves (a projective transform, bilinear, edges repeated), the coil weighs it (bias field), the receiver
 * adds noise (Rician), and the display bends and scales its intensities (gamma, then factor and offset). What is drawn is drawn
 * outside the graph.
 */
final class AugmentationGraph {
    /** Where a batch's changes enter. */
    private record Feed(Operand<?> placeholder, Function<Batch, Tensor> values) {}

    private final Ops tf;
    private final int size;
    private final List<Feed> feeds = new ArrayList<>();
    private final Operand<TFloat32> output;

    /** @param images [N, size, size, 3], 0–255 */
    AugmentationGraph(Ops tf, Operand<TFloat32> images, int size, AugmentationPreset preset) {
        this.tf = tf;
        this.size = size;
        AugmentationPreset.Strength strength = preset.strength();
        Operand<TFloat32> changed = strength.moves() ? moved(images) : strength.flips() ? mirrored(images) : images;
        changed = strength.hasBiasField() ? weighed(changed) : changed;
        changed = strength.hasNoise() ? noisy(changed) : changed;
        changed = strength.hasGamma() ? bent(changed) : changed;
        changed = strength.tones() ? toned(changed) : changed;
        boolean mayLeaveRange = strength.hasBiasField() || strength.hasNoise() || strength.tones();
        this.output = mayLeaveRange ? tf.clipByValue(changed, tf.constant(0f), tf.constant(255f)) : changed;
    }

    private Operand<TFloat32> moved(Operand<TFloat32> images) {
        Operand<TFloat32> transforms = floats(8, Batch.Changes::transforms);
        return tf.image.imageProjectiveTransformV3(
                images,
                transforms,
                tf.constant(new int[] {size, size}),
                tf.constant(0f),
                "BILINEAR",
                ImageProjectiveTransformV3.fillMode("NEAREST"));
    }

    /** A transform that is nothing but a mirror image needs no interpolation. */
    private Operand<TFloat32> mirrored(Operand<TFloat32> images) {
        Operand<TFloat32> horizontal = column(floats(8, Batch.Changes::transforms), 0);
        Operand<TFloat32> reversed = tf.reverse(images, tf.constant(new int[] {2}));
        return tf.select(tf.math.less(horizontal, tf.constant(0f)), reversed, images);
    }

    private Operand<TFloat32> weighed(Operand<TFloat32> images) {
        Operand<TFloat32> coefficients = floats(BiasField.TERMS, Batch.Changes::biasFields);
        return tf.math.mul(images, BiasField.factors(tf, coefficients, size));
    }

    private Operand<TFloat32> noisy(Operand<TFloat32> images) {
        Operand<TFloat32> deviations = column(floats(1, Batch.Changes::noise), 0);
        Placeholder<TInt32> keys = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
        feeds.add(new Feed(keys, batch -> Tensors.ints(batch.changes().noiseKeys(), batch.count())));
        return new RicianNoise(tf, size).add(images, deviations, keys);
    }

    private Operand<TFloat32> bent(Operand<TFloat32> images) {
        Operand<TFloat32> exponents = column(floats(1, Batch.Changes::gammas), 0);
        Operand<TFloat32> shares = tf.math.mul(images, tf.constant(1 / 255f));
        // A fourth of the time of TensorFlow's power; 0 goes by way of minus infinity to 0.
        Operand<TFloat32> powers = tf.math.exp(tf.math.mul(tf.math.log(shares), exponents));
        return tf.math.mul(powers, tf.constant(255f));
    }

    private Operand<TFloat32> toned(Operand<TFloat32> images) {
        Operand<TFloat32> tones = floats(2, Batch.Changes::tones);
        return tf.math.add(tf.math.mul(images, column(tones, 0)), column(tones, 1));
    }

    /** A placeholder of [N, width], fed with these numbers. */
    private Operand<TFloat32> floats(int width, Function<Batch.Changes, float[]> values) {
        Placeholder<TFloat32> placeholder = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, width)));
        feeds.add(new Feed(placeholder, batch -> Tensors.floats(values.apply(batch.changes()), batch.count(), width)));
        return placeholder;
    }

    private Operand<TFloat32> column(Operand<TFloat32> table, int index) {
        Operand<TFloat32> column = tf.slice(table, tf.constant(new int[] {0, index}), tf.constant(new int[] {-1, 1}));
        return tf.reshape(column, tf.constant(new int[] {-1, 1, 1, 1}));
    }

    /** The changed images, [N, size, size, 3], 0–255; with a preset that changes nothing, the images themselves. */
    Operand<TFloat32> output() {
        return output;
    }

    /** @param batch with changes, unless the preset is none */
    void feed(Session.Runner runner, Batch batch, Fed fed) {
        feeds.forEach(
                feed -> runner.feed(feed.placeholder(), fed.add(feed.values().apply(batch))));
    }
}
