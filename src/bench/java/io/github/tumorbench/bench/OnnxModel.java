package io.github.tumorbench.bench;

import io.github.tumorbench.bench.OnnxGraph.Attribute;
import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.Layer;
import io.github.tumorbench.lab.backbone.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A backbone as an ONNX model for a fixed batch: NCHW images, preprocessed, to pooled features [N, channels]. Batch
 * normalisations are folded; zero padding becomes the pads of the convolution or pooling that reads it, as in models exported
 * from other frameworks.
 */
final class OnnxModel {
    static final String INPUT = "images";
    private static final String OUTPUT = "features";
    private static final double SMALLEST_DEVIATION = 1e-7;

    private final Backbone backbone;
    private final FoldedWeights weights;
    private final OnnxGraph graph = new OnnxGraph();
    private final Map<String, Shape> shapes;
    private final Map<String, String> outputs = new HashMap<>();
    private final Map<String, Layer.ZeroPadding> paddings = new HashMap<>();

    OnnxModel(Backbone backbone, Map<String, float[]> tensors, int batch) {
        this.backbone = backbone;
        this.weights = new FoldedWeights(backbone, tensors);
        this.shapes = backbone.shapes();
        graph.input(INPUT, batch, 3, backbone.input(), backbone.input());
        for (Layer layer : backbone.layers()) {
            outputs.put(layer.name(), add(layer));
        }
        String map = outputs.get(backbone.featureLayer());
        graph.node("Flatten", OUTPUT, List.of(graph.node("GlobalAveragePool", "pooled", List.of(map))));
        graph.output(OUTPUT, batch, backbone.channels());
    }

    byte[] bytes() {
        return graph.model();
    }

    private String add(Layer layer) {
        if (layer instanceof Layer.Input) {
            return INPUT;
        } else if (layer instanceof Layer.ZeroPadding p) {
            paddings.put(p.name(), p);
            return input(p);
        } else if (layer instanceof Layer.Convolution c) {
            return activated(c.name(), convolution(c), c.activation());
        } else if (layer instanceof Layer.DepthwiseConvolution d) {
            return depthwise(d);
        } else if (layer instanceof Layer.BatchNormalization
                || layer instanceof Layer.DropConnect
                || layer instanceof Layer.Reshape) {
            return input(layer);
        } else if (layer instanceof Layer.Activation a) {
            return activated(a.name(), input(a), a.function());
        }
        return addSimple(layer);
    }

    private String addSimple(Layer layer) {
        List<String> inputs = layer.inputs().stream().map(outputs::get).toList();
        if (layer instanceof Layer.Add) {
            return graph.node("Add", layer.name(), inputs);
        } else if (layer instanceof Layer.Multiply) {
            return graph.node("Mul", layer.name(), inputs);
        } else if (layer instanceof Layer.GlobalAveragePooling) {
            return graph.node("GlobalAveragePool", layer.name(), inputs);
        } else if (layer instanceof Layer.MaxPooling m) {
            // Padding counts as nothing here and as zero in the spec: the same after a ReLU.
            return graph.node(
                    "MaxPool", m.name(), inputs, window(m.input(), m.size(), m.stride(), Layer.Padding.VALID));
        } else if (layer instanceof Layer.Rescaling r) {
            return graph.node(
                    "Mul", r.name(), List.of(input(r), perChannel(r.name() + "/factors", floats(r.factors()))));
        } else if (layer instanceof Layer.Normalization n) {
            return normalization(n);
        }
        throw new IllegalArgumentException("no ONNX operator for layer " + layer);
    }

    private String normalization(Layer.Normalization n) {
        float[] deviation = weights.get(n.name() + "/variance").clone();
        for (int c = 0; c < deviation.length; c++) {
            deviation[c] = (float) Math.max(Math.sqrt(deviation[c]), SMALLEST_DEVIATION);
        }
        String mean = perChannel(n.name() + "/mean", weights.get(n.name() + "/mean"));
        String centred = graph.node("Sub", n.name() + "/centred", List.of(input(n), mean));
        return graph.node("Div", n.name(), List.of(centred, perChannel(n.name() + "/deviation", deviation)));
    }

    private String perChannel(String name, float[] values) {
        return graph.constant(name, values, 1, values.length, 1, 1);
    }

    private String convolution(Layer.Convolution c) {
        int in = shapes.get(c.input()).channels();
        float[] hwio = weights.get(c.name() + "/kernel");
        float[] oihw = new float[hwio.length];
        int window = c.kernel() * c.kernel();
        for (int w = 0; w < window; w++) {
            for (int i = 0; i < in; i++) {
                for (int o = 0; o < c.filters(); o++) {
                    oihw[(o * in + i) * window + w] = hwio[(w * in + i) * c.filters() + o];
                }
            }
        }
        String kernel = graph.constant(c.name() + "/kernel", oihw, c.filters(), in, c.kernel(), c.kernel());
        return convolution(c, kernel, 1, window(c.input(), c.kernel(), c.stride(), c.padding()));
    }

    private String depthwise(Layer.DepthwiseConvolution d) {
        int channels = shapes.get(d.input()).channels();
        float[] hwc = weights.get(d.name() + "/depthwise_kernel");
        float[] chw = new float[hwc.length];
        int window = d.kernel() * d.kernel();
        for (int w = 0; w < window; w++) {
            for (int c = 0; c < channels; c++) {
                chw[c * window + w] = hwc[w * channels + c];
            }
        }
        String kernel = graph.constant(d.name() + "/kernel", chw, channels, 1, d.kernel(), d.kernel());
        return convolution(d, kernel, channels, window(d.input(), d.kernel(), d.stride(), d.padding()));
    }

    private String convolution(Layer layer, String kernel, int groups, Attribute... window) {
        float[] bias = weights.get(layer.name() + "/bias");
        List<String> inputs = bias == null
                ? List.of(input(layer), kernel)
                : List.of(input(layer), kernel, graph.constant(layer.name() + "/bias", bias, bias.length));
        Attribute[] all = {window[0], window[1], window[2], Attribute.one("group", groups)};
        return graph.node("Conv", layer.name(), inputs, all);
    }

    /** Kernel, stride and pads of a window over a layer's output, with the zero padding before it. */
    private Attribute[] window(String read, int size, int stride, Layer.Padding padding) {
        Shape in = shapes.get(read);
        long[] pads = new long[4];
        Layer.ZeroPadding zeros = paddings.get(read);
        if (zeros != null) {
            pads = new long[] {zeros.top(), zeros.left(), zeros.bottom(), zeros.right()};
        }
        if (padding == Layer.Padding.SAME) {
            int vertical = sameBorder(in.height(), size, stride);
            int horizontal = sameBorder(in.width(), size, stride);
            pads[0] += vertical / 2;
            pads[1] += horizontal / 2;
            pads[2] += vertical - vertical / 2;
            pads[3] += horizontal - horizontal / 2;
        }
        return new Attribute[] {
            Attribute.several("kernel_shape", size, size),
            Attribute.several("strides", stride, stride),
            Attribute.several("pads", pads)
        };
    }

    /** TensorFlow's SAME: as much border as makes ⌈length / stride⌉ windows, the odd one at the end. */
    private static int sameBorder(int length, int size, int stride) {
        int windows = (length + stride - 1) / stride;
        return Math.max((windows - 1) * stride + size - length, 0);
    }

    private String activated(String name, String x, Layer.Function function) {
        String output = name + "/" + function;
        return switch (function) {
            case LINEAR -> x;
            case RELU -> graph.node("Relu", output, List.of(x));
            case RELU6 -> graph.node("Clip", output, List.of(x, bound(output + "/low", 0), bound(output + "/high", 6)));
            case SIGMOID -> graph.node("Sigmoid", output, List.of(x));
            case SWISH -> graph.node("Mul", output, List.of(x, graph.node("Sigmoid", output + "/gate", List.of(x))));
        };
    }

    private String bound(String name, float value) {
        return graph.constant(name, new float[] {value});
    }

    private String input(Layer layer) {
        return outputs.get(layer.inputs().get(0));
    }

    private static float[] floats(List<Double> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return floats;
    }
}
