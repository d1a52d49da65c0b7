package io.github.tumorbench.lab.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.lab.dataset.TumourMask;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    private static TumourMask corner() {
        boolean[] inside = new boolean[64];
        inside[0] = inside[1] = inside[8] = inside[9] = true;
        return new TumourMask(8, 8, inside);
    }

    /** A cell a fifth of the width from the middle has e^−½ of the middle's value. */
    @Test
    void theCentralMapFallsAsAGaussianOfAFifthOfTheWidth() {
        HeatMap map = Baselines.centre(5, 5);
        assertThat(map.values()[12]).isEqualTo(1);
        assertThat(map.values()[13]).isCloseTo(Math.exp(-0.5), within(1e-12));
        assertThat(map.values()[7]).isCloseTo(map.values()[13], within(1e-12));
        assertThat(map.values()[0]).isCloseTo(Math.exp(-4), within(1e-12));
    }

    @Test
    void theCentralMapPointsAtTheImagesMiddleWhateverTheSize() {
        for (int size : new int[] {128, 161}) {
            boolean[] inside = new boolean[size * size];
            for (int i = 0; i < inside.length; i++) {
                inside[i] = Math.abs(i % size - (size - 1) / 2.0) < 1 && Math.abs(i / size - (size - 1) / 2.0) < 1;
            }
            TumourMask middle = new TumourMask(size, size, inside);
            assertThat(Localisation.of(Baselines.centre(size, size), middle).pointingHit())
                    .isTrue();
        }
    }

    @Test
    void theRandomMapIsTheBestOfItsHundredOnAverage() {
        List<TumourMask> masks = List.of(corner());
        double best =
                Localisation.of(Baselines.random(4, 4, masks, 11), corner()).energyInside();
        SplittableRandom random = new SplittableRandom(11);
        for (int draw = 0; draw < 100; draw++) {
            HeatMap map = HeatMap.scaled(4, 4, random.doubles(16).toArray());
            assertThat(Localisation.of(map, corner()).energyInside()).isLessThanOrEqualTo(best + 1e-12);
        }
        // Chance is 4 of 64 pixels.
        assertThat(best).isGreaterThan(4 / 64.0);
    }
}
