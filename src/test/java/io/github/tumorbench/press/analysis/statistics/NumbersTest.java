package io.github.tumorbench.press.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void undefinedIsADash() {
        assertThat(Numbers.percent(null)).isEqualTo("–");
        assertThat(Numbers.decimal(null)).isEqualTo("–");
        assertThat(Numbers.decimal(Double.NaN)).isEqualTo("–");
        assertThat(Numbers.withInterval(Estimate.undefined("x"))).isEqualTo("–");
    }

    @Test
    void numbersAreRoundedHalfUpWithADot() {
        assertThat(Numbers.percent(0.93125)).isEqualTo("93.1\u00a0%");
        assertThat(Numbers.decimal(0.0005)).isEqualTo("0.001");
        assertThat(Numbers.decimal(-0.25, 1)).isEqualTo("−0.3");
        assertThat(Numbers.decimal(-0.0, 1)).isEqualTo("0.0");
    }

    @Test
    void anIntervalFollowsItsValue() {
        assertThat(Numbers.withInterval(new Estimate(0.5, 0.25, 0.75, "m"))).isEqualTo("0.500 (0.250–0.750)");
        assertThat(Numbers.withInterval(new Estimate(1.0, null, null, "m"))).isEqualTo("1.000");
    }
}
