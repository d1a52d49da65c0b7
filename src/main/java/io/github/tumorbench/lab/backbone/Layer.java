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

    /** Shape of the output, given the shapes of the layers read, in order; for the input, its own shape. */
    default Shape output(List<Shape> read) {
        return read.get(0);
    }

    /** Weights in Keras's order, given the shapes of the layers read. */
    default List<TensorSpec> tensors(List<Shape> read) {
        return List.of();
    }

    /**
     * Multiplications, each with its addition, for one image: convolutions only. Biases, normalisation, activations,
     * pooling and sums are not counted.
     */
    default long multiplyAdds(List<Shape> read) {
        return 0;
    }

    /** How a window meets the border: TensorFlow's two ways. */
    enum Padding {
        SAME,
        VALID
    }

    /** Pointwise functions; {@code LINEAR} is the identity. */
    enum Function {
        LINEAR,
        RELU,
        RELU6,
        SWISH,
        SIGMOID
    }

    /** What comes from outside: the preprocessed image, or, of a network cut in two, the activations at the cut. */
    record Input(String name, Shape shape) implements Layer {
        /** An image, [N, size, size, 3]. */
        public Input(String name, int size) {
            this(name, new Shape(size, size, 3));
        }

        @Override
        public List<String> inputs() {
            return List.of();
        }

        @Override
        public Shape output(List<Shape> read) {
            return shape;
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

    /**
     * (x − mean) / max(√variance, 1e-7) per channel; weights {@code mean}, {@code variance} and the unused {@code count}.
     *
     * @param mean what {@code mean} is without a weights file, per channel
     * @param variance what {@code variance} is without a weights file, per channel
     */
    record Normalization(String name, String input, List<Double> mean, List<Double> variance) implements Layer {
        public Normalization {
            mean = List.copyOf(mean);
            variance = List.copyOf(variance);
        }

        @Override
        public List<String> inputs() {
            return List.of(input);
        }

        @Override
        public List<TensorSpec> tensors(List<Shape> read) {
            List<Integer> perChannel = List.of(read.get(0).channels());
            return List.of(
                    new TensorSpec(name, "mean", perChannel, false),
                    new TensorSpec(name, "variance", perChannel, false),
                    new TensorSpec(name, "count", List.of(), false));
        }
    }

    /** Rows and columns of zeros around the image. */
    record ZeroPadding(String name, String input, int top, int bottom, int left, int right) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }

        @Override
        public Shape output(List<Shape> read) {
            Shape in = read.get(0);
            return new Shape(in.height() + top + bottom, in.width() + left + right, in.channels());
        }
    }

    /**
     * Square convolution, then {@code activation} (Keras keeps it inside the layer); weights {@code kernel}
     * [k, k, in, filters] and, where {@code bias}, {@code bias} [filters].
     */
    record Convolution(
            String name,
            String input,
            int filters,
            int kernel,
            int stride,
            Padding padding,
            boolean bias,
            Function activation)
            implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }

        @Override
        public Shape output(List<Shape> read) {
            return read.get(0).windowed(kernel, stride, padding).withChannels(filters);
        }

        @Override
        public List<TensorSpec> tensors(List<Shape> read) {
            List<Integer> shape = List.of(kernel, kernel, read.get(0).channels(), filters);
            TensorSpec weights = new TensorSpec(name, "kernel", shape, true);
            return bias ? List.of(weights, new TensorSpec(name, "bias", List.of(filters), true)) : List.of(weights);
        }

        @Override
        public long multiplyAdds(List<Shape> read) {
            return output(read).size() * kernel * kernel * read.get(0).channels();
        }
    }

    /** Depthwise convolution, multiplier 1; weight {@code depthwise_kernel} [k, k, in, 1]. */
    record DepthwiseConvolution(String name, String input, int kernel, int stride, Padding padding) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }

        @Override
        public Shape output(List<Shape> read) {
            return read.get(0).windowed(kernel, stride, padding);
        }

        @Override
        public List<TensorSpec> tensors(List<Shape> read) {
            List<Integer> shape = List.of(kernel, kernel, read.get(0).channels(), 1);
            return List.of(new TensorSpec(name, "depthwise_kernel", shape, true));
        }

        @Override
        public long multiplyAdds(List<Shape> read) {
            return output(read).size() * kernel * kernel;
        }
    }

    /** Weights {@code gamma}, {@code beta}, {@code moving_mean}, {@code moving_variance}, each [channels]. */
    record BatchNormalization(String name, String input, double epsilon) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }

        @Override
        public List<TensorSpec> tensors(List<Shape> read) {
            List<Integer> perChannel = List.of(read.get(0).channels());
            return List.of(
                    new TensorSpec(name, "gamma", perChannel, true),
                    new TensorSpec(name, "beta", perChannel, true),
                    new TensorSpec(name, "moving_mean", perChannel, false),
                    new TensorSpec(name, "moving_variance", perChannel, false));
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

        @Override
        public Shape output(List<Shape> read) {
            return read.get(0).windowed(size, stride, Padding.VALID);
        }
    }

    /** Mean over height and width: [N, C]. */
    record GlobalAveragePooling(String name, String input) implements Layer {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }

        @Override
        public Shape output(List<Shape> read) {
            return new Shape(1, 1, read.get(0).channels());
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
