package io.github.tumorbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.study.DatasetSpec.OnUnreadable;
import io.github.tumorbench.study.DatasetSpec.Phantom;
import io.github.tumorbench.study.DatasetSpec.Source;
import io.github.tumorbench.study.Schedule.Augmentation;
import io.github.tumorbench.study.Schedule.BatchNorm;
import io.github.tumorbench.study.Schedule.ClassWeights;
import io.github.tumorbench.study.Schedule.EarlyStopping;
import io.github.tumorbench.study.Schedule.Monitor;
import io.github.tumorbench.study.Schedule.Optimizer;
import io.github.tumorbench.study.Schedule.Policy;
import io.github.tumorbench.study.Schedule.ReduceOnPlateau;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyReaderTest {
    private static final Path FOLDER = Path.of("somewhere");

    /** Only what must be there. */
    static final String SMALLEST =
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

    /** Every key of an image-folder study, none with its default. */
    static final String FULLEST =
            """
            study: brain-2
            title: "A title: with a colon"
            seed: -9007199254740993
            dataset:
              source: image-folder
              path: ../data/a b.zip
              annotations: notes.csv
              masks: masks.zip
              onUnreadable: skip
              publishImages: true
              testFraction: 0.25
            protocols: [official]
            validation: {fraction: .5}
            explanation:
              perClass: 0
              images: 5
              corrupted: 7
            experiments:
              - id: mine
                backbone: ResNet50
                input: 160
                weights:
                  file: "some/resnet.h5"
                  allowPartial: true
                features: conv4_block6_out
                schedule: second
                trainingShare: 0.25
                precision: bf16
                testViews: {preset: light, views: 3}
                protocols: [official]
              - {backbone: MobileNetV2, input: 32, weights: random, schedule: first, refit: true}
            ensembles:
              - {id: ensemble-both, members: [mine, mobilenetv2-first-refit]}
            schedules:
              second:
                trainLast: 10
                startFrom: first
                epochs: 7
                batch: 8
                optimizer: sgd
                learningRate: 1E-2
                policy: constant
                warmUp: 1.5
                momentum: 0.8
                labelSmoothing: 0.1
                dropout: 0.3
                clipNorm: 2.5
                averaging: 0.998
                batchNorm: moving
                classWeights: balanced
                earlyStopping: {monitor: val_accuracy, patience: 4}
                reduceOnPlateau: {factor: 0.25, patience: 2}
                augmentation: {preset: medium, views: 4}
              first:
                trainLast: all
                epochs: 9
                optimizer: adamw
                learningRate: 3
                policy: one-cycle
                weightDecay: 5e-2
                batchNormMomentum: 0.9
                augmentation: {preset: light}
            """;

    private static Study parse(String yaml) {
        return StudyReader.parse("x.yaml", yaml, FOLDER).study();
    }

    @Test
    void whatAStudyLeavesOutHasItsDefault() {
        Study study = parse(SMALLEST);
        assertThat(study.dataset())
                .isEqualTo(new DatasetSpec(Source.IMAGE_FOLDER, null, null, null, OnUnreadable.FAIL, false, 0.2, null));
        assertThat(study.protocols()).containsExactly(Protocol.OFFICIAL);
        assertThat(study.validation()).isEqualTo(new Validation(0.15));
        assertThat(study.explanation()).isEqualTo(new Explanation(2, 48, 300));
        assertThat(study.experiments())
                .containsExactly(new ExperimentSpec(
                        null,
                        "MobileNetV2",
                        224,
                        new WeightsSpec(WeightsSpec.Kind.IMAGENET, null, false),
                        null,
                        "frozen",
                        1,
                        false,
                        Precision.FP32,
                        new Augmentation(AugmentationPreset.NONE, 0),
                        List.of()));
        assertThat(study.schedules())
                .containsOnlyKeys("frozen")
                .containsValue(new Schedule(
                        0,
                        null,
                        3,
                        32,
                        Optimizer.ADAM,
                        0.001,
                        Policy.CONSTANT,
                        0,
                        0.9,
                        0,
                        0,
                        0,
                        0,
                        0,
                        BatchNorm.BATCH,
                        0.99,
                        ClassWeights.NONE,
                        null,
                        null,
                        new Augmentation(AugmentationPreset.NONE, 0)));
    }

    @Test
    void defaultsThatDependOnAnotherKeyFollowIt() {
        Study study = parse(
                """
                study: small
                title: Small
                seed: 1
                dataset: {source: phantom, size: 96, training: 300, testing: 110}
                experiments: [{backbone: A, weights: {file: a.h5}, schedule: head}]
                schedules:
                  head: {epochs: 1, learningRate: 1, augmentation: {preset: light}}
                  last: {epochs: 1, learningRate: 1, trainLast: 3, augmentation: {preset: light}}
                  none: {epochs: 1, learningRate: 1, augmentation: {preset: none}}
                """);
        assertThat(study.dataset().publishImages()).isTrue();
        assertThat(study.experiments().get(0).weights().allowPartial()).isFalse();
        assertThat(study.schedules().values())
                .extracting(Schedule::augmentation)
                .containsExactly(
                        new Augmentation(AugmentationPreset.LIGHT, 1),
                        new Augmentation(AugmentationPreset.LIGHT, 0),
                        new Augmentation(AugmentationPreset.NONE, 0));
    }

    @Test
    void presetsOfSchedulesAndOfTestTimeViewsAreTheStudys() {
        Study study = parse(
                """
                study: small
                title: Small
                seed: 1
                dataset: {source: phantom, size: 96, training: 300, testing: 110}
                experiments:
                  - {backbone: A, weights: random, schedule: head, testViews: {preset: mirror, views: 1}}
                  - {backbone: B, weights: random, schedule: none}
                schedules:
                  head: {epochs: 1, learningRate: 1, augmentation: {preset: mri}}
                  last: {epochs: 1, learningRate: 1, trainLast: 3, augmentation: {preset: light}}
                  more: {epochs: 1, learningRate: 1, augmentation: {preset: light, views: 3}}
                  none: {epochs: 1, learningRate: 1}
                """);
        assertThat(study.presets())
                .containsExactly(AugmentationPreset.MIRROR, AugmentationPreset.LIGHT, AugmentationPreset.MRI);
        assertThat(parse(SMALLEST).presets()).isEmpty();
    }

    @Test
    void anExperimentIsRunUnderItsOwnProtocolsAndAnEnsembleUnderThoseOfAllItsMembers() {
        Study study = parse(
                """
                study: small
                title: Small
                seed: 1
                dataset: {source: phantom, size: 96, training: 300, testing: 110}
                protocols: [official, {name: patient-disjoint, folds: 2}]
                experiments:
                  - {id: a, backbone: A, weights: random, schedule: head}
                  - {id: b, backbone: B, weights: random, schedule: head, protocols: [patient-disjoint]}
                ensembles:
                  - {id: ensemble-both, members: [a, b]}
                schedules:
                  head: {epochs: 1, learningRate: 1}
                """);
        Protocol fold = study.protocols().get(2);
        assertThat(study.experimentsUnder(Protocol.OFFICIAL))
                .extracting(ExperimentSpec::name)
                .containsExactly("a");
        assertThat(study.ensemblesUnder(Protocol.OFFICIAL)).isEmpty();
        assertThat(study.experimentsUnder(fold))
                .extracting(ExperimentSpec::name)
                .containsExactly("a", "b");
        assertThat(study.ensemblesUnder(fold)).hasSize(1);
    }

    @Test
    void everyKeyReachesItsPlace() {
        assertThat(parse(FULLEST)).isEqualTo(fullest());
        assertThat(List.copyOf(parse(FULLEST).schedules().keySet())).containsExactly("second", "first");
    }

    private static Study fullest() {
        Schedule second = new Schedule(
                10,
                "first",
                7,
                8,
                Optimizer.SGD,
                0.01,
                Policy.CONSTANT,
                1.5,
                0.8,
                0,
                0.1,
                0.3,
                2.5,
                0.998,
                BatchNorm.MOVING,
                0.99,
                ClassWeights.BALANCED,
                new EarlyStopping(Monitor.VAL_ACCURACY, 4),
                new ReduceOnPlateau(0.25, 2),
                new Augmentation(AugmentationPreset.MEDIUM, 4));
        Schedule first = new Schedule(
                Schedule.ALL,
                null,
                9,
                32,
                Optimizer.ADAMW,
                3,
                Policy.ONE_CYCLE,
                0,
                0.9,
                0.05,
                0,
                0,
                0,
                0,
                BatchNorm.BATCH,
                0.9,
                ClassWeights.NONE,
                null,
                null,
                new Augmentation(AugmentationPreset.LIGHT, 0));
        return new Study(
                "brain-2",
                "A title: with a colon",
                -9007199254740993L,
                new DatasetSpec(
                        Source.IMAGE_FOLDER,
                        "../data/a b.zip",
                        "notes.csv",
                        "masks.zip",
                        OnUnreadable.SKIP,
                        true,
                        0.25,
                        null),
                List.of(Protocol.OFFICIAL),
                new Validation(0.5),
                List.of(
                        new ExperimentSpec(
                                "mine",
                                "ResNet50",
                                160,
                                new WeightsSpec(WeightsSpec.Kind.FILE, "some/resnet.h5", true),
                                "conv4_block6_out",
                                "second",
                                0.25,
                                false,
                                Precision.BF16,
                                new Augmentation(AugmentationPreset.LIGHT, 3),
                                List.of(Protocol.Name.OFFICIAL)),
                        new ExperimentSpec(
                                null,
                                "MobileNetV2",
                                32,
                                new WeightsSpec(WeightsSpec.Kind.RANDOM, null, false),
                                null,
                                "first",
                                1,
                                true,
                                Precision.FP32,
                                new Augmentation(AugmentationPreset.NONE, 0),
                                List.of())),
                List.of(new EnsembleSpec("ensemble-both", List.of("mine", "mobilenetv2-first-refit"))),
                java.util.Map.of("second", second, "first", first),
                new Explanation(0, 5, 7));
    }

    @Test
    void everyKeyOfThePhantomReachesItsPlace() {
        Study study = parse(SMALLEST.replace(
                "{source: image-folder}",
                "{source: phantom, size: 64, training: 30, testing: 11, publishImages: false}"));
        assertThat(study.dataset())
                .isEqualTo(new DatasetSpec(
                        Source.PHANTOM, null, null, null, OnUnreadable.FAIL, false, 0.2, new Phantom(64, 30, 11)));
    }

    @Test
    void aFileKnowsItsNameFolderAndDigest(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("small.yaml");
        Files.writeString(file, SMALLEST);
        StudyFile read = StudyReader.read(file);
        assertThat(read.name()).isEqualTo(file.toString());
        assertThat(read.folder()).isEqualTo(folder.toAbsolutePath());
        assertThat(read.sha256())
                .isEqualTo(StudyReader.parse("y", SMALLEST, folder).sha256());
        assertThat(read.study()).isEqualTo(parse(SMALLEST));
    }

    @Test
    void theDigestIsThatOfTheBytes() {
        // printf 'study: x\n' | sha256sum
        assertThat(Digests.sha256("study: x\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("90fd759149c5cf91bac58160d0516bbe90dae4ea22b5db6fad5a6c489124facb");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreTaken(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("windows.yaml");
        Files.writeString(file, "\uFEFF" + SMALLEST.replace("\n", "\r\n"));
        assertThat(StudyReader.read(file).study()).isEqualTo(parse(SMALLEST));
    }

    @Test
    void aFileThatIsNotThereIsOneLine(@TempDir Path folder) {
        Path file = folder.resolve("no.yaml");
        assertProblem(file, file + ": expected a study file, found no such file");
    }

    @Test
    void aFolderIsOneLine(@TempDir Path folder) {
        assertProblem(folder, folder + ": expected a study file, found a folder");
    }

    @Test
    void bytesThatAreNoTextAreOneLine(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'t', ':', ' ', (byte) 0xE9, '\n'});
        assertProblem(file, file + ": expected text in UTF-8, found other bytes");
    }

    @Test
    void anEndlessFileIsOneLine(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("big.yaml"), new byte[(1 << 20) + 1]);
        assertProblem(file, file + ": expected a study file of at most 1 MiB, found more");
    }

    private static void assertProblem(Path file, String line) {
        assertThatThrownBy(() -> StudyReader.read(file))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.problems()).containsExactly(line));
    }
}
