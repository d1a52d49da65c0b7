package io.github.tumorbench.press.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {
    private static Outcomes outcomes(int[] truth, double[][] rows) {
        int[] predicted = new int[rows.length];
        double[] confidence = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int label = 1; label < rows[i].length; label++) {
                predicted[i] = rows[i][label] > rows[i][predicted[i]] ? label : predicted[i];
            }
            confidence[i] = rows[i][predicted[i]];
        }
        List<String> files =
                IntStream.range(0, rows.length).mapToObj("%04d.jpg"::formatted).toList();
        return new Outcomes(files, truth, predicted, confidence, rows, rows);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    @Test
    void theBrierScoreSumsOverClassesSoTwoClassesGiveTwiceScikitLearns() {
        double[][] rows = {{.9, .1}, {.1, .9}, {.2, .8}, {.6, .4}};
        assertThat(mean(Calibration.brierScores(outcomes(new int[] {0, 1, 1, 0}, rows))))
                .isCloseTo(2 * 0.055, within(1e-15));
        rows[3] = new double[] {.7, .3};
        assertThat(mean(Calibration.brierScores(outcomes(new int[] {0, 1, 1, 0}, rows))))
                .isCloseTo(2 * 0.0375, within(1e-15));
    }

    @Test
    void theLogLossNormalisesRowsBeforeItClips() {
        double[][] doubled = {{1.4, 0.6}, {0.5, 1.5}};
        double[][] single = {{0.7, 0.3}, {0.25, 0.75}};
        int[] truth = {0, 1};
        assertThat(mean(Calibration.logLosses(outcomes(truth, doubled))))
                .isCloseTo(-(Math.log(0.7) + Math.log(0.75)) / 2, within(1e-15))
                .isEqualTo(mean(Calibration.logLosses(outcomes(truth, single))));
    }

    @Test
    void aCertainErrorCostsTheClippedLossAndACertainHitNothing() {
        assertThat(mean(Calibration.logLosses(outcomes(new int[] {0}, new double[][] {{0, 1}}))))
                .isCloseTo(36.04365338911715, within(1e-12));
        assertThat(mean(Calibration.logLosses(outcomes(new int[] {1}, new double[][] {{0, 1}}))))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 15, 0",
        "0.06666666666666667, 15, 0",
        "0.06666666666666668, 15, 1",
        "0.2, 15, 2",
        "0.4, 15, 5",
        "0.6, 15, 8",
        "0.8, 15, 11",
        "0.9333333333333333, 15, 13",
        "0.9333333333333335, 15, 14",
        "1, 15, 14",
        "0.05, 20, 0",
        "0.15, 20, 2",
        "0.95, 20, 18",
        "0.9500000000000001, 20, 19",
    })
    void aBinHoldsItsUpperEndAndNotItsLower(double confidence, int size, int bin) {
        assertThat(Calibration.bin(confidence, size)).isEqualTo(bin);
    }

    @Test
    void theHistogramKeepsRightAndWrongApart() {
        double[][] rows = {{.9, .1}, {.1, .9}, {.42, .58}, {1, 0}};
        ConfidenceHistogram histogram = Calibration.histogram(outcomes(new int[] {0, 0, 1, 0}, rows));
        assertThat(histogram.bins()).hasSize(20);
        assertThat(histogram.bins().get(17)).isEqualTo(new ConfidenceHistogram.Bin(0.85, 0.9, 1, 1));
        assertThat(histogram.bins().get(11).correct()).isEqualTo(1);
        assertThat(histogram.bins().get(19).correct()).isEqualTo(1);
        assertThat(histogram.correct()).isEqualTo(3);
        assertThat(histogram.wrong()).isEqualTo(1);
        assertThat(histogram.medianCorrect()).isEqualTo(0.9);
        assertThat(histogram.medianWrong()).isEqualTo(0.9);
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        assertThat(Calibration.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
        assertThat(Calibration.median(new double[] {})).isNull();
    }
}
