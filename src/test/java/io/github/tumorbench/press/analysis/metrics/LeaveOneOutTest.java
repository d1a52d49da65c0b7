package io.github.tumorbench.press.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaveOneOutTest {
    /** Weak and strong networks; a step of 0 leaves scores as drawn, others round them so that many are equal. */
    @ParameterizedTest
    @CsvSource({"1.5, 0", "5.5, 0", "1.5, 0.1", "5.5, 0.1", "5.5, 1"})
    void isTheMetricsWithThatImageCountingNotAtAll(double strength, double step) {
        Outcomes outcomes = rounded(new Simulation(strength, 1).draw(new int[] {17, 2, 30, 1}, 7), step);
        Scorer scorer = new Scorer(outcomes, Simulation.CLASSES);
        double[][] left = LeaveOneOut.of(scorer);
        for (int image = 0; image < outcomes.size(); image++) {
            int[] weights = outcomes.once();
            weights[image] = 0;
            double[] expected = scorer.score(weights, scorer.supports(weights));
            for (int metric = 0; metric < expected.length; metric++) {
                if (Double.isNaN(expected[metric])) {
                    assertThat(left[image][metric]).isNaN();
                } else {
                    assertThat(left[image][metric])
                            .as("metric %s without image %s", metric, image)
                            .isCloseTo(expected[metric], within(1e-12));
                }
            }
        }
    }

    private static Outcomes rounded(Outcomes one, double step) {
        double[][] rows = Arrays.stream(one.probabilities())
                .map(row -> Arrays.stream(row)
                        .map(value -> step == 0 ? value : step * Math.round(value / step))
                        .toArray())
                .toArray(double[][]::new);
        double[] confidence = IntStream.range(0, one.size())
                .mapToDouble(i -> rows[i][one.predicted()[i]])
                .toArray();
        return new Outcomes(one.files(), one.truth(), one.predicted(), confidence, rows, one.logits());
    }
}
