package io.github.tumorbench.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.KernelInitialiser;
import io.github.tumorbench.lab.backbone.Layer;
import io.github.tumorbench.lab.backbone.Preprocessing;
import io.github.tumorbench.lab.training.Augmenter;
import io.github.tumorbench.study.Schedule;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes as they arrive at the pixels, seen through a backbone of one layer that changes nothing. */
class AugmentationGraphTest {
    private static final int SIZE = 32;
    private static final Backbone IDENTITY = new Backbone(
            "Identity",
            SIZE,
            new Preprocessing(false, 1, List.of(0.0, 0.0, 0.0)),
            KernelInitialiser.GLOROT_UNIFORM,
            List.of(new Layer.Input("input_1", SIZE), new Layer.Activation("same", "input_1", Layer.Function.LINEAR)));

    private static float[] meansAfter(Batch.Changes changes, byte[] pixels) {
        try (FeatureExtractor extractor = new FeatureExtractor(TestRuntime.get(), IDENTITY, Map.of())) {
            return extractor.features(new Batch(1, ByteBuffer.wrap(pixels), null, null, null, changes));
        }
    }

    private static byte[] halfBright() {
        byte[] pixels = new byte[SIZE * SIZE * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ((i / 3) % SIZE < SIZE / 2 ? 200 : 0);
        }
        return pixels;
    }

    @Test
    void thePresetNoneChangesNothing() {
        Batch.Changes none = new Augmenter(Schedule.Preset.NONE, 1, SIZE).changes(new int[] {4}, 2);
        assertThat(meansAfter(none, halfBright())).containsExactly(new float[] {100, 100, 100}, within(1e-3f));
    }

    @Test
    void factorAndOffsetAreAppliedAndClipped() {
        float[] identity = {1, 0, 0, 0, 1, 0, 0, 0};
        Batch.Changes changes = new Batch.Changes(identity, new float[] {1.1f, 50});
        // 200 · 1.1 + 50 is clipped to 255, 0 becomes 50.
        assertThat(meansAfter(changes, halfBright()))
                .containsExactly(new float[] {152.5f, 152.5f, 152.5f}, within(1e-2f));
    }

    @Test
    void aShiftRepeatsTheEdge() {
        float[] shifted = {1, 0, 8, 0, 1, 0, 0, 0};
        Batch.Changes changes = new Batch.Changes(shifted, new float[] {1, 0});
        // Each output column reads the column eight to its right: a quarter less of the bright half is left.
        assertThat(meansAfter(changes, halfBright())).containsExactly(new float[] {50, 50, 50}, within(1e-3f));
    }
}
