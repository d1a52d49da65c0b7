package io.github.tumorbench.lab.engine;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Class activation maps, all from the one gradient g of the target's logit by the last feature map A (channels k, places i):
 * sums over the channels, negative parts cut.
 *
 * <p>With a head that is linear in the mean of A, g is the same at every place: then HiResCAM is Grad-CAM, which is the original
 * class activation map (Zhou et al. 2016) but for a factor.
 */
final class ActivationMaps {
    private final Ops tf;
    private final Operand<TFloat32> features;
    private final Operand<TFloat32> gradient;
    private final Operand<TFloat32> gradcam;

    /**
     * @param features A, [N, h, w, channels]
     * @param logits [N, classes]
     * @param target the class to explain in each image, [N]
     */
    ActivationMaps(
            Graph graph,
            Ops tf,
            Operand<TFloat32> features,
            Operand<TFloat32> logits,
            Placeholder<TInt32> target,
            int classes) {
        this.tf = tf;
        this.features = features;
        Operand<TFloat32> chosen = tf.oneHot(target, tf.constant(classes), tf.constant(1f), tf.constant(0f));
        Operand<TFloat32> score = tf.reduceSum(tf.math.mul(logits, chosen), tf.constant(new int[] {0, 1}));
        Output<?>[] gradients = graph.addGradients(score.asOutput(), new Output<?>[] {features.asOutput()});
        this.gradient = gradients[0].expect(TFloat32.class);
        this.gradcam = weighted(LayerGraph.pool(tf, gradient));
    }

    /** Grad-CAM (Selvaraju et al. 2017, equations 1 and 2): A weighted by the mean of g over the places. [N, h, w]. */
    Operand<TFloat32> gradcam() {
        return gradcam;
    }

    /**
     * Grad-CAM++ (Chattopadhay et al. 2018, equations 5 and 19, for the exponential of the logit): A weighted by the sum over
     * the places of max(0, g) · g² / (2 g² + g³ · the sum of A over the places). The exponential itself is one factor for the
     * whole map and is left out. [N, h, w].
     */
    Operand<TFloat32> plusPlus() {
        Operand<TInt32> places = tf.constant(new int[] {1, 2});
        Operand<TFloat32> total =
                tf.expandDims(tf.expandDims(tf.reduceSum(features, places), tf.constant(1)), tf.constant(1));
        Operand<TFloat32> square = tf.math.square(gradient);
        Operand<TFloat32> below =
                tf.math.add(tf.math.mul(square, tf.constant(2f)), tf.math.mul(tf.math.mul(square, gradient), total));
        Operand<TFloat32> alpha = tf.math.divNoNan(square, below);
        return weighted(tf.reduceSum(tf.math.mul(alpha, tf.nn.relu(gradient)), places));
    }

    /** HiResCAM (Draelos and Carin 2020, equation 4): A weighted by g, place by place. [N, h, w]. */
    Operand<TFloat32> hirescam() {
        return tf.nn.relu(tf.reduceSum(tf.math.mul(features, gradient), tf.constant(3)));
    }

    /** @param weights [N, channels] */
    private Operand<TFloat32> weighted(Operand<TFloat32> weights) {
        Operand<TFloat32> spread = tf.expandDims(tf.expandDims(weights, tf.constant(1)), tf.constant(1));
        return tf.nn.relu(tf.reduceSum(tf.math.mul(features, spread), tf.constant(3)));
    }
}
