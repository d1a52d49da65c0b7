package io.github.tumorbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StudyProblemsTest {
    private static final String STUDY =
            """
            study: small
            title: Small
            seed: 1
            dataset: {source: image-folder}
            protocols: [official]
            validation: {fraction: 0.15}
            explanation: {perClass: 2}
            experiments:
              - {backbone: MobileNetV2, input: 224, weights: imagenet, schedule: frozen}
            schedules:
              frozen: {epochs: 3, learningRate: 1e-3}
            """;

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(InputException.class, () -> StudyReader.parse("x.yaml", yaml, Path.of("")))
                .problems();
    }

    /** What to replace in the study, by what, and the one line that must come of it. */
    static Stream<Arguments> mistakes() {
        return Stream.of(topLevel(), dataset(), experiments(), schedules(), groups(), recipes(), ensembles())
                .flatMap(table -> table);
    }

    private static Stream<Arguments> topLevel() {
        return Stream.of(
                arguments(
                        "study: small\n",
                        "",
                        "study: expected lower-case words joined by hyphens, at most 80 characters, found nothing (line 1)"),
                arguments(
                        "study: small",
                        "study: Small Study",
                        "study: expected lower-case words joined by hyphens, at most 80 characters, found Small Study (line 1)"),
                arguments(
                        "study: small",
                        "study: ../up",
                        "study: expected lower-case words joined by hyphens, at most 80 characters, found ../up (line 1)"),
                arguments("title: Small", "title:", "title: expected text, found nothing (line 2)"),
                arguments("title: Small", "title: ' '", "title: expected text, found \" \" (line 2)"),
                arguments("title: Small", "title: 2026", "title: expected text, found 2026 (line 2)"),
                arguments("title: Small", "title: true", "title: expected text, found true (line 2)"),
                arguments("title: Small", "title: [a]", "title: expected text, found a list (line 2)"),
                arguments("seed: 1", "seed: one", "seed: expected an integer, found one (line 3)"),
                arguments("seed: 1", "seed: '1'", "seed: expected an integer, found \"1\" (line 3)"),
                arguments("seed: 1", "seed: 1.0", "seed: expected an integer, found 1.0 (line 3)"),
                arguments("seed: 1", "seed: 0x1F", "seed: expected an integer, found 0x1F (line 3)"),
                arguments("seed: 1", "seed: 010", "seed: expected an integer, found 010 (line 3)"),
                arguments(
                        "seed: 1",
                        "seed: 9223372036854775808",
                        "seed: expected an integer, found 9223372036854775808 (line 3)"),
                arguments("seed: 1", "seed: {a: 1}", "seed: expected an integer, found a mapping (line 3)"),
                arguments("seed: 1", "seed: 1\nsed: 2", "sed: unknown key; did you mean seed? (line 4)"),
                arguments(
                        "seed: 1",
                        "seed: 1\nseed: 2",
                        "seed: expected this key once, found it again after line 3 (line 4)"),
                arguments(
                        "seed: 1",
                        "seed: 1\nwhatever: 2",
                        "whatever: unknown key; known here: study, title, seed, dataset, protocols, validation, explanation, gate, schedules, experiments, ensembles, doi (line 4)"),
                arguments(
                        "[official]",
                        "[random]",
                        "protocols[0]: expected an available protocol (official, official-deduplicated, patient-disjoint), found random (line 5)"),
                arguments(
                        "[official]",
                        "[{name: patient-disjoint, folds: 1}]",
                        "protocols[0].folds: expected an integer from 2 to 20, found 1 (line 5)"),
                arguments(
                        "[official]",
                        "[{name: official, folds: 5}]",
                        "protocols[0].folds: expected no folds with official, whose test images are given, found 5 (line 5)"),
                arguments(
                        "[official]",
                        "[{name: patient-disjoint, folds: 5}, {name: patient-disjoint, folds: 3}]",
                        "protocols[1]: expected each protocol once, found patient-disjoint again (line 5)"),
                arguments(
                        "[official]",
                        "[{folds: 5}]",
                        "protocols[0].name: expected one of official, official-deduplicated, patient-disjoint, found nothing (line 5)"),
                arguments(
                        "[official]",
                        "[official, official]",
                        "protocols[1]: expected each protocol once, found official again (line 5)"),
                arguments(
                        "[official]",
                        "[]",
                        "protocols: expected a list of at least one of official, official-deduplicated, patient-disjoint, found an empty list (line 5)"),
                arguments(
                        "[official]",
                        "official",
                        "protocols: expected a list of at least one of official, official-deduplicated, patient-disjoint, found official (line 5)"),
                arguments(
                        "{fraction: 0.15}",
                        "{fraction: 0}",
                        "validation.fraction: expected a number above 0 and at most 0.5, found 0 (line 6)"),
                arguments(
                        "{fraction: 0.15}",
                        "{fraction: 0.51}",
                        "validation.fraction: expected a number above 0 and at most 0.5, found 0.51 (line 6)"),
                arguments(
                        "{fraction: 0.15}",
                        "{share: 0.1}",
                        "validation.share: unknown key; known here: fraction (line 6)"),
                arguments(
                        "{fraction: 0.15}",
                        "0.15",
                        "validation: expected a mapping with fraction, found 0.15 (line 6)"),
                arguments(
                        "{perClass: 2}",
                        "{perClass: -1}",
                        "explanation.perClass: expected an integer from 0 to 100, found -1 (line 7)"),
                arguments(
                        "{perClass: 2}",
                        "{images: few}",
                        "explanation.images: expected an integer from 0 to 10000, found few (line 7)"),
                arguments(
                        "{perClass: 2}",
                        "{corrupted: -3}",
                        "explanation.corrupted: expected an integer from 0 to 100000, found -3 (line 7)"),
                arguments(
                        "{perClass: 2}",
                        "{per_class: 2}",
                        "explanation.per_class: unknown key; did you mean perClass? (line 7)"));
    }

    private static Stream<Arguments> dataset() {
        String folder = "{source: image-folder}";
        String phantom = "{source: phantom, size: 96, training: 300, testing: 110";
        return Stream.of(
                arguments(
                        "dataset: " + folder + "\n",
                        "",
                        "dataset: expected a mapping with source, found nothing (line 1)"),
                arguments(
                        folder,
                        "{source: images}",
                        "dataset.source: expected one of image-folder, figshare, phantom, found images (line 4)"),
                arguments(
                        folder,
                        "{source: phantom, size: 47, training: 2, testing: 1}",
                        "dataset.size: expected an integer from 48 to 1024, found 47 (line 4)"),
                arguments(
                        folder,
                        "{source: phantom, size: 64, training: 1, testing: 1}",
                        "dataset.training: expected an integer from 2 to 100000, found 1 (line 4)"),
                arguments(
                        folder,
                        "{source: phantom, size: 64, training: 2}",
                        "dataset.testing: expected an integer from 1 to 100000, found nothing (line 4)"),
                arguments(
                        folder,
                        phantom + ", path: a}",
                        "dataset.path: expected only with source image-folder, found with phantom (line 4)"),
                arguments(
                        folder,
                        "{source: image-folder, size: 96}",
                        "dataset.size: expected only with source phantom, found with image-folder (line 4)"),
                arguments(folder, "{source: image-folder, path: 5}", "dataset.path: expected text, found 5 (line 4)"),
                arguments(
                        folder,
                        "{source: image-folder, onUnreadable: ignore}",
                        "dataset.onUnreadable: expected one of fail, skip, found ignore (line 4)"),
                arguments(
                        folder,
                        "{source: image-folder, publishImages: yes}",
                        "dataset.publishImages: expected true or false, found yes (line 4)"),
                arguments(
                        folder,
                        "{source: image-folder, testFraction: 1}",
                        "dataset.testFraction: expected a number above 0 and below 1, found 1 (line 4)"),
                arguments(
                        folder,
                        "{source: image-folder, testfraction: 0.1}",
                        "dataset.testfraction: unknown key; did you mean testFraction? (line 4)"));
    }

    private static Stream<Arguments> experiments() {
        String one = "{backbone: MobileNetV2, input: 224, weights: imagenet, schedule: frozen}";
        String twice = one + "\n  - " + one;
        return Stream.of(
                arguments(
                        "experiments:\n  - " + one + "\n",
                        "",
                        "experiments: expected a list of at least one experiment, found nothing (line 1)"),
                arguments(
                        one,
                        "frozen",
                        "experiments[0]: expected a mapping with backbone, weights and schedule, found frozen (line 9)"),
                arguments(
                        "backbone: MobileNetV2",
                        "backbone: 50",
                        "experiments[0].backbone: expected the name of a backbone such as MobileNetV2, found 50 (line 9)"),
                arguments(
                        "backbone: MobileNetV2",
                        "backbone: a/b",
                        "experiments[0].backbone: expected the name of a backbone such as MobileNetV2, found a/b (line 9)"),
                arguments(
                        "input: 224",
                        "input: 31",
                        "experiments[0].input: expected an integer from 32 to 1024, found 31 (line 9)"),
                arguments(
                        "input: 224",
                        "input: 1025",
                        "experiments[0].input: expected an integer from 32 to 1024, found 1025 (line 9)"),
                arguments(
                        "weights: imagenet, ",
                        "",
                        "experiments[0].weights: expected imagenet, random or {file: NAME}, found nothing (line 9)"),
                arguments(
                        "weights: imagenet",
                        "weights: a.h5",
                        "experiments[0].weights: expected imagenet, random or {file: NAME}, found a.h5 (line 9)"),
                arguments(
                        "weights: imagenet",
                        "weights: {imagenet: true, file: a}",
                        "experiments[0].weights.imagenet: unknown key; known here: file, allowPartial (line 9)"),
                arguments(
                        "weights: imagenet",
                        "weights: {allowPartial: true}",
                        "experiments[0].weights.file: expected text, found nothing (line 9)"),
                arguments(
                        "weights: imagenet",
                        "weights: {file: a, allowPartial: 1}",
                        "experiments[0].weights.allowPartial: expected true or false, found 1 (line 9)"),
                arguments(
                        "schedule: frozen",
                        "schedule: frozn",
                        "experiments[0].schedule: expected frozen, found frozn (line 9)"),
                arguments(
                        "schedule: frozen",
                        "schedule: frozen, id: A",
                        "experiments[0].id: expected lower-case words joined by hyphens, at most 80 characters, found A (line 9)"),
                arguments(
                        "schedule: frozen",
                        "schedule: frozen, id: ensemble-a",
                        "experiments[0].id: expected an id that does not begin with ensemble-, found ensemble-a (line 9)"),
                arguments(
                        one,
                        twice,
                        "experiments[1].id: expected an id of its own, found mobilenetv2-frozen-official, which is also that of experiments[0] (line 10)"),
                arguments(
                        one,
                        one + "\n  - " + one.replace("}", ", id: mobilenetv2-frozen-official}"),
                        "experiments[1].id: expected an id of its own, found mobilenetv2-frozen-official, which is also that of experiments[0] (line 10)"));
    }

    private static Stream<Arguments> schedules() {
        String frozen = "{epochs: 3, learningRate: 1e-3}";
        return Stream.of(
                arguments(
                        "epochs: 3",
                        "epochs: 0",
                        "schedules.frozen.epochs: expected an integer of at least 1, found 0 (line 11)"),
                arguments(
                        "epochs: 3, ",
                        "",
                        "schedules.frozen.epochs: expected an integer of at least 1, found nothing (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, epoch: 4",
                        "schedules.frozen.epoch: unknown key; did you mean epochs? (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, learning_rate: 4",
                        "schedules.frozen.learning_rate: unknown key; did you mean learningRate? (line 11)"),
                arguments("1e-3", "0", "schedules.frozen.learningRate: expected a number above 0, found 0 (line 11)"),
                arguments(
                        "1e-3",
                        "'1e-3'",
                        "schedules.frozen.learningRate: expected a number above 0, found \"1e-3\" (line 11)"),
                arguments(
                        "1e-3",
                        "1e999",
                        "schedules.frozen.learningRate: expected a number above 0, found 1e999 (line 11)"),
                arguments(
                        "1e-3",
                        ".nan",
                        "schedules.frozen.learningRate: expected a number above 0, found .nan (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, batch: 0",
                        "schedules.frozen.batch: expected an integer of at least 1, found 0 (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, trainLast: -1",
                        "schedules.frozen.trainLast: expected all or an integer of at least 0, found -1 (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, optimizer: adma, weightDecay: 0.1",
                        "schedules.frozen.optimizer: expected one of sgd, adam, adamw, found adma (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, policy: one_cycle",
                        "schedules.frozen.policy: expected one of constant, cosine, one-cycle, found one_cycle (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, momentum: 0.5",
                        "schedules.frozen.momentum: expected only with optimizer sgd, found with adam (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, momentum: 1",
                        "schedules.frozen.momentum: expected a number of at least 0 and below 1, found 1 (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, weightDecay: 0.1",
                        "schedules.frozen.weightDecay: expected only with optimizer adamw, found with adam (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, weightDecay: 2, optimizer: adamw",
                        "schedules.frozen.weightDecay: expected a number from 0 to 1, found 2 (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, labelSmoothing: 1",
                        "schedules.frozen.labelSmoothing: expected a number of at least 0 and below 1, found 1 (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, dropout: -0.1",
                        "schedules.frozen.dropout: expected a number of at least 0 and below 1, found -0.1 (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, batchNormMomentum: 1.0",
                        "schedules.frozen.batchNormMomentum: expected a number of at least 0 and below 1, found 1.0 (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, classWeights: equal",
                        "schedules.frozen.classWeights: expected one of none, balanced, found equal (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, startFrom: first",
                        "schedules.frozen.startFrom: expected frozen, found first (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, startFrom: frozen",
                        "schedules.frozen.startFrom: expected a way to a first schedule, found the circle frozen → frozen (line 11)"),
                arguments(
                        frozen,
                        frozen
                                + "\n  a: {startFrom: b, epochs: 1, learningRate: 1}\n  b: {startFrom: a, epochs: 1, learningRate: 1}",
                        "schedules.a.startFrom: expected a way to a first schedule, found the circle a → b → a (line 12)"),
                arguments(
                        frozen,
                        frozen + "\n  Up/er: " + frozen,
                        "schedules.Up/er: expected a name of lower-case words joined by hyphens, at most 80 characters, found Up/er (line 12)"),
                arguments(
                        frozen,
                        "3",
                        "schedules.frozen: expected a mapping with epochs and learningRate, found 3 (line 11)"),
                arguments(
                        "\n  frozen: " + frozen,
                        " {}",
                        "schedules: expected at least one schedule, found none (line 10)"));
    }

    private static Stream<Arguments> groups() {
        return Stream.of(
                arguments(
                        "epochs: 3",
                        "epochs: 3, earlyStopping: 5",
                        "schedules.frozen.earlyStopping: expected a mapping with monitor and patience, found 5 (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, earlyStopping: {monitor: loss, patience: 5}",
                        "schedules.frozen.earlyStopping.monitor: expected one of val_loss, val_accuracy, found loss (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, earlyStopping: {monitor: val_loss, patience: 0}",
                        "schedules.frozen.earlyStopping.patience: expected an integer of at least 1, found 0 (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, reduceOnPlateau: {factor: 1, patience: 2}",
                        "schedules.frozen.reduceOnPlateau.factor: expected a number above 0 and below 1, found 1 (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, policy: cosine, reduceOnPlateau: {factor: 0.5, patience: 2}",
                        "schedules.frozen.reduceOnPlateau: expected only with policy constant, found with cosine (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, augmentation: light",
                        "schedules.frozen.augmentation: expected a mapping with preset, found light (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, augmentation: {preset: heavy}",
                        "schedules.frozen.augmentation.preset: expected one of none, mirror, light, medium, finetune, strong, mri, found heavy (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, augmentation: {preset: none, views: 1}",
                        "schedules.frozen.augmentation.views: expected 0 with preset none, found 1 (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, augmentation: {preset: mirror, views: 2}",
                        "schedules.frozen.augmentation.views: expected at most 1 with preset mirror, found 2 (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, trainLast: all, augmentation: {preset: light, views: 1}",
                        "schedules.frozen.augmentation.views: expected 0 with trainLast all, where each epoch draws anew, found 1 (line 11)"));
    }

    private static Stream<Arguments> recipes() {
        return Stream.of(
                arguments(
                        "epochs: 3",
                        "epochs: 3, warmUp: 3",
                        "schedules.frozen.warmUp: expected a number of at least 0 and below epochs, found 3 (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, policy: one-cycle, warmUp: 1",
                        "schedules.frozen.warmUp: expected only with policy constant or cosine, found with one-cycle (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, clipNorm: -1",
                        "schedules.frozen.clipNorm: expected a number of at least 0, found -1 (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, averaging: 1",
                        "schedules.frozen.averaging: expected a number of at least 0 and below 1, found 1 (line 11)"),
                arguments(
                        "epochs: 3",
                        "epochs: 3, batchNorm: moving, batchNormMomentum: 0.9",
                        "schedules.frozen.batchNormMomentum: expected only with batchNorm batch, found with moving (line 11)"),
                arguments(
                        "schedule: frozen",
                        "schedule: frozen, precision: fp16",
                        "experiments[0].precision: expected one of fp32, bf16, found fp16 (line 9)"),
                arguments(
                        "schedule: frozen",
                        "schedule: frozen, trainingShare: 0",
                        "experiments[0].trainingShare: expected a number above 0 and at most 1, found 0 (line 9)"),
                arguments(
                        "schedule: frozen",
                        "schedule: frozen, refit: maybe",
                        "experiments[0].refit: expected true or false, found maybe (line 9)"),
                arguments(
                        "schedule: frozen",
                        "schedule: frozen, refit: true",
                        "experiments[0].refit: expected a schedule with trainLast: all and without startFrom, earlyStopping and"
                                + " reduceOnPlateau, which need validation images, found schedule frozen (line 9)"),
                arguments(
                        "schedule: frozen",
                        "schedule: frozen, testViews: 4",
                        "experiments[0].testViews: expected a mapping with preset, found 4 (line 9)"),
                arguments(
                        "schedule: frozen",
                        "schedule: frozen, protocols: official",
                        "experiments[0].protocols: expected a list of at least one of the study's protocols, found official (line 9)"),
                arguments(
                        "schedule: frozen",
                        "schedule: frozen, protocols: [patient-disjoint]",
                        "experiments[0].protocols[0]: expected a protocol of the study (official), found patient-disjoint (line 9)"),
                arguments(
                        "schedule: frozen",
                        "schedule: frozen, protocols: [official, official]",
                        "experiments[0].protocols[1]: expected each protocol once, found official again (line 9)"));
    }

    private static Stream<Arguments> ensembles() {
        String both = "schedule: frozen}\n  - {id: other, backbone: ResNet50, weights: imagenet, schedule: frozen}\n";
        return Stream.of(
                arguments(
                        "schedule: frozen}\n",
                        both + "ensembles: [{id: both, members: [mobilenetv2-frozen, other]}]\n",
                        "ensembles[0].id: expected an id that begins with ensemble-, found both (line 11)"),
                arguments(
                        "schedule: frozen}\n",
                        both + "ensembles: [{id: ensemble-x, members: [mobilenetv2-frozen, resnet]}]\n",
                        "ensembles[0].members[1]: expected an experiment's name (one of mobilenetv2-frozen, other), found resnet (line 11)"),
                arguments(
                        "schedule: frozen}\n",
                        both + "ensembles: [{id: ensemble-x, members: [other]}]\n",
                        "ensembles[0].members: expected a list of at least two experiments, found one (line 11)"),
                arguments(
                        "schedule: frozen}\n",
                        both + "ensembles: [{id: ensemble-x, members: [other, other]}]\n",
                        "ensembles[0].members[1]: expected each experiment once, found other again (line 11)"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("mistakes")
    void eachMistakeIsOneLineWithPlaceExpectationAndFinding(String correct, String mistaken, String line) {
        assertThat(STUDY).contains(correct);
        assertThat(problems(STUDY.replace(correct, mistaken))).containsExactly("x.yaml: " + line);
    }

    static Stream<Arguments> noStudies() {
        String deep = "[".repeat(30) + "]".repeat(30);
        return Stream.of(
                arguments("", "expected a study, found an empty file"),
                arguments("# nothing but words\n", "expected a study, found an empty file"),
                arguments("---\n", "expected a mapping of keys to values, found nothing (line 2)"),
                arguments("hello", "expected a mapping of keys to values, found hello (line 1)"),
                arguments("- a\n- b\n", "expected a mapping of keys to values, found a list (line 1)"),
                arguments("a: 1\n---\nb: 2\n", "expected one document, found a second (line 2)"),
                arguments("a: &x 1\n", "expected plain values, found an anchor or alias; write the value out (line 1)"),
                arguments(
                        "a: 1\nb: *x\n",
                        "expected plain values, found an anchor or alias; write the value out (line 2)"),
                arguments("a: !!str 1\n", "expected a plain value, found the tag tag:yaml.org,2002:str (line 1)"),
                arguments("[a]: 1\n", "expected a word as key, found a mapping or list (line 1)"),
                arguments("a: " + deep, "expected at most 20 levels, found more (line 1)"),
                arguments(
                        "a: {b: 1\nc: 2\n",
                        "expected YAML, found an error at line 2, column 2: expected ',' or '}', but got :"),
                arguments(
                        "a:\n\tb: 1\n",
                        "expected YAML, found an error at line 2, column 1: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)"));
    }

    @ParameterizedTest
    @MethodSource("noStudies")
    void whatIsNoStudyAtAllIsOneLine(String yaml, String line) {
        assertThat(problems(yaml)).containsExactly("x.yaml: " + line);
    }

    @Test
    void anExperimentWithoutScheduleInAStudyWithoutSchedulesIsTwoLines() {
        String without = STUDY.substring(0, STUDY.indexOf("schedules:")).replace(", schedule: frozen", ", refit: true");
        assertThat(problems(without))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("x.yaml: schedules: "))
                .anySatisfy(line -> assertThat(line).contains("experiments[0].schedule: "));
    }

    @Test
    void everythingIsReportedAtOnceInTheOrderOfTheFile() {
        assertThat(
                        problems(
                                """
                        study: Bad Id
                        experiments:
                          - {backbone: 7, weights: no, schedule: warm}
                        schedules:
                          frozen: {epochs: 0, learningRate: fast}
                        dataset: {sauce: phantom}
                        """))
                .containsExactly(
                        "x.yaml: study: expected lower-case words joined by hyphens, at most 80 characters, found Bad Id (line 1)",
                        "x.yaml: title: expected text, found nothing (line 1)",
                        "x.yaml: seed: expected an integer, found nothing (line 1)",
                        "x.yaml: experiments[0].backbone: expected the name of a backbone such as MobileNetV2, found 7 (line 3)",
                        "x.yaml: experiments[0].weights: expected imagenet, random or {file: NAME}, found no (line 3)",
                        "x.yaml: experiments[0].schedule: expected frozen, found warm (line 3)",
                        "x.yaml: schedules.frozen.epochs: expected an integer of at least 1, found 0 (line 5)",
                        "x.yaml: schedules.frozen.learningRate: expected a number above 0, found fast (line 5)",
                        "x.yaml: dataset.source: expected one of image-folder, figshare, phantom, found nothing (line 6)",
                        "x.yaml: dataset.sauce: unknown key; did you mean source? (line 6)");
    }

    @Test
    void longAndMultilineFindingsStayOnOneShortLine() {
        String line = problems(STUDY.replace("seed: 1", "seed: \"a\\nb" + "c".repeat(100) + "\""))
                .get(0);
        assertThat(line)
                .isEqualTo("x.yaml: seed: expected an integer, found \"a\\nb" + "c".repeat(56) + "…\" (line 3)");
    }
}
