package io.github.tumorbench.lab.backbone;

import java.util.List;

/**
 * One layer of a backbone, named as Keras names it. Images are NHWC. Each layer names the layers it reads.
 */
public sealed interface Layer {
    /** Keras's name. */
    String name();

    /** Names of the layers read, in order; empty for the input. */
    List<String> inputs();

    /** How a window meets the border: TensorFlow's two ways. */
    enum Padding {
        SAME,
        VALID
    }

    /** Pointwise functions. */
    enum Function {
        RELU,
        RELU6,
        SWISH,
        SIGMOID
    }

    /** The preprocessed image, [N, H, W, 3]. */
    record Input(String name) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of();
        }
    }

    /** x · factor, per channel (one factor or one for each channel); no weights. */
    record Rescaling(String name, String input, List<Double> factors) implements Layer {
        public Rescaling {
            factors = List.copyOf(factors);
        }

        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** (x − mean) / max(√variance, 1e-7) per channel; weights {@code mean}, {@code variance} and the unused {@code count}. */
    record Normalization(String name, String input) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Rows and columns of zeros around the image. */
    record ZeroPadding(String name, String input, int top, int bottom, int left, int right) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Square convolution; weights {@code kernel} [k, k, in, filters] and, where {@code bias}, {@code bias} [filters]. */
    record Convolution(String name, String input, int filters, int kernel, int stride, Padding padding, boolean bias)
            implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Depthwise convolution, multiplier 1; weight {@code depthwise_kernel} [k, k, in, 1]. */
    record DepthwiseConvolution(String name, String input, int kernel, int stride, Padding padding) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Weights {@code gamma}, {@code beta}, {@code moving_mean}, {@code moving_variance}, each [channels]. */
    record BatchNormalization(String name, String input, double epsilon) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** A pointwise function. */
    record Activation(String name, String input, Function function) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Square max pooling, VALID. */
    record MaxPooling(String name, String input, int size, int stride) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Mean over height and width: [N, C]. */
    record GlobalAveragePooling(String name, String input) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** [N, C] to [N, 1, 1, C]. */
    record Reshape(String name, String input) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Sum of two equal shapes. */
    record Add(String name, List<String> inputs) implements Layer {
        public Add {
            inputs = List.copyOf(inputs);
        }
    }

    /** Product of [N, H, W, C] and [N, 1, 1, C]. */
    record Multiply(String name, List<String> inputs) implements Layer {
        public Multiply {
            inputs = List.copyOf(inputs);
        }
    }

    /** While training, drops a whole sample's branch with probability {@code rate}, scaling the rest; else identity. */
    record DropConnect(String name, String input, double rate) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }
}
