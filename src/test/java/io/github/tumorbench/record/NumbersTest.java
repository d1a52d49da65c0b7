package io.github.tumorbench.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    /** 2e23 is one that JDK 17's own {@code Double.toString} writes as 1.9999999999999998E23. */
    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "0.30000000000000004, 0.30000000000000004",
        "0.001, 0.001",
        "1e-5, 1.0E-5",
        "12345678.9, 1.23456789E7",
        "4.9e-324, 4.9E-324",
        "2e23, 2.0E23",
        "2.2250738585072014E-308, 2.2250738585072014E-308"
    })
    void aDoubleIsItsShortestDecimal(double value, String text) {
        assertThat(Numbers.text(value)).isEqualTo(text);
    }

    @Test
    void everyDoubleReadsBackToItsBits() {
        Random random = new Random(1);
        random.longs(20_000)
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .forEach(value -> assertThat(Double.doubleToRawLongBits(Numbers.parse(Numbers.text(value))))
                        .isEqualTo(Double.doubleToRawLongBits(value)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsNotWritten(double value) {
        assertThatThrownBy(() -> Numbers.text(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a record holds finite numbers only, not " + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1e999", "1f", "0x1p3", " 1", "1,5", "", "one"})
    void whatIsNoPlainNumberIsNotRead(String text) {
        assertThatThrownBy(() -> Numbers.parse(text)).isInstanceOf(NumberFormatException.class);
    }
}
