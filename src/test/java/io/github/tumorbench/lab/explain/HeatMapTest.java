package io.github.tumorbench.lab.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HeatMapTest {
    @Test
    void aMapIsScaledToAMaximumOfOne() {
        HeatMap map = HeatMap.of(1, 2, new float[] {9, 9, 2, 4}, 1);
        assertThat(map.values()).containsExactly(0.5, 1);
    }

    @Test
    void upsamplingIsBilinearWithPixelCentresAlignedAndEdgesRepeated() {
        HeatMap map = new HeatMap(2, 2, new double[] {0, 1, 0, 1});
        double[] row = java.util.Arrays.copyOfRange(map.upsampled(4), 0, 4);
        assertThat(row).containsExactly(new double[] {0, 0.25, 0.75, 1}, within(1e-12));
    }

    @Test
    void aMapOfZerosIsZeroAndKeepsItsValues() {
        HeatMap map = HeatMap.of(2, 2, new float[4], 0);
        assertThat(map.zero()).isTrue();
        assertThat(map.values()).containsExactly(0, 0, 0, 0);
    }
}
