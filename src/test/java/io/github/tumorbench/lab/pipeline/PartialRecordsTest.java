package io.github.tumorbench.lab.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.record.Audit;
import io.github.tumorbench.record.Execution;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.record.RecordReader;
import io.github.tumorbench.record.RecordWriter;
import io.github.tumorbench.record.Run;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.ExperimentSpec;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.Protocol;
import io.github.tumorbench.study.Study;
import io.github.tumorbench.study.StudyFile;
import io.github.tumorbench.study.StudyJson;
import io.github.tumorbench.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a made-up record of the smoke study; that real parts give the real whole is WholeWayTest's to show. */
class PartialRecordsTest {
    private static final StudyFile FILE = StudyReader.readEmbedded("smoke.yaml");
    private static final Study STUDY = FILE.study();
    private static final List<String> CLASSES = List.of("a", "b");
    private static final String FULL = "mobilenetv2-full-official";
    private static final String FROZEN = "efficientnetb0-frozen-official";
    private static final String LAST = "efficientnetb0-last-10-official";

    private static final Run.Provenance PROVENANCE =
            new Run.Provenance("1", "c", false, "set", "d", Map.of(), Map.of("tensorflow", "2"), Map.of("study", 7L));

    @TempDir
    private Path folder;

    private int number;

    private StudyRecord part(Run.Provenance provenance, String... ids) throws IOException {
        return part(STUDY, provenance, 1, ids);
    }

    private StudyRecord part(Study study, Run.Provenance provenance, int shift, String... ids) throws IOException {
        Path place = Files.createDirectories(folder.resolve("part-" + ++number));
        String digest = StudyJson.digest(study);
        List<Run.LedgerEntry> ledger = new ArrayList<>();
        List<Execution.Stage> stages = new ArrayList<>();
        List<Execution.Latency> latencies = new ArrayList<>();
        List<ExperimentRecord> experiments = new ArrayList<>();
        for (String id : ids) {
            ledger.add(new Run.LedgerEntry("2026-01-01", study.study(), digest, id, 1));
            stages.add(new Execution.Stage("training", id, number, false));
            latencies.add(new Execution.Latency(id, 1, number, 1));
            experiments.add(experiment(id, shift));
        }
        Run run = new Run(StudyRecord.SCHEMA_VERSION, study, digest, CLASSES, provenance, List.of(ids), ledger);
        Execution execution = new Execution(
                StudyRecord.SCHEMA_VERSION,
                "2026-01-01T0" + number + ":00:00Z",
                "2026-01-01T0" + number + ":30:00Z",
                new Execution.Host("Linux", "amd64", "CPU " + number, 2, 1, "17"),
                number,
                stages,
                latencies);
        List<ManifestRow> manifest = List.of(
                new ManifestRow("t.png", "1", 1, 1, "a", "testing", null, null, List.of()),
                new ManifestRow("v.png", "2", 1, 1, "b", "validation", null, null, List.of()));
        Audit audit = new Audit(StudyRecord.SCHEMA_VERSION, "set", "unknown", 2, List.of());
        RecordWriter.write(new StudyRecord(place, run, execution, manifest, audit, experiments), place);
        return RecordReader.read(place);
    }

    private static ExperimentRecord experiment(String id, int shift) {
        double a = id.length() % 7 + shift;
        Experiment facts = new Experiment(
                StudyRecord.SCHEMA_VERSION,
                id,
                "Net",
                List.of(),
                "frozen",
                "official",
                48,
                "fp32",
                1,
                0,
                "layer",
                1,
                1,
                1,
                1,
                new Experiment.Pretrained("random", null, null, 0, 1, List.of()),
                "whole",
                1,
                1,
                1,
                1,
                1,
                1,
                "m-" + id);
        return new ExperimentRecord(
                facts, List.of(), List.of(row("t.png", "a", a)), List.of(row("v.png", "b", -a)), List.of(), List.of());
    }

    private static Prediction row(String file, String label, double logit) {
        double p = 1 / (1 + Math.exp(-logit));
        return new Prediction(
                file, label, p >= 0.5 ? "a" : "b", Math.max(p, 1 - p), List.of(p, 1 - p), List.of(logit, 0.0));
    }

    private StudyRecord merge(StudyRecord... parts) throws IOException {
        Path whole = Files.createDirectories(folder.resolve("whole-" + ++number));
        PartialRecords.merge(List.of(parts), whole);
        return RecordReader.read(whole);
    }

    @Test
    void thePartsMakeTheStudyWithItsEnsemblesInItsOrder() throws IOException {
        StudyRecord whole = merge(part(PROVENANCE, LAST), part(PROVENANCE, FROZEN, FULL));
        assertThat(whole.run().experiments()).containsExactly(FULL, FROZEN, LAST, "ensemble-both");
        ExperimentRecord ensemble = whole.experiments().get(3);
        assertThat(ensemble.experiment().members()).containsExactly(FULL, FROZEN);
        double mean =
                (whole.experiments().get(0).predictions().get(0).probabilities().get(0)
                                + whole.experiments()
                                        .get(1)
                                        .predictions()
                                        .get(0)
                                        .probabilities()
                                        .get(0))
                        / 2;
        assertThat(ensemble.predictions().get(0).probabilities().get(0)).isEqualTo(mean);
        assertThat(whole.run().ledger()).extracting(Run.LedgerEntry::experiment).containsExactly(FROZEN, LAST, FULL);
    }

    @Test
    void theOrderOfThePartsDoesNotMatter() throws IOException {
        StudyRecord one = part(PROVENANCE, LAST);
        StudyRecord two = part(PROVENANCE, FROZEN);
        StudyRecord three = part(PROVENANCE, FULL);
        StudyRecord first = merge(one, two, three);
        StudyRecord second = merge(three, one, two);
        assertThat(second.run()).isEqualTo(first.run());
        assertThat(second.experiments()).isEqualTo(first.experiments());
    }

    @Test
    void theExecutionTellsOfEveryMachine() throws IOException {
        Execution whole =
                merge(part(PROVENANCE, LAST), part(PROVENANCE, FROZEN, FULL)).execution();
        assertThat(whole.hosts()).extracting(Execution.Host::cpu).containsExactly("CPU 1", "CPU 2");
        assertThat(whole.started()).isEqualTo("2026-01-01T01:00:00Z");
        assertThat(whole.finished()).isEqualTo("2026-01-01T02:30:00Z");
        assertThat(whole.peakResidentBytes()).isEqualTo(2);
        assertThat(whole.stages()).hasSize(3);
        assertThat(whole.latencies()).extracting(Execution.Latency::experiment).containsExactly(FULL, FROZEN, LAST);
    }

    @Test
    void picturesComeAlong() throws IOException {
        StudyRecord part = part(PROVENANCE, LAST);
        Path picture = part.folder().resolve("experiments/" + LAST + "/pictures/1.png");
        Files.createDirectories(picture.getParent());
        Files.write(picture, new byte[] {1, 2, 3});
        StudyRecord whole = merge(part, part(PROVENANCE, FROZEN, FULL));
        assertThat(whole.folder().resolve("experiments/" + LAST + "/pictures/1.png"))
                .hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void anExperimentInTwoPartsMustBeTheSameInBoth() throws IOException {
        StudyRecord all = part(PROVENANCE, FULL, FROZEN, LAST);
        assertThat(merge(all, part(PROVENANCE, LAST)).run().experiments()).hasSize(4);
        StudyRecord other = part(STUDY, PROVENANCE, 2, LAST);
        assertThatThrownBy(() -> merge(all, other))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        other.folder() + ": expected " + LAST + " as in the parts before, found it with other results");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        StudyRecord part = part(PROVENANCE, FROZEN);
        assertThatThrownBy(() -> merge(part))
                .isInstanceOf(InputException.class)
                .hasMessage("smoke: expected parts that make the whole study together, found none with " + FULL + ", "
                        + LAST);
    }

    @Test
    void partsOfOtherCodeDataOrLibrariesAreRefusedInOneLine() throws IOException {
        refused(p -> provenance("2", p.commit(), false, "d", "2"), "version of tumorbench", "1", "2");
        refused(p -> provenance("1", "x", false, "d", "2"), "commit", "c", "x");
        refused(p -> provenance("1", "c", true, "d", "2"), "state of the working tree", "unchanged", "changed");
        refused(p -> provenance("1", "c", false, "e", "2"), "images, by their digest", "d", "e");
        refused(
                p -> provenance("1", "c", false, "d", "3"),
                "versions of the libraries",
                "{tensorflow=2}",
                "{tensorflow=3}");
    }

    private void refused(UnaryOperator<Run.Provenance> change, String what, String expected, String found)
            throws IOException {
        StudyRecord first = part(PROVENANCE, FULL);
        StudyRecord other = part(change.apply(PROVENANCE), FROZEN, LAST);
        assertThatThrownBy(() -> merge(first, other))
                .isInstanceOf(InputException.class)
                .hasMessage("%s: expected the same %s as in %s, %s, found %s"
                        .formatted(other.folder(), what, first.folder(), expected, found));
    }

    private static Run.Provenance provenance(
            String version, String commit, boolean dirty, String digest, String tensorflow) {
        return new Run.Provenance(
                version, commit, dirty, "set", digest, Map.of(), Map.of("tensorflow", tensorflow), Map.of("study", 7L));
    }

    @Test
    void partsOfAnotherStudyOrWithOtherWeightsAreRefused() throws IOException {
        Study other = StudyReader.readEmbedded("demo.yaml").study();
        StudyRecord first = part(weights("1"), FULL);
        StudyRecord demo = part(other, weights("1"), 1, FROZEN);
        assertThatThrownBy(() -> merge(first, demo)).hasMessageContaining("expected the same study as in");
        StudyRecord bytes = part(weights("2"), FROZEN);
        assertThatThrownBy(() -> merge(first, bytes)).hasMessageContaining("expected the same bytes of w.h5 as in");
    }

    private static Run.Provenance weights(String digest) {
        return new Run.Provenance(
                "1", "c", false, "set", "d", Map.of("w.h5", digest), Map.of("tensorflow", "2"), Map.of("study", 7L));
    }

    @Test
    void namesChooseUnderEveryProtocolAndIdsUnderOne() {
        Study study = StudyReader.parse(
                        "s",
                        """
                        study: s
                        title: S
                        seed: 1
                        dataset: {source: image-folder}
                        protocols: [official, official-deduplicated]
                        experiments:
                          - {backbone: MobileNetV2, weights: random, schedule: frozen}
                          - {backbone: ResNet50, weights: random, schedule: frozen}
                        schedules:
                          frozen: {epochs: 5, learningRate: 1e-3}
                        """,
                        folder)
                .study();
        StudyFile file = new StudyFile("s", folder, "0", study);
        assertThat(Chosen.of(file, List.of("mobilenetv2")).ids())
                .containsExactlyInAnyOrder("mobilenetv2-frozen-official", "mobilenetv2-frozen-official-deduplicated");
        assertThat(Chosen.of(file, List.of("resnet50-frozen", "mobilenetv2-frozen-official"))
                        .ids())
                .containsExactlyInAnyOrder(
                        "resnet50-frozen-official",
                        "resnet50-frozen-official-deduplicated",
                        "mobilenetv2-frozen-official");
        ExperimentSpec first = study.experiments().get(0);
        Chosen one = Chosen.of(file, List.of("mobilenetv2-frozen-official"));
        assertThat(one.has(first, Protocol.OFFICIAL)).isTrue();
        assertThat(one.has(first, study.protocols().get(1))).isFalse();
        assertThat(Chosen.all(study).ids()).hasSize(4);
        assertThatThrownBy(() -> Chosen.of(file, List.of("resnet", "ensemble-x")))
                .isInstanceOf(InputException.class)
                .hasMessage("--only: expected experiments or backbones of s (MobileNetV2, ResNet50, mobilenetv2-frozen,"
                        + " resnet50-frozen), found resnet\n--only: expected experiments or backbones of s"
                        + " (MobileNetV2, ResNet50, mobilenetv2-frozen, resnet50-frozen), found ensemble-x");
    }
}
