package io.github.tumorbench.press.analysis.files;

import static io.github.tumorbench.press.analysis.SampleRecords.experiment;
import static io.github.tumorbench.press.analysis.SampleRecords.prediction;
import static io.github.tumorbench.press.analysis.SampleRecords.study;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsJsonTest {
    private static final List<String> CLASSES = List.of("b", "a", "c");

    private final StudyAnalysis analysis = StudyAnalysis.of(study(
            CLASSES,
            experiment("second", prediction(0, "a", CLASSES, .2, .7, .1)),
            experiment(
                    "first",
                    prediction(0, "a", CLASSES, .2, .7, .1),
                    prediction(1, "a", CLASSES, .6, .3, .1),
                    prediction(2, "b", CLASSES, .6, .3, .1))));

    private final JsonNode root = read();

    private JsonNode read() {
        try {
            return new ObjectMapper().readTree(MetricsJson.write(analysis));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void experimentsAndClassesKeepTheirOrder() {
        List<String> ids = new ArrayList<>();
        root.get("experiments").fieldNames().forEachRemaining(ids::add);
        List<String> classes = new ArrayList<>();
        root.at("/experiments/first/classes").fieldNames().forEachRemaining(classes::add);
        assertThat(root.get("schemaVersion").asInt()).isEqualTo(1);
        assertThat(ids).containsExactly("second", "first");
        assertThat(classes).containsExactlyElementsOf(CLASSES);
    }

    @Test
    void numbersAreUnrounded() {
        JsonNode first = root.at("/experiments/first");
        assertThat(first.at("/accuracy/value").asDouble()).isEqualTo(2.0 / 3);
        assertThat(first.at("/accuracy/low").asDouble())
                .isEqualTo(Intervals.wilson(2, 3).low());
        assertThat(first.at("/accuracy/method").asText()).isEqualTo("Wilson 95 %");
        assertThat(first.at("/macro_f1").asDouble())
                .isEqualTo(analysis.experiment("first").overall().macroF1());
        assertThat(first.at("/classes/a/recall").asDouble()).isEqualTo(0.5);
        assertThat(first.at("/classes/a/support").asInt()).isEqualTo(2);
    }

    @Test
    void undefinedIsNullAndNotLeftOut() {
        JsonNode absent = root.at("/experiments/first/classes/c");
        for (String name : List.of("precision", "recall", "f1", "auroc", "average_precision")) {
            assertThat(absent.has(name)).as(name).isTrue();
            assertThat(absent.get(name).isNull()).as(name).isTrue();
        }
        assertThat(root.at("/experiments/first/absent_classes/0").asText()).isEqualTo("c");
        assertThat(root.at("/experiments/second/mcc").isNull()).isTrue();
    }

    @Test
    void everyContractedNameIsThere() {
        List<String> names = new ArrayList<>();
        root.at("/experiments/first").fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .contains(
                        "accuracy",
                        "balanced_accuracy",
                        "macro_f1",
                        "weighted_f1",
                        "mcc",
                        "kappa",
                        "auroc_macro",
                        "average_precision_macro",
                        "log_loss",
                        "brier",
                        "ece",
                        "classes");
    }

    @Test
    void theTextEndsInANewlineAndHasNoCarriageReturn() {
        assertThat(MetricsJson.write(analysis)).endsWith("}\n").doesNotContain("\r");
    }

    @Test
    void everyIntervalOfAMetricSaysHowItWasTaken() {
        JsonNode intervals = root.at("/experiments/first/intervals");
        for (OverallMetric metric : OverallMetric.values()) {
            JsonNode one = intervals.get(metric.key());
            assertThat(one.has("low") && one.has("bca") && one.has("percentile") && one.has("jackknife"))
                    .as(metric.key())
                    .isTrue();
            assertThat(one.get("method").asText()).as(metric.key()).isNotBlank();
        }
        assertThat(root.at("/bootstrap/resamples").asInt()).isEqualTo(Bootstrap.RESAMPLES);
        assertThat(root.at("/bootstrap/secondary_resamples").asInt()).isEqualTo(Bootstrap.SECONDARY);
        assertThat(root.at("/experiments/first/without_copies").isNull()).isTrue();
    }

    @Test
    void theTableSaysWhatTheTreeSays() {
        List<String[]> rows = MetricsCsv.metrics(analysis)
                .lines()
                .map(line -> line.split(",", -1))
                .toList();
        assertThat(rows.get(0))
                .containsExactly("experiment", "images", "class", "metric", "value", "low", "high", "method");
        String[] accuracy = rows.stream()
                .filter(row -> row[0].equals("first") && row[2].isEmpty() && row[3].equals("accuracy"))
                .findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(accuracy[4])).isEqualTo(2.0 / 3);
        assertThat(rows.stream().filter(row -> row[0].equals("second") && row[3].equals("mcc")))
                .singleElement()
                .satisfies(row -> assertThat(row[4]).isEmpty());
        assertThat(rows).hasSize(1 + 2 * (13 + 3 * 6));
    }
}
