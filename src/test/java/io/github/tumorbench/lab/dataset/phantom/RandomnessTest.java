package io.github.tumorbench.lab.dataset.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RandomnessTest {
    private static final int COUNT = 40_000;

    @Test
    void uniformNumbersFillTheirRangeEvenly() {
        Draws draws = new Draws(1);
        int[] tenths = new int[10];
        for (int i = 0; i < COUNT; i++) {
            tenths[(int) (10 * draws.unit())]++;
        }
        for (int tenth : tenths) {
            assertThat(tenth / (double) COUNT).isCloseTo(0.1, within(0.01));
        }
    }

    @Test
    void normalNumbersHaveMeanZeroAndDeviationOne() {
        Draws draws = new Draws(2);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < COUNT; i++) {
            double value = draws.normal();
            sum += value;
            squares += value * value;
        }
        assertThat(sum / COUNT).isCloseTo(0, within(0.02));
        assertThat(squares / COUNT).isCloseTo(1, within(0.03));
    }

    @Test
    void weightsAreKeptAndKeysSeparateStreams() {
        Draws draws = new Draws(3);
        int[] found = new int[3];
        for (int i = 0; i < COUNT; i++) {
            found[draws.weighted(1, 0, 3)]++;
        }
        assertThat(found[0] / (double) COUNT).isCloseTo(0.25, within(0.01));
        assertThat(found[1]).isZero();
        assertThat(new Draws(1, 2).bits()).isEqualTo(new Draws(1, 2).bits()).isNotEqualTo(new Draws(2, 1).bits());
    }

    @Test
    void noiseIsZeroOnTheLatticeSmoothBetweenAndBounded() {
        GradientNoise noise = new GradientNoise(new Draws(4));
        double largest = 0;
        for (int i = -20; i < 20; i++) {
            assertThat(noise.at(i, 2 * i, -i)).isZero();
            for (int j = 0; j < 50; j++) {
                double here = noise.at(i + 0.02 * j, 0.37 * i, 0.81 * j);
                assertThat(noise.at(i + 0.02 * j + 1e-6, 0.37 * i, 0.81 * j)).isCloseTo(here, within(1e-5));
                largest = Math.max(largest, Math.abs(here));
            }
        }
        assertThat(largest).isBetween(0.5, 1.1);
    }

    @Test
    void noiseWithoutSignalStaysDarkAndSignalComesThrough() {
        double[] half = new double[48 * 48];
        for (int i = 0; i < half.length; i++) {
            half[i] = i % 48 < 24 ? 0 : 0.6;
        }
        byte[] pixels = new Acquisition(new Draws(5), 48).image(half, 0.4);
        double air = 0;
        double tissue = 0;
        for (int i = 0; i < half.length; i++) {
            if (i % 48 < 20) {
                air += pixels[i] & 255;
            } else if (i % 48 >= 28) {
                tissue += pixels[i] & 255;
            }
        }
        assertThat(air / (20 * 48)).isLessThan(30);
        assertThat(tissue / (20 * 48)).isGreaterThan(80);
    }
}
