package io.github.tumorbench.press.analysis.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tumorbench.press.analysis.Comparison;
import io.github.tumorbench.press.analysis.SampleRecords;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.changes.FactChange.Area;
import io.github.tumorbench.press.analysis.files.ChangesJson;
import io.github.tumorbench.press.analysis.statistics.McNemar;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.record.Run;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.Study;
import io.github.tumorbench.study.StudyReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final List<String> CLASSES = SampleRecords.CLASSES;

    private static final String STUDY =
            """
            study: s
            title: S
            seed: 1
            dataset: {source: image-folder}
            experiments:
              - {backbone: MobileNetV2, weights: random, schedule: frozen}
            schedules:
              frozen: {epochs: 5, learningRate: 1e-3}
            """;

    private static StudyRecord three() {
        return SampleRecords.threeBackbones();
    }

    private static StudyRecord with(StudyRecord record, List<ExperimentRecord> experiments) {
        return new StudyRecord(record.folder(), record.run(), null, record.manifest(), null, experiments);
    }

    /** The second experiment's predictions under the first one's id. */
    private static StudyRecord firstReplaced() {
        StudyRecord record = three();
        ExperimentRecord first = record.experiments().get(0);
        ExperimentRecord second = record.experiments().get(1);
        ExperimentRecord replaced = new ExperimentRecord(
                first.experiment(),
                first.history(),
                second.predictions(),
                first.validation(),
                first.projection(),
                first.gradcam());
        return with(record, List.of(replaced, second, record.experiments().get(2)));
    }

    @Test
    void aRecordDoesNotDifferFromItself() {
        Changes changes = Changes.between(three(), three());
        assertThat(changes.none()).isTrue();
        assertThat(changes.experiments()).hasSize(3).allSatisfy(one -> {
            assertThat(one.moved()).isFalse();
            assertThat(one.metrics()).hasSize(13 + 4 * 6);
        });
    }

    /** What the comparison page says of two experiments holds for one experiment in two records. */
    @Test
    void differencesAreThoseOfTheComparisonOfTwoExperiments() {
        Changes changes = Changes.between(three(), firstReplaced(), 500);
        assertThat(changes.moved()).extracting(ExperimentChange::id).containsExactly("mobilenetv2-frozen-official");
        ExperimentChange moved = changes.moved().get(0);
        Comparison expected = StudyAnalysis.of(three(), 500).families().get(0).pairs().stream()
                .filter(pair -> pair.first().equals("resnet50-frozen-official")
                        && pair.second().equals("mobilenetv2-frozen-official"))
                .findFirst()
                .orElseThrow();
        assertThat(moved.paired()).isTrue();
        assertThat(moved.onlyAfter()).isEqualTo(expected.mcNemar().onlyFirst());
        assertThat(moved.onlyBefore()).isEqualTo(expected.mcNemar().onlySecond());
        MetricChange accuracy = metric(moved, "accuracy", null);
        assertThat(accuracy.difference()).isEqualTo(expected.accuracy().best());
        assertThat(accuracy.p()).isEqualTo(expected.mcNemar().p());
        assertThat(accuracy.test()).isEqualTo("McNemar, exact");
        assertThat(metric(moved, "macro_f1", null).difference())
                .isEqualTo(expected.macroF1().best());
        MetricChange area = metric(moved, "auroc", "meningioma");
        assertThat(area.p()).isEqualTo(expected.areas().get(1).p());
        assertThat(area.test()).isEqualTo("DeLong, paired");
        assertThat(area.holm()).isNull();
        assertThat(metric(moved, "ece", null).difference().hasInterval()).isFalse();
    }

    /** The jackknife's t of accuracy is McNemar's classical z but for how it counts the mean and the degrees of freedom. */
    @Test
    void theTestOfOtherMetricsAgreesWithMcNemarWhereBothApply() {
        ExperimentChange moved =
                Changes.between(three(), firstReplaced(), 1).moved().get(0);
        McNemar counts = new McNemar(
                moved.onlyBefore(),
                moved.onlyAfter(),
                metric(moved, "accuracy", null).p());
        assertThat(metric(moved, "balanced_accuracy", null).p())
                .isCloseTo(counts.chiSquared(false).p(), within(0.01));
    }

    @Test
    void otherTestImagesAreComparedUnpaired() {
        StudyRecord before = three();
        List<ExperimentRecord> fewer = new ArrayList<>();
        for (ExperimentRecord one : firstReplaced().experiments()) {
            fewer.add(new ExperimentRecord(
                    one.experiment(),
                    one.history(),
                    one.predictions().subList(0, 1310),
                    one.validation(),
                    one.projection(),
                    one.gradcam()));
        }
        ExperimentChange paired =
                Changes.between(before, firstReplaced()).experiments().get(0);
        ExperimentChange unpaired =
                Changes.between(before, with(before, fewer)).experiments().get(0);
        assertThat(unpaired.paired()).isFalse();
        assertThat(unpaired.onlyBefore()).isNull();
        assertThat(unpaired.imagesAfter()).isEqualTo(1310);
        MetricChange accuracy = metric(unpaired, "accuracy", null);
        assertThat(accuracy.test()).isEqualTo(UnpairedContrast.JACKKNIFE);
        assertThat(accuracy.difference().method()).isEqualTo(UnpairedContrast.METHOD);
        // Two accuracies of 1311 images: the variances of two binomials within classes, added.
        assertThat(accuracy.difference().low())
                .isLessThan(accuracy.difference().value())
                .isGreaterThan(metric(paired, "accuracy", null).difference().low() - 0.05);
    }

    @Test
    void imagesOfOtherBytesAreOtherImages() {
        StudyRecord before = withManifest(three(), "aa");
        assertThat(Changes.between(before, withManifest(firstReplaced(), "aa"), 1)
                        .experiments())
                .allMatch(ExperimentChange::paired);
        Changes other = Changes.between(before, withManifest(firstReplaced(), "bb"), 1);
        assertThat(other.experiments()).noneMatch(ExperimentChange::paired);
        assertThat(other.facts()).contains(new FactChange(Area.DATA, "images with other bytes", null, "1311"));
    }

    private static StudyRecord withManifest(StudyRecord record, String digest) {
        List<ManifestRow> manifest = record.experiments().get(0).predictions().stream()
                .map(one -> new ManifestRow(one.file(), digest, 1, 1, one.label(), "testing", null, null, List.of()))
                .toList();
        return new StudyRecord(record.folder(), record.run(), null, manifest, null, record.experiments());
    }

    @Test
    void everyKindOfFactIsNamed() {
        Run.Provenance one = new Run.Provenance(
                "0.1.0", "aaa", false, "set", "11", Map.of("w.h5", "22"), Map.of("djl", "1"), Map.of("study", 1L));
        Run.Provenance two = new Run.Provenance(
                "0.2.0", "bbb", true, "set", "12", Map.of("v.h5", "23"), Map.of("djl", "2"), Map.of("study", 2L));
        Changes changes = Changes.between(
                run(STUDY, one),
                run(STUDY.replace("epochs: 5", "epochs: 7").replace("weights: random", "weights: imagenet"), two),
                1);
        assertThat(changes.facts())
                .containsExactly(
                        new FactChange(Area.DATA, "digest", "11", "12"),
                        new FactChange(Area.WEIGHTS, "w.h5", "22", null),
                        new FactChange(Area.WEIGHTS, "v.h5", null, "23"),
                        new FactChange(Area.CODE, "version", "0.1.0", "0.2.0"),
                        new FactChange(Area.CODE, "commit", "aaa", "bbb"),
                        new FactChange(Area.CODE, "uncommitted changes", "no", "yes"),
                        new FactChange(
                                Area.CONFIGURATION, "experiments.mobilenetv2-frozen.weights", "random", "imagenet"),
                        new FactChange(Area.CONFIGURATION, "schedules.frozen.epochs", "5", "7"),
                        new FactChange(Area.CONFIGURATION, "seed of study", "1", "2"),
                        new FactChange(Area.ENVIRONMENT, "djl", "1", "2"));
    }

    /** One more experiment is one more: those after it have not changed. */
    @Test
    void experimentsOfTheStudyGoByTheirNames() {
        Run.Provenance same = new Run.Provenance("1", "a", false, "set", "1", Map.of(), Map.of(), Map.of());
        Changes changes = Changes.between(
                run(STUDY, same),
                run(
                        STUDY.replace(
                                "  - {backbone: M",
                                "  - {backbone: ResNet50, weights: random, schedule: frozen}\n  - {backbone: M"),
                        same),
                1);
        assertThat(changes.facts()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.name()).startsWith("experiments.resnet50-frozen.");
            assertThat(one.before()).isNull();
        });
    }

    private static StudyRecord run(String yaml, Run.Provenance provenance) {
        Study study = StudyReader.parse("s", yaml, Path.of("")).study();
        Run run = new Run(1, study, "0", CLASSES, provenance, List.of(), List.of());
        return new StudyRecord(Path.of("record"), run, null, List.of(), null, List.of());
    }

    @Test
    void experimentsOfOneRecordOnlyAreNamed() {
        StudyRecord all = three();
        Changes changes = Changes.between(
                with(all, all.experiments().subList(0, 2)),
                with(all, all.experiments().subList(1, 3)),
                1);
        assertThat(changes.missing()).containsExactly("mobilenetv2-frozen-official");
        assertThat(changes.added()).containsExactly("efficientnetb0-frozen-official");
    }

    @Test
    void theJsonListsOnlyWhatMoved() throws Exception {
        JsonNode json =
                new ObjectMapper().readTree(ChangesJson.write(Changes.between(three(), firstReplaced(), 50), null));
        assertThat(json.get("experiments").size()).isEqualTo(1);
        JsonNode metrics = json.at("/experiments/mobilenetv2-frozen-official/metrics");
        assertThat(metrics).allSatisfy(one -> assertThat(one.get("before")).isNotEqualTo(one.get("after")));
        assertThat(metrics.get(0).get("metric").asText()).isEqualTo("accuracy");
        assertThat(json.get("gate").isNull()).isTrue();
    }

    @Test
    void aTestSetOfOtherClassesIsNotCompared() {
        Prediction one = SampleRecords.prediction(1, "a", List.of("a", "b"), 0.9, 0.1);
        Prediction two = SampleRecords.prediction(1, "a", List.of("a", "c"), 0.9, 0.1);
        Changes changes = Changes.between(
                SampleRecords.study(List.of("a", "b"), SampleRecords.experiment("x", one)),
                SampleRecords.study(List.of("a", "c"), SampleRecords.experiment("x", two)),
                1);
        assertThat(changes.experiments().get(0).metrics()).isEmpty();
        assertThat(changes.facts()).contains(new FactChange(Area.DATA, "classes", "a, b", "a, c"));
    }

    private static MetricChange metric(ExperimentChange change, String key, String className) {
        return change.metrics().stream()
                .filter(one -> one.metric().equals(key) && java.util.Objects.equals(one.className(), className))
                .findFirst()
                .orElseThrow();
    }
}
