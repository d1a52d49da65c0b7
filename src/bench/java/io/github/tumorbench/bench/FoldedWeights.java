package io.github.tumorbench.bench;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.Layer;
import java.util.HashMap;
import java.util.Map;

/**
 * A network's weights with each batch normalisation folded into the convolution it follows, as exporters do:
 * kernel′ = kernel · γ/√(σ²+ε), bias′ = β + (bias − μ) · γ/√(σ²+ε).
 */
final class FoldedWeights {
    private final Map<String, float[]> tensors;

    FoldedWeights(Backbone backbone, Map<String, float[]> tensors) {
        this.tensors = new HashMap<>(tensors);
        for (Layer layer : backbone.layers()) {
            if (layer instanceof Layer.BatchNormalization norm) {
                fold(norm, backbone.layer(norm.input()));
            }
        }
    }

    float[] get(String name) {
        return tensors.get(name);
    }

    private void fold(Layer.BatchNormalization norm, Layer convolution) {
        boolean depthwise = convolution instanceof Layer.DepthwiseConvolution;
        if (!depthwise && !(convolution instanceof Layer.Convolution)) {
            throw new IllegalArgumentException(norm.name() + " follows no convolution");
        }
        float[] gamma = tensors.get(norm.name() + "/gamma");
        float[] beta = tensors.get(norm.name() + "/beta");
        float[] mean = tensors.get(norm.name() + "/moving_mean");
        float[] variance = tensors.get(norm.name() + "/moving_variance");
        String kernelName = convolution.name() + (depthwise ? "/depthwise_kernel" : "/kernel");
        float[] kernel = tensors.get(kernelName).clone();
        float[] old = tensors.get(convolution.name() + "/bias");
        float[] bias = new float[gamma.length];
        double[] scale = new double[gamma.length];
        for (int c = 0; c < bias.length; c++) {
            scale[c] = gamma[c] / Math.sqrt(variance[c] + norm.epsilon());
            bias[c] = (float) (beta[c] + ((old == null ? 0 : old[c]) - (double) mean[c]) * scale[c]);
        }
        // The output channel runs fastest in either kind of kernel.
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (kernel[i] * scale[i % scale.length]);
        }
        tensors.put(kernelName, kernel);
        tensors.put(convolution.name() + "/bias", bias);
    }
}
