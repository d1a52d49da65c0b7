package io.github.tumorbench.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.study.Schedule;
import io.github.tumorbench.study.WrittenSchedule;
import org.junit.jupiter.api.Test;

class LearningRatesTest {
    private static LearningRates rates(Schedule.Policy policy, long steps) {
        return new LearningRates(Schedules.of(policy, 0.1, 1, null, null), steps);
    }

    @Test
    void aConstantRateStaysUntilAPlateauLowersIt() {
        LearningRates rates = rates(Schedule.Policy.CONSTANT, 100);
        assertThat(rates.at(0)).isEqualTo(0.1);
        assertThat(rates.at(99)).isEqualTo(0.1);
        rates.reduce(0.5);
        assertThat(rates.at(99)).isEqualTo(0.05);
    }

    @Test
    void aWarmUpClimbsEvenlyAndThenTheCosineBegins() {
        Schedule schedule =
                WrittenSchedule.of("\"epochs\": 11, \"learningRate\": 0.1, \"policy\": \"cosine\", \"warmUp\": 0.9");
        LearningRates rates = new LearningRates(schedule, 10);
        assertThat(rates.at(0)).isCloseTo(0.01, within(1e-12));
        assertThat(rates.at(8)).isCloseTo(0.09, within(1e-12));
        assertThat(rates.at(9)).isCloseTo(0.1, within(1e-12));
        assertThat(rates.at(59)).isCloseTo(0.05, within(1e-12));
        assertThat(rates.at(109)).isCloseTo(0, within(1e-12));
    }

    @Test
    void aCosineFallsFromTheBaseRateThroughHalfToNothing() {
        LearningRates rates = rates(Schedule.Policy.COSINE, 101);
        assertThat(rates.at(0)).isCloseTo(0.1, within(1e-12));
        assertThat(rates.at(50)).isCloseTo(0.05, within(1e-12));
        assertThat(rates.at(100)).isCloseTo(0, within(1e-12));
    }

    @Test
    void oneCycleClimbsToItsPeakAtThirtyPercentAndEndsFarBelowItsStart() {
        LearningRates rates = rates(Schedule.Policy.ONE_CYCLE, 101);
        assertThat(rates.at(0)).isCloseTo(0.1 / 25, within(1e-12));
        assertThat(rates.at(30)).isCloseTo(0.1, within(1e-12));
        assertThat(rates.at(65)).isCloseTo((0.1 + 0.1 / 250_000) / 2, within(1e-12));
        assertThat(rates.at(100)).isCloseTo(0.1 / 250_000, within(1e-12));
    }
}
