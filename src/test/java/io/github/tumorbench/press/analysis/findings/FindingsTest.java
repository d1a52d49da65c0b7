package io.github.tumorbench.press.analysis.findings;

import static io.github.tumorbench.press.analysis.SampleRecords.cam;
import static io.github.tumorbench.press.analysis.SampleRecords.experiment;
import static io.github.tumorbench.press.analysis.SampleRecords.facts;
import static io.github.tumorbench.press.analysis.SampleRecords.prediction;
import static io.github.tumorbench.press.analysis.SampleRecords.study;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.press.analysis.Errors;
import io.github.tumorbench.press.analysis.SampleRecords;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.record.CamRow;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.record.StudyRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final List<String> CLASSES = List.of("a", "b");

    /** {@code hits} right predictions with confidence 0.9, then {@code misses} wrong ones with 0.6, all of class a. */
    private static ExperimentRecord counts(String id, String backbone, int hits, int misses) {
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < hits + misses; i++) {
            rows.add(i < hits ? prediction(i, "a", CLASSES, .9, .1) : prediction(i, "a", CLASSES, .4, .6));
        }
        return new ExperimentRecord(facts(id, backbone, 0, 0), List.of(), rows, List.of(), List.of(), List.of());
    }

    private static String sentence(StudyAnalysis study, String section) {
        return Findings.of(study).stream()
                .filter(finding -> finding.section().equals(section))
                .map(Finding::sentence)
                .findFirst()
                .orElseThrow()
                .replace('\u00a0', ' ');
    }

    private static String sentence(String section, Prediction... predictions) {
        return sentence(StudyAnalysis.of(study(CLASSES, experiment("x", predictions))), section);
    }

    private static String localisation(CamRow... rows) {
        ExperimentRecord record = new ExperimentRecord(
                facts("x", "MobileNetV2", 0, 0), List.of(), List.of(), List.of(), List.of(), List.of(rows));
        return sentence(StudyAnalysis.of(study(CLASSES, record)), Findings.LOCALISATION);
    }

    @Test
    void theLeaderStandsAloneWhereNoOtherIsAsOftenRight() {
        StudyAnalysis study =
                StudyAnalysis.of(study(CLASSES, counts("x", "ResNet50", 50, 50), counts("y", "MobileNetV2", 95, 5)));
        assertThat(sentence(study, Findings.COMPARISON))
                .isEqualTo(
                        "MobileNetV2 has the highest accuracy: 95.0 % of the 100 test images (95 % interval 88.8 % to"
                                + " 97.8 %) are classified correctly; on these images it is right more often than ResNet50"
                                + " (McNemar’s exact test, Holm’s correction).");
    }

    @Test
    void thoseThatCannotBeToldApartAreNamed() {
        StudyAnalysis study = StudyAnalysis.of(study(
                CLASSES,
                counts("x", "ResNet50", 93, 7),
                counts("y", "MobileNetV2", 95, 5),
                counts("z", "EfficientNetB0", 94, 6)));
        assertThat(sentence(study, Findings.COMPARISON))
                .endsWith("; on these images it cannot be told apart from EfficientNetB0 and ResNet50 (McNemar’s exact"
                        + " test, Holm’s correction).");
    }

    @Test
    void setsOfImagesAreSpokenOfApart() {
        List<Finding> findings = Findings.of(StudyAnalysis.of(
                        study(CLASSES, counts("x", "ResNet50", 9, 1), counts("y", "MobileNetV2", 8, 1))))
                .stream()
                .filter(finding -> finding.section().equals(Findings.COMPARISON))
                .toList();
        assertThat(findings).hasSize(2).allSatisfy(finding -> assertThat(finding.sentence())
                .startsWith("Protocol official: "));
    }

    @Test
    void confidenceAboveAccuracyIsSurerThanRight() {
        assertThat(sentence(StudyAnalysis.of(study(CLASSES, counts("x", "ResNet50", 60, 40))), Findings.CALIBRATION))
                .matches(
                        "ResNet50 is surer than it is right: mean confidence minus accuracy is \\+18\\.0 points \\(95 %"
                                + " interval \\+1[0-9.]+ to \\+2[0-9.]+\\)\\.");
    }

    @Test
    void confidenceThatFitsIsSaidToFit() {
        assertThat(sentence(StudyAnalysis.of(study(CLASSES, counts("x", "ResNet50", 80, 20))), Findings.CALIBRATION))
                .startsWith(
                        "ResNet50 is on the whole as sure as it is right: mean confidence minus accuracy is +4.0 points");
    }

    @Test
    void deferringCountsTheErrorsAmongTheLeastCertain() {
        assertThat(sentence(StudyAnalysis.of(study(CLASSES, counts("x", "ResNet50", 92, 8))), Findings.DEFERRAL))
                .isEqualTo(
                        "If the least certain 5 % (5 images) of ResNet50 are handed to a person, 5 of its 8 errors are"
                                + " among them and 96.8 % of the rest are right (95 % interval 91.1 % to 98.9 %).");
        assertThat(sentence(StudyAnalysis.of(study(CLASSES, counts("x", "ResNet50", 100, 0))), Findings.DEFERRAL))
                .endsWith("nothing is gained, as it makes no error.");
    }

    @Test
    void knownImagesAreCountedOut() {
        StudyRecord record = study(CLASSES, counts("x", "ResNet50", 92, 8));
        List<ManifestRow> manifest = List.of(
                row("Training/a.jpg", "training", 1),
                row("Testing/0000.jpg", "testing", 1),
                row("Testing/0001.jpg", "testing", 2),
                row("Testing/0002.jpg", "testing", 2));
        StudyRecord known = new StudyRecord(record.folder(), record.run(), null, manifest, null, record.experiments());
        assertThat(sentence(StudyAnalysis.of(known), Findings.LEAKAGE))
                .isEqualTo(
                        "Without the 1 test image that has a copy, identical or nearly so, among the images learned from, the"
                                + " accuracy of ResNet50 is 91.9 % (95 % interval 84.9 % to 95.8 %) instead of 92.0 %, a change of"
                                + " −0.1 points.");
    }

    private static ManifestRow row(String file, String split, int group) {
        return new ManifestRow(file, "0", 1, 1, "a", split, null, group, List.of());
    }

    @Test
    void theSummarySpeaksOfTheMostAccurateAndOfAllTogether() {
        StudyAnalysis study = StudyAnalysis.of(SampleRecords.threeBackbones(), 100);
        List<Finding> summary = Findings.summary(study, study.families().get(0));
        assertThat(summary.stream().map(Finding::section))
                .containsExactly(
                        Findings.PER_CLASS,
                        Findings.PER_CLASS,
                        Findings.CALIBRATION,
                        Findings.DEFERRAL,
                        Findings.ERRORS);
        assertThat(summary.get(0).sentence())
                .isEqualTo("Meningioma is the class of lowest recall in all 3 experiments.");
        Errors errors = study.families().get(0).errors();
        assertThat(summary.get(4).sentence())
                .startsWith(errors.wrongBy().get(3) + " test images are wrong under all 3 networks: a perfect choice");
    }

    @Test
    void equalLeadersShareTheLead() {
        StudyAnalysis study =
                StudyAnalysis.of(study(CLASSES, counts("x", "ResNet50", 9, 1), counts("y", "MobileNetV2", 9, 1)));
        assertThat(sentence(study, Findings.COMPARISON))
                .isEqualTo("ResNet50 and MobileNetV2 share the highest accuracy: each classifies 90.0 % of the 10 test"
                        + " images (95 % interval 59.6 % to 98.2 %) correctly.");
    }

    @Test
    void aSingleExperimentIsNotCompared() {
        assertThat(sentence(Findings.COMPARISON, prediction(0, "a", CLASSES, .9, .1)))
                .isEqualTo("MobileNetV2 classifies 100.0 % of the 1 test image (95 % interval 20.7 % to 100.0 %)"
                        + " correctly.");
    }

    @Test
    void theWeakestClassHasTheLowestRecall() {
        assertThat(sentence(
                        Findings.PER_CLASS,
                        prediction(0, "a", CLASSES, .9, .1),
                        prediction(1, "b", CLASSES, .9, .1),
                        prediction(2, "b", CLASSES, .1, .9)))
                .isEqualTo(
                        "The weakest class of MobileNetV2 is b: it recognises 1 of its 2 images (50.0 %, 95 % interval"
                                + " 9.5 % to 90.5 %).");
    }

    @Test
    void equalRecallsAreSaidToBeEqual() {
        assertThat(sentence(
                        Findings.PER_CLASS, prediction(0, "a", CLASSES, .9, .1), prediction(1, "b", CLASSES, .1, .9)))
                .isEqualTo("MobileNetV2 recognises 100.0 % of the images of every class present.");
    }

    @Test
    void theMostCommonErrorIsNamedWithItsShareOfTheClass() {
        assertThat(sentence(
                        Findings.CONFUSION,
                        prediction(0, "a", CLASSES, .9, .1),
                        prediction(1, "b", CLASSES, .9, .1),
                        prediction(2, "b", CLASSES, .1, .9)))
                .isEqualTo("The most common error of MobileNetV2 is to take b for a: 1 of 2 images (50.0 %).");
    }

    @Test
    void equallyCommonErrorsAreAllNamed() {
        assertThat(sentence(
                        Findings.CONFUSION, prediction(0, "a", CLASSES, .1, .9), prediction(1, "b", CLASSES, .9, .1)))
                .isEqualTo("The most common errors of MobileNetV2 are to take a for b and b for a, 1 image each.");
    }

    @Test
    void noErrorIsSaid() {
        assertThat(sentence(Findings.CONFUSION, prediction(0, "a", CLASSES, .9, .1)))
                .isEqualTo("MobileNetV2 makes no error on the 1 test image.");
    }

    @Test
    void wrongPredictionsAreComparedWithRightOnes() {
        StudyAnalysis study = StudyAnalysis.of(study(CLASSES, counts("x", "ResNet50", 8, 2)));
        assertThat(sentence(study, Findings.CONFIDENCE))
                .isEqualTo("When ResNet50 is wrong it is less sure than when it is right: the median confidence is 0.60"
                        + " against 0.90; none of the 2 wrong predictions has a confidence above 0.95.");
    }

    @Test
    void surelyWrongPredictionsAreCounted() {
        assertThat(sentence(
                        Findings.CONFIDENCE,
                        prediction(0, "a", CLASSES, .9, .1),
                        prediction(1, "b", CLASSES, .99, .01)))
                .isEqualTo("When MobileNetV2 is wrong it is surer than when it is right: the median confidence is 0.99"
                        + " against 0.90; the one wrong prediction has a confidence above 0.95.");
    }

    @Test
    void mapsAreBetterThanARivalOnlyWhereTheIntervalExcludesIt() {
        CamRow[] rows = new CamRow[20];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = cam(i < 8, false, 0.05, i < 6);
        }
        assertThat(localisation(rows))
                .isEqualTo(
                        "The maps of MobileNetV2 have their highest point in the tumour for 8 of the 20 images with a"
                                + " mask (40.0 %, 95 % interval 21.9 % to 61.3 %); a random point would hit it for 5.0 % and the"
                                + " image's centre for 30.0 %: better than chance and not distinguishable from the centre.");
    }

    @Test
    void zeroMapsAreMissesAndReportedApart() {
        assertThat(localisation(cam(true, true, 0.05, false), cam(false, false, 0.05, false)))
                .contains("for 0 of the 2 images")
                .endsWith(" 1 of 2 maps is zero everywhere and counts as a miss.");
    }

    @Test
    void mapsWithoutMasksAreNotScored() {
        assertThat(localisation(cam(null, false, null, null)))
                .isEqualTo(
                        "No tumour mask belongs to the 1 image explained for MobileNetV2, so where its maps point is not"
                                + " scored.");
    }

    @Test
    void aRecordWithoutTestImagesHasNoFindings() {
        assertThat(Findings.of(StudyAnalysis.of(study(CLASSES, experiment("x")))))
                .isEmpty();
    }
}
