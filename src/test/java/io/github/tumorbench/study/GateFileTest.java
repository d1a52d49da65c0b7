package io.github.tumorbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.tumorbench.study.Gate.Metric;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateFileTest {
    private static final String STUDY =
            """
            study: small
            title: Small
            seed: 1
            dataset: {source: image-folder}
            experiments:
              - {backbone: MobileNetV2, weights: imagenet, schedule: frozen}
            schedules:
              frozen: {epochs: 3, learningRate: 1e-3}
            """;

    private static Study parse(String yaml) {
        return StudyReader.parse("x.yaml", yaml, Path.of("")).study();
    }

    @Test
    void aFileThatSaysNothingHasTheUsualGate() {
        Gate usual = new Gate(
                0.01, 0.05, List.of(Metric.ACCURACY, Metric.BALANCED_ACCURACY, Metric.MACRO_F1, Metric.AUROC_MACRO));
        assertThat(parse(STUDY).gate()).isEqualTo(usual);
        assertThat(parse(STUDY + "gate: {}").gate()).isEqualTo(usual);
    }

    @Test
    void everyKeyReachesItsPlace() {
        Study study = parse(STUDY + "gate: {margin: 0.02, alpha: 0.01, metrics: [log_loss, macro_f1]}");
        assertThat(study.gate()).isEqualTo(new Gate(0.02, 0.01, List.of(Metric.LOG_LOSS, Metric.MACRO_F1)));
        assertThat(StudyJson.fromTree("x", StudyJson.toTree(study))).isEqualTo(study);
    }

    @Test
    void everyMetricHasAWord() {
        String words =
                String.join(", ", Arrays.stream(Metric.values()).map(Words::of).toList());
        assertThat(words)
                .isEqualTo(
                        "accuracy, balanced_accuracy, macro_f1, weighted_f1, mcc, kappa, auroc_macro, auroc_weighted,"
                                + " average_precision_macro, log_loss, brier");
        assertThat(parse(STUDY + "gate: {metrics: [" + words + "]}").gate().metrics())
                .containsExactly(Metric.values());
    }

    /** Records from before there was a gate keep their study's digest. */
    @Test
    void theUsualGateIsNotWrittenSoThatDigestsStay() {
        assertThat(StudyJson.toTree(parse(STUDY)).has("gate")).isFalse();
        assertThat(StudyJson.digest(parse(STUDY + "gate: {margin: 0.01}"))).isEqualTo(StudyJson.digest(parse(STUDY)));
        assertThat(StudyJson.digest(parse(STUDY + "gate: {margin: 0.02}")))
                .isNotEqualTo(StudyJson.digest(parse(STUDY)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gate: 3|gate: expected a mapping with margin, alpha and metrics, found 3 (line 9)",
                "gate: {margin: -1}|gate.margin: expected a number of at least 0 and below 1, found -1 (line 9)",
                "gate: {margin: 1}|gate.margin: expected a number of at least 0 and below 1, found 1 (line 9)",
                "gate: {alpha: 0}|gate.alpha: expected a number above 0 and at most 0.5, found 0 (line 9)",
                "gate: {metrics: []}|gate.metrics: expected a list of at least one metric, found an empty list (line 9)",
                "gate: {metrics: [kappa, kappa]}|gate.metrics[1]: expected each metric once, found kappa again (line 9)",
                "gate: {metric: [kappa]}|gate.metric: unknown key; did you mean metrics? (line 9)"
            })
    void aMistakeIsOneLine(String gate, String line) {
        assertThat(problems(STUDY + gate)).containsExactly("x.yaml: " + line);
    }

    @Test
    void aMetricThatCannotBeTestedIsRefusedWithThoseThatCan() {
        assertThat(problems(STUDY + "gate: {metrics: [ece]}"))
                .containsExactly("x.yaml: gate.metrics[0]: expected one of accuracy, balanced_accuracy, macro_f1,"
                        + " weighted_f1, mcc, kappa, auroc_macro, auroc_weighted, average_precision_macro, log_loss,"
                        + " brier, found ece (line 9)");
    }

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(InputException.class, () -> parse(yaml)).problems();
    }
}
