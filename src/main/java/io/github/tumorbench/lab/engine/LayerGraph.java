package io.github.tumorbench.lab.engine;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.Layer;
import io.github.tumorbench.lab.backbone.Preprocessing;
import io.github.tumorbench.lab.backbone.Shape;
import io.github.tumorbench.study.Precision;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;

/**
 * Turns a backbone's layers into operations. What differs between training and inference (where weights come from, what a
 * batch normalisation does, whether branches are dropped) is asked of a {@link Behaviour}.
 */
final class LayerGraph {
    /** What differs between kinds of graphs. */
    interface Behaviour {
        /** A weight by {@code layer/role}. */
        Operand<TFloat32> weight(String tensor);

        /** The bias of a convolution, or null where it has none. */
        Operand<TFloat32> bias(Layer.Convolution layer);

        /** The bias of a depthwise convolution, or null where it has none. */
        Operand<TFloat32> bias(Layer.DepthwiseConvolution layer);

        Operand<TFloat32> batchNormalization(Layer.BatchNormalization layer, Operand<TFloat32> x);

        Operand<TFloat32> dropConnect(Layer.DropConnect layer, Operand<TFloat32> x);

        /** Whether a convolution of one pixel is written as the matrix product it is, whose gradients are faster. */
        boolean pointwiseAsProduct();
    }

    /** Channels of an image: a convolution of so few stays in single precision, where oneDNN's bf16 kernel reads beyond them. */
    private static final int IMAGE_CHANNELS = 3;

    private final Ops tf;
    private final Precision precision;
    private final Behaviour behaviour;
    private final Map<String, Operand<TFloat32>> outputs = new LinkedHashMap<>();
    private final Map<String, Layer.ZeroPadding> paddings = new HashMap<>();
    private Map<String, Shape> shapes;

    /** @param precision of what convolutions and matrix products multiply; all else is in single precision */
    LayerGraph(Ops tf, Precision precision, Behaviour behaviour) {
        this.tf = tf;
        this.precision = precision;
        this.behaviour = behaviour;
    }

    /** RGB values 0–255, [N, H, W, 3], to what the backbone's input expects. */
    static Operand<TFloat32> preprocess(Ops tf, Preprocessing preprocessing, Operand<TFloat32> rgb) {
        Operand<TFloat32> x = preprocessing.bgr() ? tf.reverse(rgb, tf.constant(new int[] {3})) : rgb;
        if (preprocessing.scale() != 1) {
            x = tf.math.mul(x, tf.constant((float) preprocessing.scale()));
        }
        List<Double> offsets = preprocessing.offsets().stream().distinct().toList();
        if (offsets.stream().anyMatch(o -> o != 0)) {
            // One number is added faster than the same three times.
            x = tf.math.add(
                    x,
                    offsets.size() == 1
                            ? tf.constant(offsets.get(0).floatValue())
                            : tf.constant(toFloats(preprocessing.offsets())));
        }
        return x;
    }

    /** Adds every layer; the result is the feature map, [N, h, w, channels]. */
    Operand<TFloat32> build(Backbone backbone, Operand<TFloat32> preprocessed) {
        shapes = backbone.shapes();
        for (Layer layer : backbone.layers()) {
            if (layer instanceof Layer.ZeroPadding padding) {
                paddings.put(layer.name(), padding);
            }
            outputs.put(layer.name(), layer instanceof Layer.Input ? preprocessed : apply(layer));
        }
        return outputs.get(backbone.featureLayer());
    }

    /** Output of each layer built so far, by name. */
    Map<String, Operand<TFloat32>> outputs() {
        return outputs;
    }

    /** Mean over height and width: [N, C]. */
    static Operand<TFloat32> pool(Ops tf, Operand<TFloat32> map) {
        return tf.math.mean(map, tf.constant(new int[] {1, 2}));
    }

    private Operand<TFloat32> apply(Layer layer) {
        if (layer instanceof Layer.Convolution c) {
            return activation(c.activation(), withBias(convolution(c), behaviour.bias(c)));
        } else if (layer instanceof Layer.DepthwiseConvolution d) {
            return withBias(depthwise(d), behaviour.bias(d));
        } else if (layer instanceof Layer.BatchNormalization b) {
            return behaviour.batchNormalization(b, input(b));
        } else if (layer instanceof Layer.Activation a) {
            return activation(a.function(), input(a));
        } else if (layer instanceof Layer.DropConnect d) {
            return behaviour.dropConnect(d, input(d));
        } else if (layer instanceof Layer.Add a) {
            return tf.math.add(input(a, 0), input(a, 1));
        } else if (layer instanceof Layer.Multiply m) {
            return tf.math.mul(input(m, 0), input(m, 1));
        }
        return applyShaping(layer);
    }

    private Operand<TFloat32> applyShaping(Layer layer) {
        if (layer instanceof Layer.ZeroPadding p) {
            int[][] paddings = {{0, 0}, {p.top(), p.bottom()}, {p.left(), p.right()}, {0, 0}};
            return tf.pad(input(p), tf.constant(paddings), tf.constant(0f));
        } else if (layer instanceof Layer.MaxPooling m) {
            return tf.nn.maxPool(
                    input(m),
                    tf.constant(new int[] {1, m.size(), m.size(), 1}),
                    tf.constant(new int[] {1, m.stride(), m.stride(), 1}),
                    "VALID");
        } else if (layer instanceof Layer.GlobalAveragePooling g) {
            return pool(tf, input(g));
        } else if (layer instanceof Layer.Reshape r) {
            return tf.expandDims(tf.expandDims(input(r), tf.constant(1)), tf.constant(1));
        } else if (layer instanceof Layer.Rescaling r) {
            return tf.math.mul(input(r), tf.constant(toFloats(r.factors())));
        } else if (layer instanceof Layer.Normalization n) {
            Operand<TFloat32> deviation =
                    tf.math.maximum(tf.math.sqrt(behaviour.weight(n.name() + "/variance")), tf.constant(1e-7f));
            return tf.math.div(tf.math.sub(input(n), behaviour.weight(n.name() + "/mean")), deviation);
        }
        throw new IllegalArgumentException("no operation for layer " + layer);
    }

    private Operand<TFloat32> convolution(Layer.Convolution c) {
        if (c.kernel() == 1 && c.stride() == 1 && behaviour.pointwiseAsProduct()) {
            return product(input(c), behaviour.weight(c.name() + "/kernel"), c.filters());
        }
        Window window = window(c.input(), c.kernel(), c.stride(), c.padding());
        Operand<TFloat32> kernel = behaviour.weight(c.name() + "/kernel");
        String padding = window.padding().name();
        return rounded(window.input())
                ? full(tf.nn.conv2d(half(window.input()), half(kernel), strides(c.stride()), padding))
                : tf.nn.conv2d(window.input(), kernel, strides(c.stride()), padding);
    }

    /** [N, h, w, C] · [1, 1, C, filters]. */
    private Operand<TFloat32> product(Operand<TFloat32> x, Operand<TFloat32> kernel, int filters) {
        int height = (int) x.shape().get(1);
        int width = (int) x.shape().get(2);
        int channels = (int) x.shape().get(3);
        Operand<TFloat32> pixels = tf.reshape(x, tf.constant(new int[] {-1, channels}));
        Operand<TFloat32> matrix = tf.reshape(kernel, tf.constant(new int[] {channels, filters}));
        Operand<TFloat32> product =
                rounded(x) ? full(tf.linalg.matMul(half(pixels), half(matrix))) : tf.linalg.matMul(pixels, matrix);
        return tf.reshape(product, tf.constant(new int[] {-1, height, width, filters}));
    }

    private boolean rounded(Operand<TFloat32> x) {
        return precision == Precision.BF16 && x.shape().get(3) > IMAGE_CHANNELS;
    }

    private Operand<TBfloat16> half(Operand<TFloat32> x) {
        return tf.dtypes.cast(x, TBfloat16.class);
    }

    private Operand<TFloat32> full(Operand<TBfloat16> x) {
        return tf.dtypes.cast(x, TFloat32.class);
    }

    private Operand<TFloat32> depthwise(Layer.DepthwiseConvolution d) {
        Window window = window(d.input(), d.kernel(), d.stride(), d.padding());
        return tf.nn.depthwiseConv2dNative(
                window.input(),
                behaviour.weight(d.name() + "/depthwise_kernel"),
                strides(d.stride()),
                window.padding().name());
    }

    /** What a window slides over, and how it meets the border. */
    private record Window(Operand<TFloat32> input, Layer.Padding padding) {}

    /** A border of zeros that is the one TensorFlow's SAME makes is left to the convolution: the same numbers, a copy less. */
    private Window window(String input, int kernel, int stride, Layer.Padding padding) {
        Layer.ZeroPadding border = paddings.get(input);
        if (border == null || padding != Layer.Padding.VALID) {
            return new Window(outputs.get(input), padding);
        }
        Shape shape = shapes.get(border.input());
        int rows = same(shape.height(), kernel, stride);
        int columns = same(shape.width(), kernel, stride);
        boolean equal = border.top() == rows / 2
                && border.bottom() == rows - rows / 2
                && border.left() == columns / 2
                && border.right() == columns - columns / 2;
        return equal
                ? new Window(outputs.get(border.input()), Layer.Padding.SAME)
                : new Window(outputs.get(input), padding);
    }

    /** Zeros that SAME adds in one direction, both ends together. */
    private static int same(int size, int kernel, int stride) {
        int positions = (size + stride - 1) / stride;
        return Math.max(0, (positions - 1) * stride + kernel - size);
    }

    private Operand<TFloat32> withBias(Operand<TFloat32> x, Operand<TFloat32> bias) {
        return bias == null ? x : tf.nn.biasAdd(x, bias);
    }

    private Operand<TFloat32> activation(Layer.Function function, Operand<TFloat32> x) {
        return switch (function) {
            case LINEAR -> x;
            case RELU -> tf.nn.relu(x);
            case RELU6 -> tf.nn.relu6(x);
            case SIGMOID -> tf.math.sigmoid(x);
            case SWISH -> tf.math.mul(x, tf.math.sigmoid(x));
        };
    }

    private Operand<TFloat32> input(Layer layer) {
        return input(layer, 0);
    }

    private Operand<TFloat32> input(Layer layer, int index) {
        return outputs.get(layer.inputs().get(index));
    }

    private static List<Long> strides(int stride) {
        return List.of(1L, (long) stride, (long) stride, 1L);
    }

    private static float[] toFloats(List<Double> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return floats;
    }
}
