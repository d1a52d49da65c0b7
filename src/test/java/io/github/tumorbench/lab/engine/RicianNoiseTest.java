package io.github.tumorbench.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.study.AugmentationPreset;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Noise on images of one intensity, through the graph of the preset that has it. */
class RicianNoiseTest {
    private static final int SIZE = 64;
    private static final int COUNT = 32;
    private static final int PIXELS = SIZE * SIZE;
    private static final int SAMPLES = COUNT * PIXELS;

    /** The first channel of all pixels. */
    private static double[] noisy(int signal, double deviation, int[] keys) {
        byte[] pixels = new byte[keys.length * PIXELS * 3];
        Arrays.fill(pixels, (byte) signal);
        Batch.Changes changes = Batch.Changes.identity(keys.length);
        Arrays.fill(changes.noise(), (float) deviation);
        System.arraycopy(keys, 0, changes.noiseKeys(), 0, keys.length);
        try (AugmentedImages images = new AugmentedImages(TestRuntime.get(), AugmentationPreset.MRI, SIZE)) {
            float[] changed = images.pixels(new Batch(keys.length, ByteBuffer.wrap(pixels), null, null, null, changes));
            double[] first = new double[keys.length * PIXELS];
            for (int i = 0; i < first.length; i++) {
                assertThat(changed[3 * i + 1]).isEqualTo(changed[3 * i]);
                assertThat(changed[3 * i + 2]).isEqualTo(changed[3 * i]);
                first[i] = changed[3 * i];
            }
            return first;
        }
    }

    private static int[] keys() {
        return new SplittableRandom(5).ints(COUNT).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    }

    /**
     * Moments by Debian's {@code python3 -c "from scipy.stats import rice; print(rice.stats(x / s, scale=s))"}. Of 131 072
     * samples the mean's standard error is √(variance / samples), the variance's about variance · √(2 / samples) = 0.4 %;
     * five of them are tolerated.
     */
    @ParameterizedTest
    @CsvSource({
        "0,   10, 12.533141373155004, 42.92036732051032",
        "5,   10, 13.304473406107032, 47.99098738619076",
        "20,  10, 22.723834280687424, 83.62735558385506",
        "100, 10, 100.50126936677418, 99.49485566709626",
        "60,   4, 60.13348248316128,  15.964284447336013"
    })
    void meanAndVarianceAreThoseOfTheRiceDistribution(int signal, double deviation, double mean, double variance) {
        double[] values = noisy(signal, deviation, keys());
        assertThat(mean(values)).isCloseTo(mean, within(5 * Math.sqrt(variance / SAMPLES)));
        assertThat(variance(values)).isCloseTo(variance, within(5 * variance * Math.sqrt(2.0 / SAMPLES)));
    }

    /** Rayleigh's distribution function, 1 − exp(−x²/2σ²), at its deciles, within five standard errors of a share. */
    @Test
    void theBackgroundFollowsRayleighsDistribution() {
        double[] values = noisy(0, 8, keys());
        for (int tenth = 1; tenth <= 9; tenth++) {
            double share = tenth / 10.0;
            double quantile = 8 * Math.sqrt(-2 * Math.log(1 - share));
            double below = Arrays.stream(values).filter(x -> x < quantile).count() / (double) SAMPLES;
            assertThat(below).isCloseTo(share, within(5 * Math.sqrt(share * (1 - share) / SAMPLES)));
        }
    }

    /** Correlations of independent samples have a standard error of 1/√samples; five are tolerated. */
    @Test
    void neighboursAndImagesWithNeighbouringKeysAreUncorrelated() {
        int[] keys = new int[COUNT];
        Arrays.setAll(keys, i -> i);
        double[] values = noisy(100, 10, keys);
        for (int distance : new int[] {1, 2, SIZE, PIXELS, 2 * PIXELS}) {
            double mean = mean(values);
            double covariance = 0;
            for (int i = 0; i + distance < SAMPLES; i++) {
                covariance += (values[i] - mean) * (values[i + distance] - mean) / (SAMPLES - distance);
            }
            assertThat(covariance / variance(values)).isCloseTo(0, within(5 / Math.sqrt(SAMPLES)));
        }
    }

    @Test
    void aKeyAloneDecidesTheNoiseOfItsImage() {
        double[] values = noisy(100, 10, new int[] {3, -7, 3});
        double[] first = Arrays.copyOfRange(values, 0, PIXELS);
        assertThat(Arrays.copyOfRange(values, 2 * PIXELS, 3 * PIXELS)).containsExactly(first);
        assertThat(Arrays.copyOfRange(values, PIXELS, 2 * PIXELS)).isNotEqualTo(first);
        assertThat(noisy(100, 10, new int[] {3})).containsExactly(first);
    }

    @Test
    void withoutDeviationNothingIsAdded() {
        double[] unchanged = new double[PIXELS];
        Arrays.fill(unchanged, 100);
        assertThat(noisy(100, 0, new int[] {3})).containsExactly(unchanged, within(1e-4));
    }
}
