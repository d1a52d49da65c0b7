package io.github.tumorbench.press.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    @ParameterizedTest
    @CsvSource({
        "0.91, 0.95, 0.9, HELD",
        "0.85, 0.95, 0.9, CANNOT_BE_TOLD",
        "0.80, 0.89, 0.9, DID_NOT_HOLD",
    })
    void aQuantityIsAboveABoundByItsInterval(double low, double high, double bound, Verdict verdict) {
        assertThat(Verdict.above(new Estimate((low + high) / 2, low, high, "m"), bound))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.01, 0.015, HELD",
        "-0.01, 0.025, CANNOT_BE_TOLD",
        "0.021, 0.05, DID_NOT_HOLD",
        "-0.05, -0.021, DID_NOT_HOLD",
        "-0.05, 0.05, CANNOT_BE_TOLD"
    })
    void aDifferenceIsNothingByItsInterval(double low, double high, Verdict verdict) {
        assertThat(Verdict.within(new Estimate((low + high) / 2, low, high, "m"), 0.02))
                .isEqualTo(verdict);
    }

    @Test
    void withoutANumberNothingCanBeTold() {
        assertThat(Verdict.above(null, 0.5)).isEqualTo(Verdict.CANNOT_BE_TOLD);
        assertThat(Verdict.within(Estimate.undefined("x"), 0.5)).isEqualTo(Verdict.CANNOT_BE_TOLD);
        assertThat(Verdict.all(List.of())).isEqualTo(Verdict.CANNOT_BE_TOLD);
    }

    @Test
    void aClaimAboutSeveralHoldsForEachOrFailsForOne() {
        assertThat(Verdict.all(List.of(Verdict.HELD, Verdict.HELD))).isEqualTo(Verdict.HELD);
        assertThat(Verdict.all(List.of(Verdict.HELD, Verdict.CANNOT_BE_TOLD))).isEqualTo(Verdict.CANNOT_BE_TOLD);
        assertThat(Verdict.all(List.of(Verdict.CANNOT_BE_TOLD, Verdict.DID_NOT_HOLD)))
                .isEqualTo(Verdict.DID_NOT_HOLD);
    }

    @Test
    void aDifferenceTurnedRoundKeepsItsWidth() {
        Estimate turned = new Estimate(0.1, -0.1, 0.3, "m").negated();
        assertThat(List.of(turned.value(), turned.low(), turned.high())).containsExactly(-0.1, -0.3, 0.1);
        assertThat(new Estimate(null, null, null, "m").negated().value()).isNull();
    }
}
