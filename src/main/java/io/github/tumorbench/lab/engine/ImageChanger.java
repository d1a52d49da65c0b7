package io.github.tumorbench.lab.engine;

import io.github.tumorbench.study.AugmentationPreset;
import io.github.tumorbench.study.Precision;
import java.nio.ByteBuffer;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** Images to changed images of 8 bits, by the operations that training changes them with. Not thread-safe. */
public final class ImageChanger implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Session session;
    private final int size;
    private final Placeholder<TUint8> images;
    private final AugmentationGraph augmentation;
    private final Operand<TUint8> changed;

    /** @param size width and height of the images */
    public ImageChanger(TensorFlowRuntime runtime, AugmentationPreset preset, int size) {
        Ops tf = Ops.create(graph);
        this.size = size;
        images = tf.placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, size, size, 3)));
        augmentation = new AugmentationGraph(tf, tf.dtypes.cast(images, TFloat32.class), size, preset);
        changed = tf.dtypes.cast(tf.math.rint(augmentation.output()), TUint8.class);
        session = new Session(graph, runtime.config(Precision.FP32));
    }

    /**
     * The changed images, count · size · size · 3 bytes; values halfway between two go to the even one.
     *
     * @param batch with images and changes
     */
    public ByteBuffer change(Batch batch) {
        try (Fed fed = new Fed()) {
            Session.Runner runner = session.runner();
            runner.feed(images, fed.add(Tensors.images(batch.images(), batch.count(), size)));
            augmentation.feed(runner, batch, fed);
            try (Result result = runner.fetch(changed).run()) {
                byte[] bytes = new byte[batch.count() * size * size * 3];
                result.get(0).asRawTensor().data().read(bytes);
                return ByteBuffer.wrap(bytes);
            }
        }
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
