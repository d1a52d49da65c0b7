package io.github.tumorbench.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorruptedImagesTest {
    private static final int SIZE = 40;

    private static CorruptedImages images;

    @BeforeAll
    static void open() {
        images = new CorruptedImages(TestRuntime.get(), SIZE);
    }

    @AfterAll
    static void close() {
        images.close();
    }

    /** A grey image of a value for each column and row. */
    private static byte[] image(IntBinaryOperator value) {
        byte[] pixels = new byte[SIZE * SIZE * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) value.applyAsInt(i / 3 % SIZE, i / 3 / SIZE);
        }
        return pixels;
    }

    /** Dark with a brighter disc on it and a fine pattern, as a head is. */
    private static byte[] disc() {
        return image((x, y) -> Math.hypot(x - 19.5, y - 17) < 12 ? 120 + 30 * ((x + y) % 2) : 10);
    }

    /** The first channel. */
    private static double[] worse(Corruption corruption, int severity, byte[] image, int key) {
        float[] pixels = images.pixels(corruption, severity, ByteBuffer.wrap(image), new int[] {key});
        double[] first = new double[SIZE * SIZE];
        for (int i = 0; i < first.length; i++) {
            first[i] = pixels[3 * i];
            assertThat(pixels[3 * i + 2]).isEqualTo(pixels[3 * i]);
        }
        return first;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double[] first(byte[] image) {
        double[] first = new double[SIZE * SIZE];
        Arrays.setAll(first, i -> image[3 * i] & 0xff);
        return first;
    }

    @ParameterizedTest
    @EnumSource(Corruption.class)
    void eachSeverityMovesAnImageFartherThanTheOneBefore(Corruption corruption) {
        double[] plain = first(disc());
        double before = 0;
        for (int severity = 1; severity <= Corruption.SEVERITIES; severity++) {
            double[] worse = worse(corruption, severity, disc(), 4);
            double distance = 0;
            for (int i = 0; i < plain.length; i++) {
                assertThat(worse[i]).isBetween(0.0, 255.0);
                distance += Math.abs(worse[i] - plain[i]) / plain.length;
            }
            assertThat(distance).as("severity " + severity).isGreaterThan(before);
            before = distance;
        }
    }

    @ParameterizedTest
    @EnumSource(Corruption.class)
    void anImageIsMadeWorseAlikeWhateverElseIsInTheBatch(Corruption corruption) {
        byte[] noise = new byte[SIZE * SIZE * 3];
        new Random(3).nextBytes(noise);
        ByteBuffer both =
                ByteBuffer.allocate(2 * noise.length).put(noise).put(disc()).flip();
        byte[] together = images.images(corruption, 3, both, new int[] {-5, 8}).array();
        byte[] alone = images.images(corruption, 3, ByteBuffer.wrap(disc()), new int[] {8})
                .array();
        assertThat(Arrays.copyOfRange(together, alone.length, 2 * alone.length)).isEqualTo(alone);
    }

    @Test
    void blurAndGhostsAndContrastKeepTheMean() {
        for (Corruption corruption : new Corruption[] {Corruption.BLUR, Corruption.GHOSTING, Corruption.CONTRAST}) {
            for (int severity = 1; severity <= Corruption.SEVERITIES; severity++) {
                assertThat(mean(worse(corruption, severity, disc(), 1)))
                        .as(corruption + " " + severity)
                        .isCloseTo(mean(first(disc())), within(1e-3));
            }
        }
    }

    /** A point becomes the product of two Gaussians of standard deviation 0.03 · 40 pixels, cut at 4 pixels and of sum 1. */
    @Test
    void blurOfAPointIsAGaussian() {
        double[] worse = worse(Corruption.BLUR, 5, image((x, y) -> x == 20 && y == 15 ? 250 : 0), 1);
        double sum = 0;
        for (int d = -4; d <= 4; d++) {
            sum += Math.exp(-d * d / 2.88);
        }
        assertThat(worse[15 * SIZE + 20]).isCloseTo(250 / (sum * sum), within(1e-3));
        assertThat(worse[17 * SIZE + 21])
                .isCloseTo(250 * Math.exp(-4 / 2.88) * Math.exp(-1 / 2.88) / (sum * sum), within(1e-3));
        assertThat(worse[15 * SIZE + 25]).isZero();
    }

    /** Each column's discrete Fourier transform, its line m scaled by 1 − a + a · cos(2πm/4), and back. */
    @Test
    void ghostsAreWhatAPeriodicScalingOfKSpaceLeaves() {
        double share = 0.55;
        double[] plain = first(disc());
        double[] worse = worse(Corruption.GHOSTING, 5, disc(), 1);
        int x = 18;
        for (int y = 0; y < SIZE; y++) {
            double value = 0;
            for (int m = 0; m < SIZE; m++) {
                double scale = 1 - share + share * Math.cos(2 * Math.PI * m / 4);
                for (int from = 0; from < SIZE; from++) {
                    double turn = 2 * Math.PI * m * (y - from) / SIZE;
                    value += scale * plain[from * SIZE + x] * Math.cos(turn) / SIZE;
                }
            }
            assertThat(worse[y * SIZE + x]).isCloseTo(value, within(1e-3));
        }
    }

    /** Interpolation between neighbours is exact on a plane: 60 + 2x + y about the middle (19.5, 19.5), turned by 15°. */
    @Test
    void aTurnedPlaneIsThePlaneOfTheTurnedCoordinates() {
        byte[] plane = image((x, y) -> 60 + 2 * x + y);
        for (int key : new int[] {6, 7}) {
            double angle = Math.toRadians(key == 6 ? 15 : -15);
            double[] worse = worse(Corruption.ROTATION, 3, plane, key);
            for (int y = 10; y < 30; y++) {
                for (int x = 10; x < 30; x++) {
                    double u = 19.5 + Math.cos(angle) * (x - 19.5) - Math.sin(angle) * (y - 19.5);
                    double v = 19.5 + Math.sin(angle) * (x - 19.5) + Math.cos(angle) * (y - 19.5);
                    assertThat(worse[y * SIZE + x]).isCloseTo(60 + 2 * u + v, within(1e-2));
                }
            }
        }
    }

    @Test
    void contrastScalesDistancesToTheMean() {
        double[] worse = worse(Corruption.CONTRAST, 5, image((x, y) -> x < 10 ? 200 : 40), 1);
        // The mean is 80.
        assertThat(worse[0]).isCloseTo(80 + 0.2 * 120, within(1e-3));
        assertThat(worse[SIZE - 1]).isCloseTo(80 - 0.2 * 40, within(1e-3));
    }

    @Test
    void halfThePixelsOfAChequerboardLeaveItsMean() {
        double[] worse = worse(Corruption.DOWN_SAMPLING, 2, image((x, y) -> (x + y) % 2 == 0 ? 200 : 100), 1);
        assertThat(worse).containsOnly(150);
    }

    /** On one intensity the logarithm of the change is the field; its terms are orthogonal to the constant. */
    @Test
    void aCoilsFieldGrowsInProportionAndHasTheGeometricMean1() {
        byte[] grey = image((x, y) -> 20);
        double[] weak = worse(Corruption.BIAS_FIELD, 1, grey, 9);
        double[] strong = worse(Corruption.BIAS_FIELD, 5, grey, 9);
        double sum = 0;
        for (int i = 0; i < weak.length; i++) {
            double field = Math.log(weak[i] / 20);
            sum += field;
            assertThat(Math.log(strong[i] / 20)).isCloseTo(6 * field, within(1e-4));
        }
        assertThat(sum / weak.length).isCloseTo(0, within(2e-3));
        assertThat(worse(Corruption.BIAS_FIELD, 1, grey, 10)).isNotEqualTo(weak);
    }

    /** Rayleigh's mean, σ · √(π/2), with σ 52; five standard errors of 1600 pixels. */
    @Test
    void noiseOfABlackImageIsRayleighs() {
        double[] worse = worse(Corruption.NOISE, 5, image((x, y) -> 0), 9);
        double deviation = 52 * Math.sqrt(2 - Math.PI / 2);
        assertThat(mean(worse)).isCloseTo(52 * Math.sqrt(Math.PI / 2), within(5 * deviation / SIZE));
    }
}
