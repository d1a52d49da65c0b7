package io.github.tumorbench.press.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

    /** pROC 1.18: roc(outcome, marker), ci(…), roc.test(…); FACTS.md. */
    @Test
    void deLongEqualsProc() {
        DeLong wfns = marker(1);
        DeLong s100b = marker(2);
        DeLong ndka = marker(3);
        assertThat(wfns.area()).isCloseTo(0.823678861788618, within(1e-12));
        assertThat(s100b.area()).isCloseTo(0.73136856368563685, within(1e-12));
        assertThat(ndka.area()).isCloseTo(0.611957994579946, within(1e-12));
        assertThat(s100b.covariance(s100b)).isCloseTo(0.0026686824571724378, within(1e-12));
        double half = Intervals.Z * Math.sqrt(ndka.covariance(ndka));
        assertThat(ndka.area() - half).isCloseTo(0.501244999271703, within(1e-12));
        assertThat(ndka.area() + half).isCloseTo(0.722670989888189, within(1e-12));
        DeLong.Test test = DeLong.test(wfns, s100b);
        assertThat(test.z()).isCloseTo(2.20898359144091, within(1e-12));
        assertThat(test.p()).isCloseTo(0.0271757822291882, within(1e-12));
        assertThat(test.low()).isCloseTo(0.010406176956484617, within(1e-12));
        assertThat(test.high()).isCloseTo(0.174214419249477559, within(1e-12));
        assertThat(DeLong.test(s100b, ndka).p()).isCloseTo(0.16429517522305448, within(1e-12));
        assertThat(DeLong.test(s100b, wfns).p()).isEqualTo(test.p());
    }

    @Test
    void equalScoresAreNotTested() {
        assertThat(DeLong.test(marker(1), marker(1))).isNull();
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

    private static DeLong marker(int column) {
        try (InputStream in = PairedTestsTest.class.getResourceAsStream("/statistics/asah.csv")) {
            List<String[]> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
            double[] scores = rows.stream()
                    .mapToDouble(row -> Double.parseDouble(row[column]))
                    .toArray();
            boolean[] poor = new boolean[scores.length];
            for (int i = 0; i < poor.length; i++) {
                poor[i] = rows.get(i)[0].equals("Poor");
            }
            return DeLong.of(scores, poor);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
