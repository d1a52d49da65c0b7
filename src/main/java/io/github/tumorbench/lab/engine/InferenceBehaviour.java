package io.github.tumorbench.lab.engine;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.Layer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Inference: weights are constants, and each batch normalisation that alone reads a convolution is folded into it:
 * kernel′ = kernel · γ/√(σ²+ε), bias′ = β + (bias − μ) · γ/√(σ²+ε), computed in double precision.
 */
final class InferenceBehaviour implements LayerGraph.Behaviour {
    private final Ops tf;
    private final Map<String, long[]> shapes;
    private final Map<String, float[]> tensors;
    private final Set<String> folded = new HashSet<>();

    /**
     * @param fold false keeps every batch normalisation as an operation of its own (to compare layer by layer)
     */
    InferenceBehaviour(Ops tf, Backbone backbone, Map<String, float[]> tensors, boolean fold) {
        this.tf = tf;
        this.tensors = new HashMap<>(tensors);
        this.shapes = Tensors.shapes(backbone);
        if (fold) {
            backbone.layers().forEach(layer -> {
                if (layer instanceof Layer.BatchNormalization norm) {
                    fold(backbone, norm);
                }
            });
        }
    }

    private void fold(Backbone backbone, Layer.BatchNormalization norm) {
        Layer convolution = backbone.layers().stream()
                .filter(l -> l.name().equals(norm.input()))
                .findFirst()
                .orElseThrow();
        long readers = backbone.layers().stream()
                .filter(l -> l.inputs().contains(norm.input()))
                .count();
        boolean depthwise = convolution instanceof Layer.DepthwiseConvolution;
        if (readers != 1 || !(depthwise || convolution instanceof Layer.Convolution)) {
            return;
        }
        double[] scale = scale(norm);
        String kernelName = convolution.name() + (depthwise ? "/depthwise_kernel" : "/kernel");
        // The output channel is the kernel's last axis, or the one before for a depthwise kernel of multiplier 1:
        // either
        // way it runs fastest.
        float[] kernel = tensors.get(kernelName).clone();
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (kernel[i] * scale[i % scale.length]);
        }
        float[] old = tensors.get(convolution.name() + "/bias");
        float[] mean = tensors.get(norm.name() + "/moving_mean");
        float[] beta = tensors.get(norm.name() + "/beta");
        float[] bias = new float[scale.length];
        for (int c = 0; c < bias.length; c++) {
            bias[c] = (float) (beta[c] + ((old == null ? 0 : old[c]) - (double) mean[c]) * scale[c]);
        }
        tensors.put(kernelName, kernel);
        tensors.put(convolution.name() + "/bias", bias);
        folded.add(norm.name());
    }

    private double[] scale(Layer.BatchNormalization norm) {
        float[] gamma = tensors.get(norm.name() + "/gamma");
        float[] variance = tensors.get(norm.name() + "/moving_variance");
        double[] scale = new double[gamma.length];
        for (int c = 0; c < scale.length; c++) {
            scale[c] = gamma[c] / Math.sqrt(variance[c] + norm.epsilon());
        }
        return scale;
    }

    @Override
    public Operand<TFloat32> weight(String tensor) {
        return Tensors.constant(tf, tensors.get(tensor), shapes.get(tensor));
    }

    @Override
    public Operand<TFloat32> bias(Layer.Convolution layer) {
        return bias(layer.name());
    }

    @Override
    public Operand<TFloat32> bias(Layer.DepthwiseConvolution layer) {
        return bias(layer.name());
    }

    private Operand<TFloat32> bias(String layer) {
        float[] values = tensors.get(layer + "/bias");
        return values == null ? null : Tensors.constant(tf, values, values.length);
    }

    @Override
    public Operand<TFloat32> batchNormalization(Layer.BatchNormalization layer, Operand<TFloat32> x) {
        return folded.contains(layer.name()) ? x : Normalizations.withMovingStatistics(tf, layer, x, this::weight);
    }

    @Override
    public boolean pointwiseAsProduct() {
        // Only a convolution takes its bias and activation along in one operation.
        return false;
    }

    @Override
    public Operand<TFloat32> dropConnect(Layer.DropConnect layer, Operand<TFloat32> x) {
        return x;
    }
}
