package io.github.tumorbench.press.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of differences against published values. */
class PairedTestsTest {
    /** statsmodels, mlxtend: the exact test of FACTS.md's tables. */
    @ParameterizedTest
    @CsvSource({
        "121, 59, 4.43444926e-06",
        "59, 121, 4.43444926e-06",
        "16, 13, 0.7110711",
        "21, 13, 0.2294810",
        "18, 9, 0.1220781",
        "0, 0, 1",
        "1, 1, 1",
        "1, 0, 1",
        "10, 0, 0.001953125"
    })
    void mcNemarsExactTestEqualsStatsmodels(int first, int second, double p) {
        assertThat(McNemar.of(first, second).p()).isCloseTo(p, within(1e-6 * p + 4e-8));
    }

    @Test
    void mcNemarCountsWhatOnlyOneGetsRight() {
        McNemar test = McNemar.of(
                new boolean[] {true, true, false, false, true}, new boolean[] {true, false, true, false, false});
        assertThat(List.of(test.onlyFirst(), test.onlySecond())).containsExactly(2, 1);
        assertThat(test.effect()).isCloseTo(2.0 / 3 - 0.5, within(1e-15));
        assertThat(test.effectWord()).isEqualTo("medium");
        assertThat(McNemar.of(0, 0).effect()).isNull();
    }

    /** statsmodels, mlxtend: the classical statistic of FACTS.md's table, plain and corrected. */
    @ParameterizedTest
    @CsvSource({
        "121, 59, false, 21.355556, 3.815136e-06",
        "121, 59, true, 20.672222, 5.450095e-06",
        "59, 121, true, 20.672222, 5.450095e-06"
    })
    void mcNemarsStatisticEqualsStatsmodels(int first, int second, boolean corrected, double statistic, double p) {
        McNemar.ChiSquared test = McNemar.of(first, second).chiSquared(corrected);
        assertThat(test.statistic()).isCloseTo(statistic, within(5e-7));
        assertThat(test.p()).isCloseTo(p, within(5e-13));
    }

    @Test
    void withoutADiscordantImageThereIsNoStatistic() {
        assertThat(McNemar.of(0, 0).chiSquared(false)).isNull();
        assertThat(McNemar.of(0, 0).chiSquared(true)).isNull();
        assertThat(McNemar.of(4, 4).chiSquared(true)).isEqualTo(new McNemar.ChiSquared(0, 1));
    }

    /** statistics/delong.py, which looks at every pair of images. */
    @Test
    void deLongEqualsItsDefinition() {
        DeLong first = marker(37, 11, 23, 6);
        DeLong second = marker(7, 53, 17, 2);
        assertThat(first.area()).isCloseTo(0.744375, within(1e-15));
        assertThat(second.area()).isCloseTo(0.58, within(1e-15));
        assertThat(first.covariance(first)).isCloseTo(0.004688049299932524, within(1e-15));
        assertThat(second.covariance(second)).isCloseTo(0.005724595141700406, within(1e-15));
        assertThat(first.covariance(second)).isCloseTo(0.000949949392712551, within(1e-15));
        DeLong.Test test = DeLong.test(first, second);
        assertThat(test.z()).isCloseTo(1.781561984276468, within(1e-12));
        assertThat(test.p()).isCloseTo(0.07482068843721257, within(1e-12));
        double half = Intervals.Z * test.difference() / test.z();
        assertThat(test.low()).isCloseTo(0.164375 - half, within(1e-12));
        assertThat(test.high()).isCloseTo(0.164375 + half, within(1e-12));
        assertThat(DeLong.test(second, first).p()).isEqualTo(test.p());
    }

    /** pROC 1.18, FACTS.md: 72 patients with a good outcome and 41 with a poor one, by the five grades of WFNS. */
    @Test
    void theAreaOfAScaleOfFiveGradesEqualsProcs() {
        int[][] counts = {{37, 20, 3, 8, 4}, {2, 12, 1, 8, 18}};
        double[] grades = new double[113];
        boolean[] poor = new boolean[grades.length];
        int patient = 0;
        for (int outcome = 0; outcome < 2; outcome++) {
            for (int grade = 0; grade < 5; grade++) {
                for (int i = 0; i < counts[outcome][grade]; i++, patient++) {
                    grades[patient] = grade + 1;
                    poor[patient] = outcome == 1;
                }
            }
        }
        assertThat(DeLong.of(grades, poor).area()).isCloseTo(0.823678861788618, within(1e-15));
    }

    @Test
    void equalScoresAreNotTested() {
        assertThat(DeLong.test(marker(37, 11, 23, 6), marker(37, 11, 23, 6))).isNull();
    }

    /** R: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5), "holm"). */
    @Test
    void holmEqualsR() {
        List<Double> adjusted = Holm.adjust(List.of(0.01, 0.04, 0.03, 0.005, 0.5));
        double[] expected = {0.04, 0.09, 0.09, 0.025, 0.5};
        for (int i = 0; i < expected.length; i++) {
            assertThat(adjusted.get(i)).isCloseTo(expected[i], within(1e-15));
        }
        assertThat(Holm.adjust(List.of())).isEmpty();
        assertThat(Holm.adjust(List.of(0.6, 0.7))).containsExactly(1.0, 1.0);
    }

    /** Score of image i: i²·{@code square} + i·{@code linear} modulo {@code modulus}, positives raised. */
    private static DeLong marker(int square, int linear, int modulus, int raised) {
        double[] scores = new double[60];
        boolean[] positive = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            positive[i] = i * 29 % 41 % 3 == 0;
            scores[i] = (square * i * i + linear * i) % modulus + (positive[i] ? raised : 0);
        }
        return DeLong.of(scores, positive);
    }
}
