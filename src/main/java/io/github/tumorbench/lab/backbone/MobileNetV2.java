package io.github.tumorbench.lab.backbone;

import io.github.tumorbench.lab.backbone.Layer.Function;
import io.github.tumorbench.lab.backbone.Layer.Padding;
import java.util.List;

/** MobileNetV2 of width 1.0 (Sandler et al. 2018, table 2), as Keras names it. */
final class MobileNetV2 {
    static final String NAME = "MobileNetV2";

    private static final double EPSILON = 1e-3;
    private static final int EXPANSION = 6;
    /** Filters and stride of the inverted residual blocks 1 to 16; block 0 has no expansion. */
    private static final int[][] BLOCKS = {
        {24, 2}, {24, 1}, {32, 2}, {32, 1}, {32, 1}, {64, 2}, {64, 1}, {64, 1}, {64, 1}, {96, 1}, {96, 1}, {96, 1},
        {160, 2}, {160, 1}, {160, 1}, {320, 1}
    };

    private final LayerList layers = new LayerList(EPSILON);

    private MobileNetV2() {}

    static Backbone of(int input) {
        return new Backbone(
                NAME,
                input,
                new Preprocessing(false, 1 / 127.5, List.of(-1.0, -1.0, -1.0)),
                KernelInitialiser.GLOROT_UNIFORM,
                new MobileNetV2().layers(input));
    }

    private List<Layer> layers(int input) {
        String x = layers.add(new Layer.Input("input_1", input));
        x = layers.paddedForStride2("Conv1_pad", x, 3);
        x = layers.convolution("Conv1", x, 32, 3, 2, Padding.VALID);
        x = layers.normalised("bn_Conv1", x);
        x = layers.activated("Conv1_relu", x, Function.RELU6);
        x = separable("expanded_conv_", x, 16, 1);
        for (int i = 0; i < BLOCKS.length; i++) {
            x = block("block_" + (i + 1) + "_", x, BLOCKS[i][0], BLOCKS[i][1]);
        }
        x = layers.convolution("Conv_1", x, 1280, 1, 1, Padding.VALID);
        x = layers.normalised("Conv_1_bn", x);
        layers.activated("out_relu", x, Function.RELU6);
        return layers.layers();
    }

    private String block(String prefix, String input, int filters, int stride) {
        int channels = layers.channels(input);
        String x = layers.convolution(prefix + "expand", input, EXPANSION * channels, 1, 1, Padding.SAME);
        x = layers.normalised(prefix + "expand_BN", x);
        x = layers.activated(prefix + "expand_relu", x, Function.RELU6);
        x = separable(prefix, x, filters, stride);
        return stride == 1 && channels == filters ? layers.sum(prefix + "add", input, x) : x;
    }

    /** Depthwise convolution and projection without activation. */
    private String separable(String prefix, String input, int filters, int stride) {
        String x = stride == 2 ? layers.paddedForStride2(prefix + "pad", input, 3) : input;
        Padding padding = stride == 2 ? Padding.VALID : Padding.SAME;
        x = layers.add(new Layer.DepthwiseConvolution(prefix + "depthwise", x, 3, stride, padding));
        x = layers.normalised(prefix + "depthwise_BN", x);
        x = layers.activated(prefix + "depthwise_relu", x, Function.RELU6);
        x = layers.convolution(prefix + "project", x, filters, 1, 1, Padding.SAME);
        return layers.normalised(prefix + "project_BN", x);
    }
}
