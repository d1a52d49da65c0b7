package io.github.tumorbench.lab.engine;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.study.AugmentationPreset;
import io.github.tumorbench.study.Precision;
import java.nio.ByteBuffer;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** A frozen backbone: images, changed by one preset, to pooled features or to the last layer's activations. Not thread-safe. */
public final class FeatureExtractor implements AutoCloseable {
    /** What is taken from the last layer. */
    public enum Output {
        /** The mean over height and width, [N, channels]. */
        POOLED,
        /** All of it, [N, height, width, channels]. */
        ACTIVATIONS
    }

    private final Graph graph = new Graph();
    private final Session session;
    private final int size;
    private final Placeholder<TUint8> images;
    private final AugmentationGraph augmentation;
    private final Map<String, Operand<TFloat32>> layers;
    private final Operand<TFloat32> output;

    /**
     * @param tensors of the backbone
     * @param preset whose changes every batch brings along, unless it is none
     */
    public FeatureExtractor(
            TensorFlowRuntime runtime,
            Precision precision,
            Backbone backbone,
            Map<String, float[]> tensors,
            AugmentationPreset preset,
            Output output) {
        this(runtime, precision, backbone, tensors, preset, output, true);
    }

    /** @param fold false keeps each batch normalisation apart, to compare layer by layer with a reference */
    FeatureExtractor(TensorFlowRuntime runtime, Backbone backbone, Map<String, float[]> tensors, boolean fold) {
        this(runtime, Precision.FP32, backbone, tensors, AugmentationPreset.NONE, Output.POOLED, fold);
    }

    private FeatureExtractor(
            TensorFlowRuntime runtime,
            Precision precision,
            Backbone backbone,
            Map<String, float[]> tensors,
            AugmentationPreset preset,
            Output output,
            boolean fold) {
        Ops tf = Ops.create(graph);
        this.size = backbone.input();
        images = tf.placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, size, size, 3)));
        augmentation = new AugmentationGraph(tf, tf.dtypes.cast(images, TFloat32.class), size, preset);
        LayerGraph network = new LayerGraph(tf, precision, new InferenceBehaviour(tf, backbone, tensors, fold));
        Operand<TFloat32> map =
                network.build(backbone, LayerGraph.preprocess(tf, backbone.preprocessing(), augmentation.output()));
        layers = network.outputs();
        this.output = output == Output.POOLED ? LayerGraph.pool(tf, map) : map;
        session = new Session(graph, runtime.config());
    }

    /**
     * The output for a batch, row-major.
     *
     * @param batch with images, and with changes unless the preset is none
     */
    public float[] features(Batch batch) {
        try (Fed fed = new Fed()) {
            Session.Runner runner = session.runner();
            runner.feed(images, fed.add(Tensors.images(batch.images(), batch.count(), size)));
            augmentation.feed(runner, batch, fed);
            try (Result result = runner.fetch(output).run()) {
                return Tensors.toFloats(result.get(0));
            }
        }
    }

    /** Output of one layer for one image, row-major. */
    float[] layer(String name, ByteBuffer image) {
        try (Fed fed = new Fed();
                Result result = session.runner()
                        .feed(images, fed.add(Tensors.images(image, 1, size)))
                        .fetch(layers.get(name))
                        .run()) {
            return Tensors.toFloats(result.get(0));
        }
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
