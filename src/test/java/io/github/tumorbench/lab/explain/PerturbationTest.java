package io.github.tumorbench.lab.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Occlusion, deletion and insertion on a network whose rule is known: it looks at the brightness of the upper left quarter. */
class PerturbationTest {
    private static final int SIZE = 10;

    private static float[] quarter(ByteBuffer images, int count) {
        float[] probabilities = new float[2 * count];
        for (int n = 0; n < count; n++) {
            for (int y = 0; y < SIZE / 2; y++) {
                for (int x = 0; x < SIZE / 2; x++) {
                    int red = images.get(3 * (n * SIZE * SIZE + y * SIZE + x)) & 0xff;
                    probabilities[2 * n + 1] += red / 255f / 25;
                }
            }
            probabilities[2 * n] = 1 - probabilities[2 * n + 1];
        }
        return probabilities;
    }

    private static Trial trial() {
        return new Trial(PerturbationTest::quarter, 2);
    }

    /** White in the upper left quarter, black elsewhere. */
    private static byte[] image() {
        byte[] image = new byte[3 * SIZE * SIZE];
        for (int i = 0; i < image.length; i++) {
            image[i] = (byte) (i / 3 % SIZE < 5 && i / 3 / SIZE < 5 ? 255 : 0);
        }
        return image;
    }

    @Test
    void occlusionFindsTheQuarterThatIsLookedAt() {
        HeatMap map = new OcclusionMeter(trial(), SIZE).of(image(), 1, 2, 2);
        assertThat(map.values()).containsExactly(1, 0, 0, 0);
    }

    /** For the other class, covering the quarter is a rise, and a rise is cut. */
    @Test
    void whatRaisesAProbabilityIsNoEvidenceForIt() {
        assertThat(new OcclusionMeter(trial(), SIZE).of(image(), 0, 2, 2).zero())
                .isTrue();
    }

    @Test
    void finerMapsAreOccludedInEightRowsAndColumns() {
        HeatMap map = new OcclusionMeter(trial(), SIZE).of(image(), 1, 14, 14);
        assertThat(map.rows()).isEqualTo(8);
        assertThat(map.columns()).isEqualTo(8);
    }

    @Test
    void curvesRunBetweenTheImageAndItsBlurAndFallFirstWhereTheOrderIsRight() {
        double[] map = new double[SIZE * SIZE];
        Arrays.setAll(map, i -> i % SIZE < 5 && i / SIZE < 5 ? 1 : 0);
        PerturbationMeter meter = new PerturbationMeter(trial(), SIZE);
        PerturbationMeter.Curves right = meter.of(image(), PerturbationMeter.order(map), 1);
        byte[] blurred = HeavyBlur.of(image(), SIZE);
        double all = Math.round(quarter(ByteBuffer.wrap(blurred), 1)[1] * 1e5) / 1e5;
        assertThat(right.deletion().get(0)).isEqualTo(1);
        assertThat(right.deletion().get(10)).isCloseTo(all, within(1e-5));
        assertThat(right.insertion().get(0)).isCloseTo(all, within(1e-5));
        assertThat(right.insertion().get(10)).isEqualTo(1);
        // The 25 pixels that matter are the first: at 30 % all are gone or all have come.
        assertThat(right.deletion().get(3)).isCloseTo(all, within(1e-5));
        assertThat(right.insertion().get(3)).isEqualTo(1);
        Arrays.setAll(map, i -> -map[i]);
        PerturbationMeter.Curves wrong = meter.of(image(), PerturbationMeter.order(map), 1);
        assertThat(wrong.deletion().get(7)).isEqualTo(1);
        assertThat(wrong.insertion().get(7)).isCloseTo(all, within(1e-5));
    }

    @Test
    void tiesAreOrderedAsTheyAreRead() {
        assertThat(PerturbationMeter.order(new double[] {0, 2, 0, 2, 1})).containsExactly(1, 3, 4, 0, 2);
    }

    @Test
    void theHeavyBlurOfOneColourIsThatColour() {
        byte[] grey = new byte[3 * SIZE * SIZE];
        Arrays.fill(grey, (byte) 200);
        assertThat(HeavyBlur.of(grey, SIZE)).isEqualTo(grey);
    }
}
