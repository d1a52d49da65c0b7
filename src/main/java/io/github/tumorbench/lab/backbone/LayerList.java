package io.github.tumorbench.lab.backbone;

import io.github.tumorbench.lab.backbone.Layer.Function;
import io.github.tumorbench.lab.backbone.Layer.Padding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A spec in the making: knows the shapes so far, on which Keras's padding depends. Each method returns the layer's name. */
final class LayerList {
    private final double epsilon;
    private final List<Layer> layers = new ArrayList<>();
    private final Map<String, Shape> shapes = new HashMap<>();

    /** @param epsilon of every batch normalisation */
    LayerList(double epsilon) {
        this.epsilon = epsilon;
    }

    List<Layer> layers() {
        return layers;
    }

    String add(Layer layer) {
        layers.add(layer);
        shapes.put(
                layer.name(),
                layer.output(layer.inputs().stream().map(shapes::get).toList()));
        return layer.name();
    }

    int channels(String layer) {
        return shapes.get(layer).channels();
    }

    String convolution(String name, String input, int filters, int kernel, int stride, Padding padding) {
        return add(new Layer.Convolution(name, input, filters, kernel, stride, padding, false, Function.LINEAR));
    }

    String biasedConvolution(String name, String input, int filters, int kernel, int stride, Padding padding) {
        return add(new Layer.Convolution(name, input, filters, kernel, stride, padding, true, Function.LINEAR));
    }

    String normalised(String name, String input) {
        return add(new Layer.BatchNormalization(name, input, epsilon));
    }

    String activated(String name, String input, Function function) {
        return add(new Layer.Activation(name, input, function));
    }

    String sum(String name, String first, String second) {
        return add(new Layer.Add(name, List.of(first, second)));
    }

    /** The same border on all sides. */
    String padded(String name, String input, int border) {
        return add(new Layer.ZeroPadding(name, input, border, border, border, border));
    }

    /**
     * The border before a convolution of stride 2, as Keras's {@code imagenet_utils.correct_pad}: half the kernel on each
     * side, and one less at the top (left) where the height (width) is even.
     */
    String paddedForStride2(String name, String input, int kernel) {
        Shape in = shapes.get(input);
        int half = kernel / 2;
        int top = half - (1 - in.height() % 2);
        int left = half - (1 - in.width() % 2);
        return add(new Layer.ZeroPadding(name, input, top, half, left, half));
    }
}
