package io.github.tumorbench.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.lab.engine.Batch;
import io.github.tumorbench.study.Schedule;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmenterTest {
    private static final int SIZE = 64;
    private final Augmenter light = new Augmenter(Schedule.Preset.LIGHT, 42, SIZE);

    @Test
    void noneIsTheIdentity() {
        Batch.Changes changes = new Augmenter(Schedule.Preset.NONE, 42, SIZE).changes(new int[] {3}, 1);
        assertThat(changes.transforms()).containsExactly(new float[] {1, 0, 0, 0, 1, 0, 0, 0}, within(1e-6f));
        assertThat(changes.tones()).containsExactly(new float[] {1, 0}, within(0f));
    }

    @Test
    void aDrawDependsOnSeedRoundAndImageAndNotOnTheBatch() {
        float[] together = light.changes(new int[] {5, 6, 7}, 2).transforms();
        float[] alone = light.changes(new int[] {6}, 2).transforms();
        assertThat(Arrays.copyOfRange(together, 8, 16)).containsExactly(alone);
        assertThat(light.changes(new int[] {6}, 3).transforms()).isNotEqualTo(alone);
        assertThat(light.changes(new int[] {7}, 2).transforms()).isNotEqualTo(alone);
        assertThat(new Augmenter(Schedule.Preset.LIGHT, 43, SIZE)
                        .changes(new int[] {6}, 2)
                        .transforms())
                .isNotEqualTo(alone);
    }

    @Test
    void drawsStayWithinThePresetAndHalfAreMirrored() {
        int count = 2000;
        Batch.Changes changes = light.changes(IntStream.range(0, count).toArray(), 1);
        int mirrored = 0;
        for (int i = 0; i < count; i++) {
            float a = changes.transforms()[8 * i];
            float b = changes.transforms()[8 * i + 1];
            float c = changes.transforms()[8 * i + 3];
            float d = changes.transforms()[8 * i + 4];
            mirrored += a < 0 ? 1 : 0;
            double scale = 1 / Math.hypot(b, d);
            assertThat(scale).isBetween(0.919, 1.081);
            assertThat(Math.abs(Math.toDegrees(Math.atan2(-b, d)))).isLessThan(8.01);
            assertThat((double) Math.abs(a)).isCloseTo(d, within(1e-6));
            assertThat((double) Math.abs(c)).isCloseTo(Math.abs(b), within(1e-6));
            // Where the centre goes: at most the shift of 5 % in each direction.
            double centre = (SIZE - 1) / 2.0;
            assertThat(a * centre + b * centre + changes.transforms()[8 * i + 2] - centre)
                    .isBetween(-3.21, 3.21);
            assertThat(changes.tones()[2 * i]).isBetween(0.9f, 1.1f);
            assertThat(changes.tones()[2 * i + 1]).isBetween(-8f, 8f);
        }
        assertThat(mirrored).isBetween(900, 1100);
    }
}
