package io.github.tumorbench.lab.backbone;

import io.github.tumorbench.lab.backbone.Layer.Function;
import io.github.tumorbench.lab.backbone.Layer.Padding;
import java.util.List;

/**
 * EfficientNet-B0 (Tan and Le 2019, table 1), as Keras names it. It takes raw RGB values: rescaling and normalisation are
 * layers of its own.
 *
 * <p>Keras's weights hold ImageNet's standard deviations where {@code normalization} expects variances; since TensorFlow 2.9
 * a second rescaling, {@code rescaling_1}, divides by their square roots once more, so that together (x/255 − mean) / deviation
 * comes out. Both are here whatever the weights, so that a run from random weights sees the same input.
 */
final class EfficientNetB0 {
    static final String NAME = "EfficientNetB0";

    /** ImageNet's means of RGB values 0–1. */
    private static final List<Double> IMAGENET_MEAN = List.of(0.485, 0.456, 0.406);
    /** ImageNet's standard deviations of RGB values 0–1, which Keras's files hold as {@code normalization/variance}. */
    private static final List<Double> IMAGENET_DEVIATION = List.of(0.229, 0.224, 0.225);

    private static final double EPSILON = 1e-3;
    private static final double DROP_CONNECT_RATE = 0.2;
    private static final int SQUEEZE = 4;
    /** Kernel, blocks, filters, expansion and stride of the stages 1 to 7. */
    private static final int[][] STAGES = {
        {3, 1, 16, 1, 1},
        {3, 2, 24, 6, 2},
        {5, 2, 40, 6, 2},
        {3, 3, 80, 6, 2},
        {5, 3, 112, 6, 1},
        {5, 4, 192, 6, 2},
        {3, 1, 320, 6, 1}
    };

    private static final int BLOCKS = 16;

    private final LayerList layers = new LayerList(EPSILON);

    private EfficientNetB0() {}

    static Backbone of(int input) {
        Preprocessing preprocessing = new Preprocessing(false, 1, List.of(0.0, 0.0, 0.0));
        return new Backbone(
                NAME,
                input,
                preprocessing,
                KernelInitialiser.HE_TRUNCATED_NORMAL_FAN_OUT,
                new EfficientNetB0().layers(input));
    }

    private List<Layer> layers(int input) {
        String x = stem(layers.add(new Layer.Input("input_1", input)));
        int index = 0;
        for (int i = 0; i < STAGES.length; i++) {
            for (int j = 0; j < STAGES[i][1]; j++) {
                String prefix = "block" + (i + 1) + (char) ('a' + j) + "_";
                int stride = j == 0 ? STAGES[i][4] : 1;
                x = block(prefix, x, STAGES[i], stride, DROP_CONNECT_RATE * index++ / BLOCKS);
            }
        }
        x = layers.convolution("top_conv", x, 1280, 1, 1, Padding.SAME);
        x = layers.normalised("top_bn", x);
        layers.activated("top_activation", x, Function.SWISH);
        return layers.layers();
    }

    private String stem(String input) {
        String x = layers.add(new Layer.Rescaling("rescaling", input, List.of(1 / 255.0)));
        x = layers.add(new Layer.Normalization("normalization", x, IMAGENET_MEAN, IMAGENET_DEVIATION));
        List<Double> factors =
                IMAGENET_DEVIATION.stream().map(d -> 1 / Math.sqrt(d)).toList();
        x = layers.add(new Layer.Rescaling("rescaling_1", x, factors));
        x = layers.paddedForStride2("stem_conv_pad", x, 3);
        x = layers.convolution("stem_conv", x, 32, 3, 2, Padding.VALID);
        x = layers.normalised("stem_bn", x);
        return layers.activated("stem_activation", x, Function.SWISH);
    }

    /** @param stage a row of {@link #STAGES} */
    private String block(String prefix, String input, int[] stage, int stride, double dropRate) {
        int channels = layers.channels(input);
        int filters = stage[2];
        String x = stage[3] == 1 ? input : expanded(prefix, input, channels * stage[3]);
        x = depthwise(prefix, x, stage[0], stride);
        x = excited(prefix, x, channels / SQUEEZE);
        x = layers.convolution(prefix + "project_conv", x, filters, 1, 1, Padding.SAME);
        x = layers.normalised(prefix + "project_bn", x);
        if (stride != 1 || channels != filters) {
            return x;
        }
        x = layers.add(new Layer.DropConnect(prefix + "drop", x, dropRate));
        return layers.sum(prefix + "add", x, input);
    }

    private String expanded(String prefix, String input, int filters) {
        String x = layers.convolution(prefix + "expand_conv", input, filters, 1, 1, Padding.SAME);
        x = layers.normalised(prefix + "expand_bn", x);
        return layers.activated(prefix + "expand_activation", x, Function.SWISH);
    }

    private String depthwise(String prefix, String input, int kernel, int stride) {
        String x = stride == 2 ? layers.paddedForStride2(prefix + "dwconv_pad", input, kernel) : input;
        Padding padding = stride == 2 ? Padding.VALID : Padding.SAME;
        x = layers.add(new Layer.DepthwiseConvolution(prefix + "dwconv", x, kernel, stride, padding));
        x = layers.normalised(prefix + "bn", x);
        return layers.activated(prefix + "activation", x, Function.SWISH);
    }

    /** Squeeze-and-excite; its two convolutions carry their activations inside, as in Keras. */
    private String excited(String prefix, String input, int squeezed) {
        int channels = layers.channels(input);
        String x = layers.add(new Layer.GlobalAveragePooling(prefix + "se_squeeze", input));
        x = layers.add(new Layer.Reshape(prefix + "se_reshape", x));
        x = layers.add(
                new Layer.Convolution(prefix + "se_reduce", x, squeezed, 1, 1, Padding.SAME, true, Function.SWISH));
        x = layers.add(
                new Layer.Convolution(prefix + "se_expand", x, channels, 1, 1, Padding.SAME, true, Function.SIGMOID));
        return layers.add(new Layer.Multiply(prefix + "se_excite", List.of(input, x)));
    }
}
