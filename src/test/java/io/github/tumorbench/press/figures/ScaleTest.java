package io.github.tumorbench.press.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource({
        "1, 0.99, 0.01",
        "0.96, 0.96, 0.01",
        "0.93, 0.92, 0.02",
        "0.88, 0.85, 0.05",
        "0.7, 0.7, 0.1",
        "0.3, 0.2, 0.2",
        "0, 0, 0.2"
    })
    void aScaleOfSharesEndsAtOneAndStartsAtARoundNumberBelowTheData(double lowest, double low, double tick) {
        Scale scale = Scale.share(lowest);
        assertThat(scale.low()).isCloseTo(low, within(1e-9)).isLessThanOrEqualTo(lowest + 1e-9);
        assertThat(scale.high()).isEqualTo(1);
        assertThat(scale.tick()).isEqualTo(tick);
    }

    @ParameterizedTest
    @CsvSource({"1.07, 6, 1.2, 0.2", "0.41, 3, 0.6, 0.2", "580, 2, 1000, 500", "0, 3, 1, 0.5", "5, 5, 5, 1"})
    void aScaleFromZeroHasAFewRoundTicks(double highest, int ticks, double high, double tick) {
        Scale scale = Scale.fromZero(highest, ticks);
        assertThat(scale.high()).isCloseTo(high, within(1e-9));
        assertThat(scale.tick()).isCloseTo(tick, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.00", "0.1, 0.0", "1, 0", "20, 0", "0.002, 0.000"})
    void labelsHaveTheDecimalsTheirTicksNeed(double tick, String pattern) {
        assertThat(new Scale(0, 1, tick).decimals()).isEqualTo(pattern);
    }

    @ParameterizedTest
    @CsvSource({"0.001, 1e-3", "0.0005, 5e-4", "2.5e-4, 2.5e-4", "0, 0", "1, 1e0", "0.004, 4e-3"})
    void learningRatesAreWrittenAsPowers(double rate, String text) {
        assertThat(Powers.text(rate)).isEqualTo(text);
    }
}
