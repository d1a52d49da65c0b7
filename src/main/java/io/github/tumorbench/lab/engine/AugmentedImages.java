package io.github.tumorbench.lab.engine;

import io.github.tumorbench.study.AugmentationPreset;
import java.nio.ByteBuffer;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** Images as a network in training sees them under a preset: the same graph, without the network. Not thread-safe. */
public final class AugmentedImages implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Session session;
    private final int size;
    private final Placeholder<TUint8> images;
    private final AugmentationGraph augmentation;

    /** @param size width and height of the images */
    public AugmentedImages(TensorFlowRuntime runtime, AugmentationPreset preset, int size) {
        Ops tf = Ops.create(graph);
        this.size = size;
        images = tf.placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, size, size, 3)));
        augmentation = new AugmentationGraph(tf, tf.dtypes.cast(images, TFloat32.class), size, preset);
        session = new Session(graph, runtime.config());
    }

    /**
     * Intensities in 0–255, count · size · size · 3.
     *
     * @param batch with images and changes
     */
    public float[] pixels(Batch batch) {
        try (Fed fed = new Fed()) {
            Session.Runner runner = session.runner();
            runner.feed(images, fed.add(Tensors.images(batch.images(), batch.count(), size)));
            augmentation.feed(runner, batch, fed);
            try (Result result = runner.fetch(augmentation.output()).run()) {
                return Tensors.toFloats(result.get(0));
            }
        }
    }

    /** The same as images of 8 bits; what lies halfway between two steps goes to the even one. */
    public ByteBuffer images(Batch batch) {
        float[] pixels = pixels(batch);
        ByteBuffer bytes = ByteBuffer.allocate(pixels.length);
        for (float pixel : pixels) {
            bytes.put((byte) Math.rint(pixel));
        }
        return bytes.flip();
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
