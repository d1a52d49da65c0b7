package io.github.tumorbench.lab.engine;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** Images made worse in TensorFlow. An image's noise, coil and turn follow from its key alone. Not thread-safe. */
public final class CorruptedImages implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Session session;
    private final int size;
    private final Placeholder<TUint8> images;
    private final CorruptionGraph corruptions;
    private final Map<String, Operand<TFloat32>> outputs = new HashMap<>();

    /** @param size width and height of the images */
    public CorruptedImages(TensorFlowRuntime runtime, int size) {
        Ops tf = Ops.create(graph);
        this.size = size;
        images = tf.placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, size, size, 3)));
        corruptions = new CorruptionGraph(tf, tf.dtypes.cast(images, TFloat32.class), size);
        for (Corruption corruption : Corruption.values()) {
            for (int severity = 1; severity <= Corruption.SEVERITIES; severity++) {
                outputs.put(corruption.word() + severity, corruptions.output(corruption, severity));
            }
        }
        session = new Session(graph, runtime.config());
    }

    /**
     * Intensities in 0–255, count · size · size · 3.
     *
     * @param pixels as many bytes, RGB
     * @param keys one for each image, any numbers
     */
    public float[] pixels(Corruption corruption, int severity, ByteBuffer pixels, int[] keys) {
        int count = keys.length;
        double strength = corruption.strength(severity);
        try (Fed fed = new Fed()) {
            Session.Runner runner = session.runner();
            runner.feed(images, fed.add(Tensors.images(pixels, count, size)));
            switch (corruption) {
                case NOISE -> runner.feed(corruptions.noiseKeys(), fed.add(Tensors.ints(keys.clone(), count)));
                case BIAS_FIELD -> runner.feed(
                        corruptions.coils(), fed.add(Tensors.floats(coils(keys, strength), count, BiasField.TERMS)));
                case ROTATION -> runner.feed(
                        corruptions.turns(), fed.add(Tensors.floats(turns(keys, strength), count, 8)));
                default -> {
                    // Nothing is drawn.
                }
            }
            Operand<TFloat32> output = outputs.get(corruption.word() + severity);
            try (Result result = runner.fetch(output).run()) {
                return Tensors.toFloats(result.get(0));
            }
        }
    }

    /** The same as images of 8 bits; what lies halfway between two steps goes to the even one. */
    public ByteBuffer images(Corruption corruption, int severity, ByteBuffer pixels, int[] keys) {
        float[] worse = pixels(corruption, severity, pixels, keys);
        ByteBuffer bytes = ByteBuffer.allocate(worse.length);
        for (float pixel : worse) {
            bytes.put((byte) Math.rint(pixel));
        }
        return bytes.flip();
    }

    /** Coefficients, each uniform up to the strength either way; an image's are in proportion at every severity. */
    private static float[] coils(int[] keys, double strength) {
        float[] coils = new float[keys.length * BiasField.TERMS];
        for (int i = 0; i < keys.length; i++) {
            SplittableRandom random = new SplittableRandom(keys[i]);
            for (int term = 0; term < BiasField.TERMS; term++) {
                coils[i * BiasField.TERMS + term] = (float) (strength * (2 * random.nextDouble() - 1));
            }
        }
        return coils;
    }

    /** About the image's middle, counter-clockwise where the key is even, else clockwise. */
    private float[] turns(int[] keys, double degrees) {
        float[] turns = new float[keys.length * 8];
        double middle = (size - 1) / 2.0;
        for (int i = 0; i < keys.length; i++) {
            double angle = Math.toRadians(keys[i] % 2 == 0 ? degrees : -degrees);
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            turns[8 * i] = (float) cos;
            turns[8 * i + 1] = (float) -sin;
            turns[8 * i + 2] = (float) (middle - cos * middle + sin * middle);
            turns[8 * i + 3] = (float) sin;
            turns[8 * i + 4] = (float) cos;
            turns[8 * i + 5] = (float) (middle - sin * middle - cos * middle);
        }
        return turns;
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
