package io.github.tumorbench.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.lab.engine.Batch;
import io.github.tumorbench.study.AugmentationPreset;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmenterTest {
    private static final int SIZE = 64;
    private final Augmenter light = new Augmenter(AugmentationPreset.LIGHT, 42, SIZE);

    @Test
    void noneIsTheIdentity() {
        Batch.Changes changes = new Augmenter(AugmentationPreset.NONE, 42, SIZE).changes(new int[] {3}, 1);
        Batch.Changes identity = Batch.Changes.identity(1);
        assertThat(changes.transforms()).containsExactly(identity.transforms(), within(1e-6f));
        assertThat(changes.tones()).containsExactly(identity.tones(), within(0f));
        assertThat(changes.gammas()).containsExactly(identity.gammas());
        assertThat(changes.noise()).containsExactly(identity.noise());
        assertThat(changes.biasFields()).containsExactly(identity.biasFields(), within(0f));
    }

    /** As the first version drew them: a study's results do not change with the program's next operation. */
    @Test
    void lightAndMediumDrawWhatTheyAlwaysDrew() {
        Batch.Changes light = this.light.changes(new int[] {5}, 2);
        assertThat(light.transforms())
                .containsExactly(0.9642454f, -0.09101011f, 6.645262f, 0.09101011f, 0.9642454f, -4.0741715f, 0, 0);
        assertThat(light.tones()).containsExactly(0.9449369f, 0.6161082f);
        Batch.Changes medium = new Augmenter(AugmentationPreset.MEDIUM, 42, SIZE).changes(new int[] {5}, 2);
        assertThat(medium.transforms())
                .containsExactly(0.92982346f, -0.15452799f, 12.38254f, 0.15452799f, 0.92982346f, -7.324317f, 0, 0);
        assertThat(medium.tones()).containsExactly(0.88987374f, 1.2322164f);
    }

    @Test
    void mirrorShowsTheMirrorImageInOddRoundsAndTheImageItselfInEvenOnes() {
        Augmenter mirror = new Augmenter(AugmentationPreset.MIRROR, 42, SIZE);
        for (int round = 1; round <= 4; round++) {
            float[] expected = round % 2 == 1
                    ? new float[] {-1, 0, SIZE - 1, 0, 1, 0, 0, 0}
                    : Batch.Changes.identity(1).transforms();
            for (int image = 0; image < 20; image++) {
                assertThat(mirror.changes(new int[] {image}, round).transforms())
                        .containsExactly(expected, within(0f));
            }
        }
    }

    @Test
    void noiseFieldAndGammaSpanTheirRangesAndDependOnSeedRoundAndImage() {
        int count = 2000;
        int[] images = IntStream.range(0, count).toArray();
        AugmentationPreset.Strength strength = AugmentationPreset.MRI.strength();
        Augmenter mri = new Augmenter(AugmentationPreset.MRI, 42, SIZE);
        Batch.Changes changes = mri.changes(images, 1);
        assertSpans(changes.gammas(), 1 / strength.gamma(), strength.gamma());
        assertSpans(changes.noise(), 0, strength.noise());
        assertSpans(changes.biasFields(), -strength.biasField(), strength.biasField());
        // As many exponents darken as brighten: the draw is uniform in the logarithm.
        long darkening =
                IntStream.range(0, count).filter(i -> changes.gammas()[i] > 1).count();
        assertThat(darkening).isBetween(900L, 1100L);
        assertThat(IntStream.of(changes.noiseKeys()).distinct().count()).isEqualTo(count);
        assertThat(mri.changes(images, 1).noiseKeys()).containsExactly(changes.noiseKeys());
        assertThat(mri.changes(new int[] {7}, 1).noiseKeys()).containsExactly(changes.noiseKeys()[7]);
        assertThat(mri.changes(new int[] {7}, 2).noiseKeys()).isNotEqualTo(new int[] {changes.noiseKeys()[7]});
    }

    /** All within the bounds, and some within the outermost hundredth at either end. */
    private static void assertSpans(float[] values, double low, double high) {
        double least = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .min()
                .orElseThrow();
        double most = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .max()
                .orElseThrow();
        assertThat(least).isBetween(low - 1e-6, low + 0.01 * (high - low));
        assertThat(most).isBetween(high - 0.01 * (high - low), high + 1e-6);
    }

    @Test
    void aDrawDependsOnSeedRoundAndImageAndNotOnTheBatch() {
        float[] together = light.changes(new int[] {5, 6, 7}, 2).transforms();
        float[] alone = light.changes(new int[] {6}, 2).transforms();
        assertThat(Arrays.copyOfRange(together, 8, 16)).containsExactly(alone);
        assertThat(light.changes(new int[] {6}, 3).transforms()).isNotEqualTo(alone);
        assertThat(light.changes(new int[] {7}, 2).transforms()).isNotEqualTo(alone);
        assertThat(new Augmenter(AugmentationPreset.LIGHT, 43, SIZE)
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
