package io.github.tumorbench.press.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.tumorbench.press.analysis.statistics.Intervals;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.record.Run;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.Protocol;
import io.github.tumorbench.study.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtocolOutcomeTest {
    private static final List<String> CLASSES = List.of("a", "b");

    @Test
    void foldsArePooledAndPatientsJudgedByTheirMeanProbability() {
        // P1 (a): 0.9 and 0.2 and 0.6 for a, mean 0.567, right; P2 (b): 0.6 and 0.45 for a, mean 0.525, wrong.
        StudyRecord record = record(
                List.of(
                        new Protocol(Protocol.Name.PATIENT_DISJOINT, 1, 2),
                        new Protocol(Protocol.Name.PATIENT_DISJOINT, 2, 2)),
                experiment("net-patient-disjoint-fold1", "patient-disjoint-fold1", of(0, "a", 0.9), of(1, "a", 0.2)),
                experiment(
                        "net-patient-disjoint-fold2",
                        "patient-disjoint-fold2",
                        of(2, "a", 0.6),
                        of(3, "b", 0.6),
                        of(4, "b", 0.45),
                        of(5, "b", 0.1)));

        List<ProtocolOutcome> outcomes = ProtocolOutcome.of(record);

        assertThat(outcomes)
                .extracting(
                        ProtocolOutcome::experiment,
                        ProtocolOutcome::protocol,
                        ProtocolOutcome::folds,
                        ProtocolOutcome::testImages,
                        one -> one.accuracy().value(),
                        ProtocolOutcome::patients,
                        one -> one.patientAccuracy().value())
                .containsExactly(tuple("net", "patient-disjoint", 2, 6, 4.0 / 6, 2, 0.5));
    }

    @Test
    void theSourcesLabelsChangeTheAccuracyOfTheImagesTheyContradict() {
        // Images 6, 7 and 8 lie in folder a, but their source says b, and so does the network of two of them.
        StudyRecord record = record(
                List.of(Protocol.OFFICIAL),
                experiment(
                        "net-official",
                        "official",
                        of(0, "a", 0.9),
                        of(1, "a", 0.4),
                        of(2, "a", 0.8),
                        of(6, "a", 0.3),
                        of(7, "a", 0.7),
                        of(8, "a", 0.2)));

        ProtocolOutcome outcome = ProtocolOutcome.of(record).get(0);

        assertThat(outcome.folds()).isZero();
        assertThat(outcome.accuracy().value()).isEqualTo(3.0 / 6);
        assertThat(outcome.labels())
                .isEqualTo(new LabelSensitivity(3, 1, 2, Intervals.wilson(2, 3), Intervals.wilson(4, 6)));
    }

    @Test
    void withoutContradictedLabelsNothingChanges() {
        ProtocolOutcome outcome = ProtocolOutcome.of(record(
                        List.of(Protocol.OFFICIAL),
                        experiment("net-official", "official", of(0, "a", 0.9), of(1, "a", 0.4))))
                .get(0);

        assertThat(outcome.labels()).isEqualTo(new LabelSensitivity(0, 0, 0, outcome.accuracy(), outcome.accuracy()));
    }

    private static Prediction of(int number, String label, double a) {
        return SampleRecords.prediction(number, label, CLASSES, a, 1 - a);
    }

    private static ExperimentRecord experiment(String id, String protocol, Prediction... predictions) {
        Experiment one = SampleRecords.facts(id, "net", 1, 1);
        Experiment under = new Experiment(
                1,
                id,
                one.backbone(),
                List.of(),
                one.schedule(),
                protocol,
                one.input(),
                one.precision(),
                1,
                0,
                one.features(),
                one.embedding(),
                1,
                1,
                1,
                null,
                one.stoppingReason(),
                1,
                1,
                0,
                0,
                0,
                predictions.length,
                "0");
        return new ExperimentRecord(under, List.of(), List.of(predictions), List.of(), List.of(), List.of());
    }

    private static StudyRecord record(List<Protocol> protocols, ExperimentRecord... experiments) {
        Study study = new Study("s", "S", 1, null, protocols, null, List.of(), List.of(), Map.of(), null);
        Run run = new Run(1, study, "0", CLASSES, null, List.of(), List.of());
        List<ManifestRow> manifest = List.of(
                row(0, "P1"),
                row(1, "P1"),
                row(2, "P1"),
                row(3, "P2"),
                row(4, "P2"),
                row(5, null),
                row(6, null, "source-b"),
                row(7, null, "grey", "source-b"),
                row(8, null, "source-b"));
        return new StudyRecord(Path.of("record"), run, null, manifest, null, List.of(experiments));
    }

    private static ManifestRow row(int number, String patient, String... flags) {
        return new ManifestRow(
                "Testing/%04d.jpg".formatted(number), "0", 8, 8, "a", "testing", patient, null, List.of(flags));
    }
}
