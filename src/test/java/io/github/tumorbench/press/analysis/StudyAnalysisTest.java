package io.github.tumorbench.press.analysis;

import static io.github.tumorbench.press.analysis.SampleRecords.facts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.ExperimentRecord.RefitEpoch;
import io.github.tumorbench.record.Explanations;
import io.github.tumorbench.record.Run;
import io.github.tumorbench.record.StudyRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StudyAnalysisTest {
    @Test
    void experimentsComeInTheStudysOrderWhateverTheFilesOrder() {
        StudyRecord record =
                SampleRecords.study(List.of("a"), SampleRecords.experiment("z"), SampleRecords.experiment("a"));
        List<io.github.tumorbench.record.ExperimentRecord> reversed = new ArrayList<>(record.experiments());
        Collections.reverse(reversed);
        Run run = record.run();
        StudyRecord shuffled = new StudyRecord(record.folder(), run, null, record.manifest(), null, reversed);
        assertThat(StudyAnalysis.of(shuffled).experiments())
                .extracting(ExperimentAnalysis::id)
                .containsExactly("z", "a");
    }

    @Test
    void theBackboneIsNameEnoughWhereItIsUnique() {
        assertThat(names(facts("x", "ResNet50", 0, 0), facts("y", "MobileNetV2", 0, 0)))
                .containsExactly("ResNet50", "MobileNetV2");
    }

    @Test
    void theScheduleFollowsWhereABackboneIsThereTwice() {
        Experiment frozen = facts("x", "ResNet50", 0, 0);
        Experiment full = under("y", "full", "official");
        assertThat(names(frozen, full)).containsExactly("ResNet50 (frozen)", "ResNet50 (full)");
    }

    @Test
    void theProtocolAloneIsNamedWhereItAloneTellsExperimentsApart() {
        assertThat(names(under("x", "full", "official"), under("y", "full", "patient-disjoint")))
                .containsExactly("ResNet50 (official)", "ResNet50 (patient-disjoint)");
    }

    @Test
    void aRefitIsNamedWhereItAloneTellsExperimentsApart() {
        ExperimentRecord first = record(under("x", "full", "official"), List.of());
        ExperimentRecord refit = record(under("y", "full", "official"), List.of(new RefitEpoch(1, 0.001, 0.5, 0.75)));
        assertThat(names(List.of(first, refit))).containsExactly("ResNet50 (full)", "ResNet50 (full with refit)");
    }

    @Test
    void theIdIsTheNameWhereNothingShorterTellsExperimentsApart() {
        assertThat(names(facts("x", "ResNet50", 0, 0), facts("y", "ResNet50", 0, 0)))
                .containsExactly("x", "y");
    }

    @Test
    void predictionsAreFoundForProjectedImages() {
        StudyAnalysis study = StudyAnalysis.of(SampleRecords.threeBackbones(), 100);
        ExperimentAnalysis one = study.experiments().get(0);
        long wrong = one.projection().stream().filter(image -> !image.correct()).count();
        assertThat(one.projection()).hasSize(1311);
        assertThat(wrong)
                .isEqualTo(one.confusion().total() - one.confusion().correct())
                .isPositive();
    }

    private static Experiment under(String id, String schedule, String protocol) {
        return new Experiment(
                1,
                id,
                "ResNet50",
                List.of(),
                schedule,
                protocol,
                224,
                "fp32",
                1,
                0,
                "f",
                1,
                1,
                1,
                1,
                null,
                "",
                0,
                0,
                0,
                0,
                0,
                0,
                "0");
    }

    private static List<String> names(Experiment... experiments) {
        return names(Stream.of(experiments).map(one -> record(one, List.of())).toList());
    }

    private static List<String> names(List<ExperimentRecord> experiments) {
        return new ArrayList<>(ExperimentName.ofAll(experiments).values());
    }

    private static ExperimentRecord record(Experiment experiment, List<RefitEpoch> refit) {
        return new ExperimentRecord(
                experiment, List.of(), refit, List.of(), List.of(), List.of(), List.of(), Explanations.EMPTY);
    }
}
