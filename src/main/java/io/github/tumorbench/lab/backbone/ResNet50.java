package io.github.tumorbench.lab.backbone;

import io.github.tumorbench.lab.backbone.Layer.Function;
import io.github.tumorbench.lab.backbone.Layer.Padding;
import java.util.List;

/**
 * ResNet-50, first version (He et al. 2015, table 1), as Keras names it: biases beside batch normalisation, and the stride
 * on the first 1×1 convolution of a stage.
 */
final class ResNet50 {
    static final String NAME = "ResNet50";

    private static final double EPSILON = 1.001e-5;
    /** Bottleneck filters, blocks and stride of the stages conv2 to conv5. */
    private static final int[][] STAGES = {{64, 3, 1}, {128, 4, 2}, {256, 6, 2}, {512, 3, 2}};

    private final LayerList layers = new LayerList(EPSILON);

    private ResNet50() {}

    static Backbone of(int input) {
        return new Backbone(
                NAME,
                input,
                new Preprocessing(true, 1, List.of(-103.939, -116.779, -123.68)),
                KernelInitialiser.GLOROT_UNIFORM,
                new ResNet50().layers(input));
    }

    private List<Layer> layers(int input) {
        String x = layers.add(new Layer.Input("input_1", input));
        x = layers.padded("conv1_pad", x, 3);
        x = layers.biasedConvolution("conv1_conv", x, 64, 7, 2, Padding.VALID);
        x = layers.normalised("conv1_bn", x);
        x = layers.activated("conv1_relu", x, Function.RELU);
        x = layers.padded("pool1_pad", x, 1);
        x = layers.add(new Layer.MaxPooling("pool1_pool", x, 3, 2));
        for (int i = 0; i < STAGES.length; i++) {
            String stage = "conv" + (i + 2) + "_block";
            x = projected(stage + "1_", x, STAGES[i][0], STAGES[i][2]);
            for (int block = 2; block <= STAGES[i][1]; block++) {
                x = identity(stage + block + "_", x, STAGES[i][0]);
            }
        }
        return layers.layers();
    }

    /** The first block of a stage. Keras orders layers by depth, so the shortcut's stand beside the third convolution's. */
    private String projected(String prefix, String input, int filters, int stride) {
        String x = bottleneck(prefix, input, filters, stride);
        String shortcut = layers.biasedConvolution(prefix + "0_conv", input, 4 * filters, 1, stride, Padding.VALID);
        x = layers.biasedConvolution(prefix + "3_conv", x, 4 * filters, 1, 1, Padding.VALID);
        shortcut = layers.normalised(prefix + "0_bn", shortcut);
        x = layers.normalised(prefix + "3_bn", x);
        return joined(prefix, shortcut, x);
    }

    private String identity(String prefix, String input, int filters) {
        String x = bottleneck(prefix, input, filters, 1);
        x = layers.biasedConvolution(prefix + "3_conv", x, 4 * filters, 1, 1, Padding.VALID);
        x = layers.normalised(prefix + "3_bn", x);
        return joined(prefix, input, x);
    }

    private String bottleneck(String prefix, String input, int filters, int stride) {
        String x = layers.biasedConvolution(prefix + "1_conv", input, filters, 1, stride, Padding.VALID);
        x = layers.normalised(prefix + "1_bn", x);
        x = layers.activated(prefix + "1_relu", x, Function.RELU);
        x = layers.biasedConvolution(prefix + "2_conv", x, filters, 3, 1, Padding.SAME);
        x = layers.normalised(prefix + "2_bn", x);
        return layers.activated(prefix + "2_relu", x, Function.RELU);
    }

    private String joined(String prefix, String shortcut, String x) {
        return layers.activated(prefix + "out", layers.sum(prefix + "add", shortcut, x), Function.RELU);
    }
}
