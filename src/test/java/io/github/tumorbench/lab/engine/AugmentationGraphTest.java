package io.github.tumorbench.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.lab.training.Augmenter;
import io.github.tumorbench.study.AugmentationPreset;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.Graph;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

class AugmentationGraphTest {
    private static final int SIZE = 32;
    private static final int COUNT = 6;
    private static final int BYTES = SIZE * SIZE * 3;
    private static final int[] IMAGES = {4, 8, 15, 16, 23, 42};

    private static byte[] coloured(int count) {
        byte[] pixels = new byte[count * BYTES];
        new Random(7).nextBytes(pixels);
        return pixels;
    }

    private static float[] changed(AugmentationPreset preset, byte[] pixels, Batch.Changes changes) {
        try (AugmentedImages images = new AugmentedImages(TestRuntime.get(), preset, SIZE)) {
            return images.pixels(new Batch(pixels.length / BYTES, ByteBuffer.wrap(pixels), null, null, null, changes));
        }
    }

    private static Batch.Changes drawn(AugmentationPreset preset, int... images) {
        return new Augmenter(preset, 99, SIZE).changes(images, 3);
    }

    /** Largest difference over all pixels from the reference, whose operations are the preset's. */
    private static double worst(float[] actual, byte[] pixels, Batch.Changes changes, boolean scan) {
        double worst = 0;
        for (int i = 0; i < COUNT; i++) {
            AugmentationReference reference = new AugmentationReference(changes, i, SIZE);
            double[] expected = reference.moved(Arrays.copyOfRange(pixels, i * BYTES, (i + 1) * BYTES));
            expected = scan ? reference.bent(reference.weighed(expected)) : reference.toned(expected);
            expected = AugmentationReference.clipped(expected);
            for (int k = 0; k < BYTES; k++) {
                worst = Math.max(worst, Math.abs(expected[k] - actual[i * BYTES + k]));
            }
        }
        return worst;
    }

    /** Coordinates in single precision are off by 4e-6 pixels of 32, and a pixel's neighbour differs by up to 255. */
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "MEDIUM", "FINETUNE", "STRONG"})
    void placesAndTonesAreThoseOfDoublePrecision(AugmentationPreset preset) {
        byte[] pixels = coloured(COUNT);
        Batch.Changes changes = drawn(preset, IMAGES);
        float[] actual = changed(preset, pixels, changes);
        assertThat(worst(actual, pixels, changes, false)).isLessThan(0.01);
    }

    @Test
    void placesBiasFieldAndGammaAreThoseOfDoublePrecision() {
        byte[] pixels = coloured(COUNT);
        Batch.Changes changes = drawn(AugmentationPreset.MRI, IMAGES);
        Arrays.fill(changes.noise(), 0);
        float[] actual = changed(AugmentationPreset.MRI, pixels, changes);
        assertThat(worst(actual, pixels, changes, true)).isLessThan(0.02);
    }

    /** (51/255)^2 · 255 = 10.2, (204/255)^½ · 255 = 228.08. */
    @Test
    void gammaBendsTheScaleBetweenBlackAndWhiteWhichStay() {
        byte[] pixels = new byte[2 * BYTES];
        pixels[0] = (byte) 255;
        pixels[1] = 51;
        pixels[BYTES] = (byte) 255;
        pixels[BYTES + 1] = (byte) 204;
        Batch.Changes changes = Batch.Changes.identity(2);
        changes.gammas()[0] = 2;
        changes.gammas()[1] = 0.5f;
        float[] actual = changed(AugmentationPreset.MRI, pixels, changes);
        assertThat(Arrays.copyOf(actual, 3)).containsExactly(new float[] {255, 10.2f, 0}, within(1e-3f));
        assertThat(Arrays.copyOfRange(actual, BYTES, BYTES + 3))
                .containsExactly(new float[] {255, 228.08f, 0}, within(1e-2f));
    }

    @Test
    void mirrorReversesEachRow() {
        byte[] pixels = coloured(1);
        float[] actual = changed(AugmentationPreset.MIRROR, pixels, drawn(AugmentationPreset.MIRROR, 4));
        for (int i = 0; i < BYTES; i++) {
            int column = i / 3 % SIZE;
            int mirrored = i + 3 * (SIZE - 1 - 2 * column);
            assertThat(actual[i]).isEqualTo(pixels[mirrored] & 0xff);
        }
    }

    @Test
    void factorAndOffsetAreAppliedAndClipped() {
        byte[] pixels = new byte[BYTES];
        Arrays.fill(pixels, BYTES / 2, BYTES, (byte) 200);
        Batch.Changes changes = Batch.Changes.identity(1);
        changes.tones()[0] = 1.1f;
        changes.tones()[1] = 50;
        float[] actual = changed(AugmentationPreset.LIGHT, pixels, changes);
        assertThat(actual[0]).isEqualTo(50);
        // 200 · 1.1 + 50 = 270.
        assertThat(actual[BYTES - 1]).isEqualTo(255);
    }

    @ParameterizedTest
    @EnumSource
    void theIdentityLeavesEveryPixel(AugmentationPreset preset) {
        byte[] pixels = coloured(2);
        float[] actual = changed(preset, pixels, Batch.Changes.identity(2));
        for (int i = 0; i < pixels.length; i++) {
            assertThat((double) actual[i]).isCloseTo(pixels[i] & 0xff, within(1e-3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anImageIsChangedInTheSameWayWhateverItsBatch(AugmentationPreset preset) {
        byte[] pixels = coloured(COUNT);
        float[] together = changed(preset, pixels, drawn(preset, IMAGES));
        assertThat(changed(preset, pixels, drawn(preset, IMAGES))).containsExactly(together);
        for (int i = 0; i < COUNT; i++) {
            byte[] one = Arrays.copyOfRange(pixels, i * BYTES, (i + 1) * BYTES);
            assertThat(changed(preset, one, drawn(preset, IMAGES[i])))
                    .containsExactly(Arrays.copyOfRange(together, i * BYTES, (i + 1) * BYTES));
        }
    }

    /** What an operation costs is not paid by a preset that does not use it. */
    @ParameterizedTest
    @CsvSource({
        "NONE,     false, false, false, false, false, false",
        "MIRROR,   true,  false, false, false, false, false",
        "LIGHT,    false, true,  true,  false, false, false",
        "MEDIUM,   false, true,  true,  false, false, false",
        "FINETUNE, false, true,  true,  false, false, false",
        "STRONG,   false, true,  true,  false, false, false",
        "MRI,      false, true,  false, true,  true,  true"
    })
    void theGraphHoldsTheOperationsOfItsPresetOnly(
            AugmentationPreset preset,
            boolean reverses,
            boolean moves,
            boolean tones,
            boolean bias,
            boolean noise,
            boolean gamma) {
        TestRuntime.get();
        Set<String> types = new HashSet<>();
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            var images = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, SIZE, SIZE, 3)));
            new AugmentationGraph(tf, images, SIZE, preset);
            graph.operations().forEachRemaining(operation -> types.add(operation.type()));
        }
        assertThat(types.contains("ReverseV2")).isEqualTo(reverses);
        assertThat(types.contains("ImageProjectiveTransformV3")).isEqualTo(moves);
        assertThat(types.contains("MatMul")).isEqualTo(bias);
        assertThat(types.contains("BitwiseXor")).isEqualTo(noise);
        assertThat(types.contains("Log")).isEqualTo(noise || gamma);
        assertThat(types.contains("Exp")).isEqualTo(bias || gamma);
        assertThat(types.contains("Mul")).isEqualTo(tones || bias || noise || gamma);
        if (preset == AugmentationPreset.NONE) {
            assertThat(types).containsExactly("Placeholder");
        }
    }
}
