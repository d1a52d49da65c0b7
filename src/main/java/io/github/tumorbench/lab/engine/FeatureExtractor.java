package io.github.tumorbench.lab.engine;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.study.AugmentationPreset;
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

/** A frozen backbone: images, as they are or augmented, to pooled features. Not thread-safe. */
public final class FeatureExtractor implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Session session;
    private final int size;
    private final Placeholder<TUint8> images;
    private final AugmentationGraph augmentation;
    private final Map<String, Operand<TFloat32>> plainLayers;
    private final Operand<TFloat32> plain;
    private final Operand<TFloat32> augmented;

    /**
     * @param tensors of the backbone
     * @param preset whose changes {@link #features} can be asked for
     */
    public FeatureExtractor(
            TensorFlowRuntime runtime, Backbone backbone, Map<String, float[]> tensors, AugmentationPreset preset) {
        this(runtime, backbone, tensors, preset, true);
    }

    /** @param fold false keeps each batch normalisation apart, to compare layer by layer with a reference */
    FeatureExtractor(TensorFlowRuntime runtime, Backbone backbone, Map<String, float[]> tensors, boolean fold) {
        this(runtime, backbone, tensors, AugmentationPreset.NONE, fold);
    }

    private FeatureExtractor(
            TensorFlowRuntime runtime,
            Backbone backbone,
            Map<String, float[]> tensors,
            AugmentationPreset preset,
            boolean fold) {
        Ops tf = Ops.create(graph);
        this.size = backbone.input();
        images = tf.placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, size, size, 3)));
        Operand<TFloat32> pixels = tf.dtypes.cast(images, TFloat32.class);
        InferenceBehaviour behaviour = new InferenceBehaviour(tf, backbone, tensors, fold);
        LayerGraph layers = new LayerGraph(tf, behaviour);
        plain = LayerGraph.pool(
                tf, layers.build(backbone, LayerGraph.preprocess(tf, backbone.preprocessing(), pixels)));
        plainLayers = layers.outputs();
        augmentation = new AugmentationGraph(tf, pixels, size, preset);
        augmented = preset == AugmentationPreset.NONE
                ? plain
                : LayerGraph.pool(
                        tf,
                        new LayerGraph(tf, behaviour)
                                .build(
                                        backbone,
                                        LayerGraph.preprocess(tf, backbone.preprocessing(), augmentation.output())));
        session = new Session(graph, runtime.config());
    }

    /**
     * Pooled features, count · channels.
     *
     * @param batch with images; with changes for augmented views
     */
    public float[] features(Batch batch) {
        try (Fed fed = new Fed()) {
            Session.Runner runner = session.runner();
            runner.feed(images, fed.add(Tensors.images(batch.images(), batch.count(), size)));
            if (batch.changes() != null) {
                augmentation.feed(runner, batch, fed);
            }
            try (Result result =
                    runner.fetch(batch.changes() == null ? plain : augmented).run()) {
                return Tensors.toFloats(result.get(0));
            }
        }
    }

    /** Output of one layer for one image, row-major. */
    float[] layer(String name, ByteBuffer image) {
        try (Fed fed = new Fed();
                Result result = session.runner()
                        .feed(images, fed.add(Tensors.images(image, 1, size)))
                        .fetch(plainLayers.get(name))
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
