package io.github.tumorbench.lab.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.lab.dataset.TumourMask;
import org.junit.jupiter.api.Test;

class LocalisationTest {
    private static TumourMask mask(int size, int left, int top, int right, int bottom) {
        boolean[] inside = new boolean[size * size];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                inside[y * size + x] = true;
            }
        }
        return new TumourMask(size, size, inside);
    }

    @Test
    void aMapOnItsTumourHitsAndOneBesideItMisses() {
        HeatMap map = new HeatMap(2, 2, new double[] {1, 0, 0, 0});
        Localisation on = Localisation.of(map, mask(2, 0, 0, 1, 1));
        assertThat(on.pointingHit()).isTrue();
        assertThat(on.energyInside()).isEqualTo(1);
        assertThat(on.iou()).isEqualTo(1);
        // At the threshold 0 the map is everywhere, a quarter of it right: (1/4 + 1) / 2 in the first of twenty steps.
        assertThat(on.iouArea()).isCloseTo((0.625 + 19) / 20, within(1e-12));
        Localisation beside = Localisation.of(map, mask(2, 1, 1, 2, 2));
        assertThat(beside).isEqualTo(new Localisation(false, 0, 0, 0.125 / 20));
    }

    @Test
    void energyAndOverlapAreCountedByPixel() {
        HeatMap map = new HeatMap(2, 2, new double[] {1, 0.5, 0.25, 0.25});
        // The upper row is the tumour: energy 1.5 of 2; at least half the maximum in 2 pixels, both inside.
        Localisation localisation = Localisation.of(map, mask(2, 0, 0, 2, 1));
        assertThat(localisation.energyInside()).isCloseTo(0.75, within(1e-12));
        assertThat(localisation.iou()).isEqualTo(1);
    }

    @Test
    void aMapThatIsZeroEverywhereIsAMiss() {
        HeatMap map = HeatMap.of(2, 2, new float[4], 0);
        assertThat(map.zero()).isTrue();
        assertThat(Localisation.of(map, mask(2, 0, 0, 2, 2))).isEqualTo(new Localisation(false, 0, 0, 0));
    }
}
