package io.github.tumorbench.lab.engine;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.TensorSpec;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;

/** Plain arrays to TensorFlow's tensors and back, in row-major order. */
final class Tensors {
    private Tensors() {}

    static TFloat32 floats(float[] values, long... shape) {
        return TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(values, true, false));
    }

    static TFloat32 scalar(double value) {
        return TFloat32.scalarOf((float) value);
    }

    static TInt32 ints(int[] values, long... shape) {
        return TInt32.tensorOf(Shape.of(shape), DataBuffers.of(values, true, false));
    }

    static TInt64 longs(long... values) {
        return TInt64.vectorOf(values);
    }

    /** The first bytes of {@code images} as a [count, size, size, 3] tensor. */
    static TUint8 images(ByteBuffer images, int count, int size) {
        int bytes = Math.multiplyExact(count, size * size * 3);
        byte[] copy = new byte[bytes];
        images.duplicate().rewind().get(copy);
        return TUint8.tensorOf(Shape.of(count, size, size, 3), DataBuffers.of(copy, true, false));
    }

    static float[] toFloats(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.shape().size())];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }

    /** A constant of the graph; shape of a scalar is empty. */
    static Operand<TFloat32> constant(Ops tf, float[] values, long... shape) {
        return tf.constant(Shape.of(shape), DataBuffers.of(values, true, false));
    }

    /** Sizes of each of the backbone's tensors by name. */
    static Map<String, long[]> shapes(Backbone backbone) {
        Map<String, long[]> shapes = new HashMap<>();
        for (TensorSpec tensor : backbone.tensors()) {
            shapes.put(
                    tensor.name(),
                    tensor.shape().stream().mapToLong(Integer::longValue).toArray());
        }
        return shapes;
    }
}
