package io.github.tumorbench.press.analysis.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.press.analysis.metrics.Outcomes;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinnedCalibrationTest {
    @Test
    void theCalibrationErrorsOfThreeBinsEqualTorchmetrics() {
        double[][] rows = {{.25, .20, .55}, {.55, .05, .40}, {.10, .30, .60}, {.90, .05, .05}};
        Outcomes outcomes = new Outcomes(
                List.of("0000.jpg", "0001.jpg", "0002.jpg", "0003.jpg"),
                new int[] {0, 1, 2, 0},
                new int[] {2, 0, 2, 0},
                new double[] {.55, .55, .60, .90},
                rows,
                rows);
        double[] errors = BinnedCalibration.errors(outcomes.confidence(), outcomes.corrects(), 3);
        assertThat(errors[0]).isCloseTo(0.2000, within(5e-5));
        assertThat(errors[1]).isCloseTo(0.2082, within(5e-5));
        assertThat(errors[2]).isCloseTo(0.2333, within(5e-5));
    }
}
