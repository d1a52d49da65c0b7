package io.github.tumorbench.press.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tumorbench.press.analysis.metrics.ClassMetric;
import io.github.tumorbench.press.analysis.metrics.ClassMetrics;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.trust.CalibrationSummary;
import io.github.tumorbench.press.analysis.trust.Deferral;
import io.github.tumorbench.press.analysis.trust.Temperature;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.Prediction;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Five sets of predictions against scikit-learn, NumPy and SciPy: {@code statistics/make.py} wrote them. */
class ReferenceTest {
    private static final List<String> CLASSES = List.of("a", "b", "c", "d");
    private static final double EXACT = 1e-12;

    record Scenario(JsonNode expected, ExperimentAnalysis actual) {
        @Override
        public String toString() {
            return expected.get("name").asText();
        }
    }

    static Stream<Scenario> scenarios() throws IOException {
        try (InputStream in = ReferenceTest.class.getResourceAsStream("/statistics/metrics.json")) {
            List<Scenario> scenarios = new ArrayList<>();
            for (JsonNode one : new ObjectMapper().readTree(in)) {
                scenarios.add(new Scenario(one, analyse(one)));
            }
            assertThat(scenarios).hasSize(5);
            return scenarios.stream();
        }
    }

    private static ExperimentAnalysis analyse(JsonNode scenario) {
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < scenario.get("truth").size(); i++) {
            String label = CLASSES.get(scenario.get("truth").get(i).asInt());
            Prediction one = SampleRecords.prediction(
                    i, label, CLASSES, doubles(scenario.get("probabilities").get(i)));
            List<Double> logits = new ArrayList<>();
            scenario.get("logits").get(i).forEach(value -> logits.add(value.asDouble()));
            rows.add(new Prediction(
                    one.file(), one.label(), one.predicted(), one.confidence(), one.probabilities(), logits));
        }
        ExperimentRecord record = new ExperimentRecord(
                SampleRecords.facts("x", "MobileNetV2", 0, 0), List.of(), rows, rows, List.of(), List.of());
        return StudyAnalysis.of(SampleRecords.study(CLASSES, record), 10)
                .experiments()
                .get(0);
    }

    private static double[] doubles(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asDouble();
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void overallMetricsEqualScikitLearns(Scenario scenario) {
        for (OverallMetric metric : OverallMetric.values()) {
            assertThat(scenario.actual().overall().value(metric))
                    .as(metric.key())
                    .isCloseTo(
                            scenario.expected().at("/overall/" + metric.key()).asDouble(), within(EXACT));
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void metricsOfEachClassEqualScikitLearns(Scenario scenario) {
        for (int label = 0; label < CLASSES.size(); label++) {
            ClassMetrics one = scenario.actual().classes().get(label);
            for (ClassMetric metric : ClassMetric.values()) {
                Double value =
                        switch (metric) {
                            case RECALL -> one.recall().value();
                            case SPECIFICITY -> one.specificity().value();
                            case PRECISION -> one.precision().value();
                            case F1 -> one.f1();
                            case AUROC -> one.auroc().value();
                            case AVERAGE_PRECISION -> one.averagePrecision();
                        };
                assertThat(value)
                        .as(metric.key() + " of " + one.name())
                        .isCloseTo(
                                scenario.expected()
                                        .at("/classes/" + metric.key())
                                        .get(label)
                                        .asDouble(),
                                within(EXACT));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void calibrationErrorsEqualTheirDefinitions(Scenario scenario) {
        JsonNode expected = scenario.expected().get("calibration");
        CalibrationSummary actual = scenario.actual().calibration();
        assertThat(actual.ece()).isEqualTo(scenario.actual().overall().ece(), within(EXACT));
        assertThat(actual.eceEqualMass())
                .isCloseTo(expected.get("ece_equal_mass").asDouble(), within(EXACT));
        assertThat(actual.rmsce()).isCloseTo(expected.get("rmsce").asDouble(), within(EXACT));
        assertThat(actual.mce()).isCloseTo(expected.get("mce").asDouble(), within(EXACT));
        assertThat(actual.classwise()).isCloseTo(expected.get("classwise_ece").asDouble(), within(EXACT));
        CalibrationSummary.BrierParts parts = actual.parts();
        assertThat(parts.reliability())
                .isCloseTo(expected.get("brier_reliability").asDouble(), within(EXACT));
        assertThat(parts.resolution())
                .isCloseTo(expected.get("brier_resolution").asDouble(), within(EXACT));
        assertThat(parts.uncertainty())
                .isCloseTo(expected.get("brier_uncertainty").asDouble(), within(EXACT));
        assertThat(parts.reliability() - parts.resolution() + parts.uncertainty() + parts.within())
                .isCloseTo(scenario.actual().overall().brier(), within(EXACT));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void riskOverCoverageEqualsItsDefinition(Scenario scenario) {
        Deferral deferral = scenario.actual().deferral();
        assertThat(deferral.aurc()).isCloseTo(scenario.expected().get("aurc").asDouble(), within(EXACT));
        assertThat(deferral.excess())
                .isCloseTo(scenario.expected().get("excess_aurc").asDouble(), within(EXACT));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theTemperatureEqualsScipysRoot(Scenario scenario) {
        Temperature temperature = scenario.actual().temperature();
        assertThat(temperature.value())
                .isCloseTo(scenario.expected().get("temperature").asDouble(), within(1e-9));
        assertThat(temperature.after().logLoss())
                .isCloseTo(scenario.expected().get("log_loss_after").asDouble(), within(1e-11));
    }
}
