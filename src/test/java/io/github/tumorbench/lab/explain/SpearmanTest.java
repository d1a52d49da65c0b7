package io.github.tumorbench.lab.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpearmanTest {
    /** {@code scipy.stats.spearmanr(first, second).statistic}: 0.7647058823529412. */
    @Test
    void equalValuesShareTheirMeanRank() {
        double[] first = {0, 0.25, 1, 0.5, 0.25, 0.75};
        double[] second = {0.1, 0.3, 0.9, 0.2, 0.3, 1.0};
        assertThat(Spearman.of(first, second)).isEqualTo(0.76471);
    }

    @Test
    void anyRisingCurveGives1AndAnyFallingOneMinus1() {
        double[] values = {3, 1, 2, 10};
        assertThat(Spearman.of(values, new double[] {9, 1, 4, 100})).isEqualTo(1);
        assertThat(Spearman.of(values, new double[] {-9, -1, -4, -100})).isEqualTo(-1);
    }

    @Test
    void constantMapsAndSuchAsOverflowedHaveNone() {
        double[] values = {3, 1, 2};
        assertThat(Spearman.of(values, new double[3])).isNull();
        assertThat(Spearman.of(new double[] {1, Double.NaN, 2}, values)).isNull();
    }
}
