package io.github.tumorbench.lab.engine;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.KernelInitialiser;
import io.github.tumorbench.lab.backbone.Layer;
import io.github.tumorbench.lab.backbone.Preprocessing;
import io.github.tumorbench.lab.backbone.TensorSpec;
import io.github.tumorbench.study.AugmentationPreset;
import io.github.tumorbench.study.Schedule;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A network of a few layers of every kind that learns, small enough to check by hand. */
final class TinyNetwork {
    static final int SIZE = 12;
    static final int CLASSES = 3;

    private TinyNetwork() {}

    static Backbone backbone() {
        return new Backbone(
                "Tiny",
                SIZE,
                new Preprocessing(true, 1 / 127.5, List.of(-1.0, -0.9, -1.1)),
                KernelInitialiser.GLOROT_UNIFORM,
                List.of(
                        new Layer.Input("input_1", SIZE),
                        new Layer.ZeroPadding("pad", "input_1", 0, 1, 0, 1),
                        new Layer.Convolution("conv", "pad", 6, 3, 2, Layer.Padding.VALID, true, Layer.Function.LINEAR),
                        new Layer.BatchNormalization("conv_bn", "conv", 1e-3),
                        new Layer.Activation("conv_act", "conv_bn", Layer.Function.SWISH),
                        new Layer.DepthwiseConvolution("dw", "conv_act", 3, 1, Layer.Padding.SAME),
                        new Layer.BatchNormalization("dw_bn", "dw", 1e-3),
                        new Layer.Activation("dw_act", "dw_bn", Layer.Function.RELU6),
                        new Layer.DropConnect("drop", "dw_act", 0.2),
                        new Layer.Add("add", List.of("drop", "conv_act")),
                        new Layer.Convolution("top", "add", 5, 1, 1, Layer.Padding.SAME, false, Layer.Function.LINEAR),
                        new Layer.BatchNormalization("top_bn", "top", 1e-3),
                        new Layer.Activation("top_act", "top_bn", Layer.Function.RELU)));
    }

    static Map<String, float[]> tensors(Backbone backbone, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, float[]> tensors = new TreeMap<>();
        for (TensorSpec spec : backbone.tensors()) {
            float[] values = new float[spec.size()];
            for (int i = 0; i < values.length; i++) {
                double uniform = random.nextDouble();
                values[i] = (float)
                        (spec.role().equals("moving_variance") || spec.role().equals("gamma")
                                ? 0.5 + uniform
                                : uniform - 0.5);
            }
            tensors.put(spec.name(), values);
        }
        tensors.putAll(Head.initial(backbone.channels(), CLASSES, seed));
        return tensors;
    }

    static ByteBuffer images(int count, long seed) {
        byte[] bytes = new byte[count * SIZE * SIZE * 3];
        new java.util.Random(seed).nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    static Schedule schedule(Schedule.Optimizer optimizer, double momentum, double weightDecay) {
        return new Schedule(
                Schedule.ALL,
                null,
                1,
                8,
                optimizer,
                0.01,
                Schedule.Policy.CONSTANT,
                0,
                momentum,
                weightDecay,
                0,
                0,
                0,
                0,
                Schedule.BatchNorm.BATCH,
                0.9,
                Schedule.ClassWeights.NONE,
                null,
                null,
                new Schedule.Augmentation(AugmentationPreset.NONE, 0));
    }
}
