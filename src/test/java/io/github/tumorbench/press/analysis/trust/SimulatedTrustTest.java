package io.github.tumorbench.press.analysis.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.press.analysis.SampleRecords;
import io.github.tumorbench.press.analysis.metrics.Outcomes;
import io.github.tumorbench.press.analysis.metrics.Simulation;
import org.junit.jupiter.api.Test;

/** What must happen to temperature and prediction sets on predictions from a known source. */
class SimulatedTrustTest {
    @Test
    void theTemperatureNeverChangesThePredictedClass() {
        Outcomes outcomes = new Simulation(3, 2).draw(new int[] {50, 50, 50, 50}, 4);
        for (double temperature : new double[] {0.02, 0.5, 1, 3, 90}) {
            Outcomes scaled = Temperature.scaled(outcomes, temperature);
            for (int i = 0; i < scaled.size(); i++) {
                double highest =
                        java.util.Arrays.stream(scaled.probabilities()[i]).max().orElseThrow();
                assertThat(scaled.confidence()[i]).isEqualTo(highest);
            }
            assertThat(scaled.predicted()).isEqualTo(outcomes.predicted());
        }
    }

    @Test
    void aFittedTemperatureLowersTheLossOfAnOverconfidentNetwork() {
        Simulation source = new Simulation(3, 3);
        Temperature temperature = Temperature.of(
                source.draw(new int[] {100, 100, 100, 100}, 1), source.draw(new int[] {100, 100, 100, 100}, 2), 4);
        assertThat(temperature.value()).isGreaterThan(1.5);
        assertThat(temperature.after().logLoss())
                .isLessThan(temperature.before().logLoss());
        assertThat(temperature.after().ece()).isLessThan(temperature.before().ece());
    }

    @Test
    void predictionSetsReachTheirLevelOnImagesOfTheSameSource() {
        Simulation source = new Simulation(3, 1.5);
        double[] levels = {0.90, 0.95, 0.99};
        double[] coverage = new double[3];
        int runs = 150;
        for (int run = 0; run < runs; run++) {
            Outcomes validation = source.draw(new int[] {60, 60, 60, 60}, 2 * run);
            Outcomes test = source.draw(new int[] {60, 60, 60, 60}, 2 * run + 1);
            Conformal conformal = ConformalSets.of(validation, test, SampleRecords.CLASSES);
            for (int level = 0; level < 3; level++) {
                coverage[level] += conformal.sets().get(level).coverage().value() / runs;
            }
        }
        for (int level = 0; level < 3; level++) {
            assertThat(coverage[level]).isBetween(levels[level] - 0.005, levels[level] + 0.012);
        }
    }

    @Test
    void theConformalThresholdIsTheScoreOfItsRank() {
        double[] nine = {.1, .2, .3, .4, .5, .6, .7, .8, .9};
        assertThat(Conformal.threshold(nine, 0.9)).isEqualTo(.9);
        assertThat(Conformal.threshold(nine, 0.5)).isEqualTo(.5);
        assertThat(Conformal.threshold(nine, 0.95)).isInfinite();
    }
}
