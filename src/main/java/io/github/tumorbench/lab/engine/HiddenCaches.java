package io.github.tumorbench.lab.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * Mends what TensorFlow's oneDNN believes of the CPU's caches where a hypervisor hides them.
 *
 * <p>oneDNN asks an AMD processor for its caches by CPUID leaf 8000001D. Some hypervisors answer with zeros, which its CPU
 * detection (Xbyak's {@code Cpu}) reads as three levels of one byte each: convolutions are then cut into the smallest
 * blocks and take twice the time (measured: 17 instead of 41 images a second, ResNet50 at 224 pixels on two cores). oneDNN has
 * defaults for a CPU that tells nothing; it uses them once the number of known levels is 0, so that one number is set.
 *
 * <p>The object is found by its distance from an exported function, which holds for one build of the library only. So
 * nothing is written unless version and platform are that build's and the memory there reads exactly as the mistaken
 * detection leaves it. Whatever else is found is left as it is.
 */
final class HiddenCaches {
    private static final String PLATFORM = "linux-x86_64";
    private static final String VERSION = "2.18.0";

    /** From the function {@code TF_Version} to the object of class {@code Cpu}, bytes. */
    private static final long DISTANCE = 0x1b4885b0L - 0xaa7a3d0L;

    /** Within the object, bytes: sizes of the caches, cores sharing each of them, how many levels are known. */
    private static final int SIZES = 0x1c;

    private static final int SHARING = 0x44;
    private static final int LEVELS = 0x6c;

    private HiddenCaches() {}

    /**
     * To be called before the first graph is run: kernels made earlier keep their blocks.
     *
     * @param version of the loaded TensorFlow
     * @return whether the caches were hidden, and oneDNN now uses its defaults
     */
    static boolean mend(String version, ConfigProto config) {
        if (!Loader.getPlatform().equals(PLATFORM) || !version.equals(VERSION)) {
            return false;
        }
        detectCpu(config);
        try (Address object = new Address(Loader.addressof("TF_Version").address() + DISTANCE)) {
            return mend(object.capacity(LEVELS + Integer.BYTES).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    /** @param cpu the object of class {@code Cpu}, up to its number of cache levels */
    static boolean mend(ByteBuffer cpu) {
        boolean hidden = cpu.getInt(LEVELS) == 3;
        for (int level = 0; level < 3; level++) {
            hidden &=
                    cpu.getInt(SIZES + level * Integer.BYTES) == 1 && cpu.getInt(SHARING + level * Integer.BYTES) == 1;
        }
        if (hidden) {
            cpu.putInt(LEVELS, 0);
        }
        return hidden;
    }

    /** oneDNN looks at the CPU when it makes its first kernel: here one of a shape no network has. */
    private static void detectCpu(ConfigProto config) {
        Shape shape = Shape.of(1, 3, 3, 4);
        try (Graph graph = new Graph();
                TFloat32 image = TFloat32.tensorOf(shape)) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> input = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
            Output<TFloat32> output = tf.nn.conv2d(
                            input, tf.constant(new float[3][3][4][1]), List.of(1L, 1L, 1L, 1L), "SAME")
                    .asOutput();
            try (Session session = new Session(graph, config)) {
                session.runner().feed(input, image).fetch(output).run().close();
            }
        }
    }

    /** Memory at an address. */
    private static final class Address extends Pointer {
        Address(long address) {
            this.address = address;
        }
    }
}
