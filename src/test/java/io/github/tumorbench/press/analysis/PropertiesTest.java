package io.github.tumorbench.press.analysis;

import static io.github.tumorbench.press.analysis.SampleRecords.study;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.press.analysis.files.MetricsJson;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.McNemar;
import io.github.tumorbench.press.analysis.statistics.ResamplingPlan;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.record.StudyRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What must happen to every number when a record is permuted, renamed or doubled. */
class PropertiesTest {
    private static final int RESAMPLES = 50;
    private static final StudyRecord RECORD = small();
    private static final StudyAnalysis PLAIN = StudyAnalysis.of(RECORD, RESAMPLES);

    /** Every sixth image of three backbones, half of the rest as validation images. */
    private static StudyRecord small() {
        return changed(SampleRecords.threeBackbones(), SampleRecords.CLASSES, one -> {
            List<Prediction> test = new ArrayList<>();
            List<Prediction> validation = new ArrayList<>();
            for (int i = 0; i < one.predictions().size(); i++) {
                (i % 6 == 0 ? test : validation).add(one.predictions().get(i));
            }
            return with(one, test, validation.subList(0, validation.size() / 2));
        });
    }

    private static ExperimentRecord with(ExperimentRecord one, List<Prediction> test, List<Prediction> validation) {
        return new ExperimentRecord(one.experiment(), one.history(), test, validation, one.projection(), one.gradcam());
    }

    private static StudyRecord changed(
            StudyRecord record, List<String> classes, UnaryOperator<ExperimentRecord> change) {
        return study(classes, record.experiments().stream().map(change).toArray(ExperimentRecord[]::new));
    }

    @Test
    void theOrderOfRowsChangesNothing() {
        StudyRecord shuffled = changed(RECORD, SampleRecords.CLASSES, one -> {
            List<Prediction> test = new ArrayList<>(one.predictions());
            List<Prediction> validation = new ArrayList<>(one.validation());
            Collections.shuffle(test, new Random(one.experiment().id().hashCode()));
            Collections.shuffle(validation, new Random(2));
            return with(one, test, validation);
        });
        assertThat(MetricsJson.write(StudyAnalysis.of(shuffled, RESAMPLES))).isEqualTo(MetricsJson.write(PLAIN));
    }

    @Test
    void otherNamesOfClassesChangeNothingButTheNames() {
        List<String> names = List.of("w", "x", "y", "z");
        UnaryOperator<String> rename = name -> names.get(SampleRecords.CLASSES.indexOf(name));
        StudyRecord renamed = changed(
                RECORD,
                names,
                one -> with(
                        one,
                        one.predictions().stream()
                                .map(row -> rename(row, rename))
                                .toList(),
                        one.validation().stream()
                                .map(row -> rename(row, rename))
                                .toList()));
        String expected = MetricsJson.write(PLAIN);
        for (String name : SampleRecords.CLASSES) {
            expected = expected.replace("\"" + name + "\"", "\"" + rename.apply(name) + "\"");
        }
        assertThat(MetricsJson.write(StudyAnalysis.of(renamed, RESAMPLES))).isEqualTo(expected);
    }

    private static Prediction rename(Prediction row, UnaryOperator<String> rename) {
        return new Prediction(
                row.file(),
                rename.apply(row.label()),
                rename.apply(row.predicted()),
                row.confidence(),
                row.probabilities(),
                row.logits());
    }

    @Test
    void aDoubledRecordHasTheSameValuesAndNarrowerIntervals() {
        StudyRecord doubled = changed(RECORD, SampleRecords.CLASSES, one -> {
            List<Prediction> twice = new ArrayList<>(one.predictions());
            one.predictions()
                    .forEach(row -> twice.add(new Prediction(
                            row.file() + "-2",
                            row.label(),
                            row.predicted(),
                            row.confidence(),
                            row.probabilities(),
                            row.logits())));
            return with(one, twice, one.validation());
        });
        StudyAnalysis analysis = StudyAnalysis.of(doubled, RESAMPLES);
        for (int i = 0; i < PLAIN.experiments().size(); i++) {
            ExperimentAnalysis once = PLAIN.experiments().get(i);
            ExperimentAnalysis twice = analysis.experiments().get(i);
            for (OverallMetric metric : OverallMetric.values()) {
                assertThat(twice.overall().value(metric))
                        .as(metric.key())
                        .isCloseTo(once.overall().value(metric), within(1e-12));
            }
            double before = width(once.overall().accuracy());
            assertThat(width(twice.overall().accuracy())).isBetween(0.65 * before, 0.75 * before);
            double area = width(once.classes().get(0).auroc());
            assertThat(width(twice.classes().get(0).auroc())).isLessThan(0.75 * area);
            assertThat(twice.temperature().value()).isEqualTo(once.temperature().value());
            assertThat(twice.calibration().classwise())
                    .isCloseTo(once.calibration().classwise(), within(1e-12));
        }
        Comparison pair = PLAIN.families().get(0).pairs().get(0);
        McNemar doubledTest =
                analysis.families().get(0).pair(pair.first(), pair.second()).mcNemar();
        assertThat(doubledTest.onlyFirst()).isEqualTo(2 * pair.mcNemar().onlyFirst());
        assertThat(doubledTest.onlySecond()).isEqualTo(2 * pair.mcNemar().onlySecond());
    }

    private static double width(Estimate one) {
        return one.high() - one.low();
    }

    @Test
    void resamplesDependOnNothingButTheirSeedAndNumber() {
        ResamplingPlan plan = ResamplingPlan.ofImages(new int[] {0, 0, 0, 1, 1, 2, 2, 2, 2});
        assertThat(plan.draw(1, 5)).isEqualTo(plan.draw(1, 5));
        assertThat(java.util.stream.IntStream.range(0, 50)
                        .mapToObj(number -> List.of(java.util.Arrays.toString(plan.draw(1, number))))
                        .distinct()
                        .count())
                .isGreaterThan(40);
        int[] weights = plan.draw(3, 0);
        assertThat(weights[0] + weights[1] + weights[2]).isEqualTo(3);
        assertThat(weights[3] + weights[4]).isEqualTo(2);
    }

    @Test
    void imagesOfAPatientAreDrawnTogether() {
        ResamplingPlan plan = ResamplingPlan.ofPatients(
                new int[] {0, 0, 0, 0, 1}, java.util.Arrays.asList("p", "p", "q", null, null));
        assertThat(plan.units()).isEqualTo(4);
        for (int number = 0; number < 20; number++) {
            int[] weights = plan.draw(1, number);
            assertThat(weights[0]).isEqualTo(weights[1]);
            assertThat(weights[0] + weights[2] + weights[3]).isEqualTo(3);
        }
    }
}
