package io.github.tumorbench.press.analysis.explained;

import static io.github.tumorbench.press.analysis.SampleRecords.facts;
import static io.github.tumorbench.press.analysis.SampleRecords.prediction;
import static io.github.tumorbench.press.analysis.SampleRecords.study;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.press.analysis.SampleRecords;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.explained.Attention.Group;
import io.github.tumorbench.press.analysis.explained.Attention.Kind;
import io.github.tumorbench.press.analysis.explained.Belief.Mode;
import io.github.tumorbench.press.analysis.explained.Belief.Standing;
import io.github.tumorbench.press.analysis.files.ExplainedCsv;
import io.github.tumorbench.press.analysis.findings.AttentionFinding;
import io.github.tumorbench.press.analysis.findings.BeliefFinding;
import io.github.tumorbench.press.analysis.findings.Finding;
import io.github.tumorbench.press.analysis.findings.Findings;
import io.github.tumorbench.press.analysis.findings.RobustnessFinding;
import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import io.github.tumorbench.press.analysis.statistics.Plans;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.ExperimentRecord.Projection;
import io.github.tumorbench.record.Explanations;
import io.github.tumorbench.record.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is known of how a network decides, from tables small enough to check by hand. */
class ExplainedTest {
    private static final List<String> CLASSES = List.of("glioma", "notumor");
    private static final Bootstrap BOOTSTRAP = new Bootstrap(500, 1);

    /** Right on the first {@code right} of {@code count} gliomas. */
    private static List<Prediction> gliomas(int count, int right) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        i < right ? prediction(i, "glioma", CLASSES, .9, .1) : prediction(i, "glioma", CLASSES, .2, .8))
                .toList();
    }

    private static Explanations.Attention row(
            Prediction one, String target, String method, boolean hit, double energy) {
        return new Explanations.Attention(
                one.file(),
                one.label(),
                one.predicted(),
                target,
                method,
                false,
                0.2,
                0.1,
                hit,
                energy,
                energy,
                energy / 2,
                0.05);
    }

    private static Explanations.Attention zero(Prediction one) {
        return new Explanations.Attention(
                one.file(),
                one.label(),
                one.predicted(),
                one.predicted(),
                "gradcam",
                true,
                null,
                null,
                false,
                0.0,
                0.0,
                0.0,
                0.05);
    }

    private static Subjects subjects(List<Prediction> predictions) {
        return Subjects.of(CLASSES, predictions, java.util.Map.of(), new Plans(), BOOTSTRAP);
    }

    /** Grad-CAM hits every second image, the centre every tenth; the wrong ones are asked for the true class as well. */
    private static List<Explanations.Attention> halfHit(List<Prediction> predictions) {
        List<Explanations.Attention> rows = new ArrayList<>();
        for (int i = 0; i < predictions.size(); i++) {
            Prediction one = predictions.get(i);
            rows.add(row(one, one.predicted(), "gradcam", i % 2 == 0, i % 2 == 0 ? 0.4 : 0.01));
            rows.add(row(one, one.predicted(), "centre", i % 10 == 0, 0.1));
            if (!one.correct()) {
                rows.add(row(one, one.label(), "gradcam", true, 0.5));
            }
        }
        return rows;
    }

    @Test
    void hitsAreCountedBesideChanceAndTheCentre() {
        Attention attention = AttentionAnalyser.of(halfHit(gliomas(40, 30)), subjects(gliomas(40, 30)));

        Group all = attention.all();
        assertThat(attention.maps()).isEqualTo(40);
        assertThat(all.images()).isEqualTo(40);
        assertThat(all.patients()).isEqualTo(40);
        assertThat(all.chance()).isCloseTo(0.05, within(1e-12));
        assertThat(all.of(MapMethod.GRADCAM).hits().value()).isEqualTo(0.5);
        assertThat(all.of(MapMethod.GRADCAM).energy().value()).isCloseTo(0.205, within(1e-12));
        assertThat(all.of(MapMethod.GRADCAM).iouArea().value()).isCloseTo(0.1025, within(1e-12));
        assertThat(all.of(MapMethod.CENTRE).hits().value()).isEqualTo(0.1);
        assertThat(all.hitsOverCentre().value()).isCloseTo(0.4, within(1e-12));
        assertThat(all.hitsOverCentre().low()).isGreaterThan(0.2);
        assertThat(all.of(MapMethod.GRADCAM).hits().low()).isBetween(0.30, 0.40);
        assertThat(all.of(MapMethod.GRADCAM).hits().high()).isBetween(0.60, 0.70);
    }

    @Test
    void aMapOfTheTrueClassCountsOnlyAmongWrongPredictions() {
        Attention attention = AttentionAnalyser.of(halfHit(gliomas(40, 30)), subjects(gliomas(40, 30)));

        assertThat(attention.all().of(MapMethod.TRUE_CLASS)).isNull();
        assertThat(attention.first(Kind.RIGHT).images()).isEqualTo(30);
        assertThat(attention.first(Kind.WRONG).images()).isEqualTo(10);
        assertThat(attention.first(Kind.WRONG).of(MapMethod.TRUE_CLASS).hits().value())
                .isEqualTo(1);
        assertThat(attention.groups().stream().map(Group::name))
                .as("no group without images")
                .containsExactly("all", "glioma", "right", "wrong");
    }

    @Test
    void aZeroMapIsAMissAndCountedApart() {
        List<Prediction> predictions = gliomas(4, 4);
        List<Explanations.Attention> rows = new ArrayList<>(halfHit(predictions));
        rows.removeIf(row ->
                row.file().equals(predictions.get(0).file()) && row.method().equals("gradcam"));
        rows.add(zero(predictions.get(0)));

        Attention attention = AttentionAnalyser.of(rows, subjects(predictions));
        assertThat(attention.zeroMaps()).isEqualTo(1);
        assertThat(attention.all().of(MapMethod.GRADCAM).zero()).isEqualTo(1);
        assertThat(attention.all().of(MapMethod.GRADCAM).hits().value()).isEqualTo(0.25);
        assertThat(StrayAnalyser.of(rows, subjects(predictions)).zeroMaps()).isEqualTo(1);
    }

    @Test
    void withoutMasksThereIsNothingToScore() {
        List<Explanations.Attention> rows = List.of(new Explanations.Attention(
                "Testing/0000.jpg",
                "glioma",
                "glioma",
                "glioma",
                "gradcam",
                false,
                0.2,
                0.1,
                null,
                null,
                null,
                null,
                null));
        Attention attention = AttentionAnalyser.of(rows, subjects(gliomas(1, 1)));
        assertThat(attention.groups()).isEmpty();
        assertThat(AttentionFinding.sentence("X", attention))
                .isEqualTo(
                        "No tumour mask belongs to the 1 test image of X that were explained, so where its maps point is not scored.");
        assertThat(AttentionAnalyser.of(List.of(), subjects(List.of()))).isNull();
    }

    @Test
    void whatDoesNotBeatTheCentreIsSaidNotTo() {
        List<Prediction> predictions = gliomas(40, 40);
        List<Explanations.Attention> worse = halfHit(predictions).stream()
                .map(row -> row(
                        of(predictions, row.file()),
                        row.target(),
                        row.method().equals("centre") ? "gradcam" : "centre",
                        row.pointingHit(),
                        row.energyInside()))
                .toList();
        assertThat(sentence(predictions, halfHit(predictions)))
                .startsWith(
                        "The Grad-CAM maps of X have their highest point in the tumour on 50.0 % of the 40 test images with a mask (95 % interval ")
                .contains("; a random point would hit it on 5.0 %, the image’s centre on 10.0 %. It beats the image’s"
                        + " centre (+40.0 points, 95 % interval +");
        assertThat(sentence(predictions, worse)).contains("It does not beat the image’s centre, but does worse (−40.0");
        List<Explanations.Attention> even = halfHit(predictions).stream()
                .map(row -> row(
                        of(predictions, row.file()),
                        row.target(),
                        row.method(),
                        (row.file().hashCode() + row.method().hashCode()) % 2 == 0,
                        0.1))
                .toList();
        assertThat(sentence(predictions, even))
                .contains("It does not beat the image’s centre: the two cannot be told apart (");
    }

    private static Prediction of(List<Prediction> predictions, String file) {
        return predictions.stream()
                .filter(one -> one.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private static String sentence(List<Prediction> predictions, List<Explanations.Attention> rows) {
        return AttentionFinding.sentence("X", AttentionAnalyser.of(rows, subjects(predictions)))
                .replace('\u00a0', ' ');
    }

    @Test
    void aRightAnswerIsForTheWrongReasonWhereBothMeasuresMissTheTumour() {
        List<Prediction> predictions = gliomas(5, 4);
        List<Explanations.Attention> rows = List.of(
                row(predictions.get(0), "glioma", "gradcam", false, 0.01),
                row(predictions.get(1), "glioma", "gradcam", true, 0.01),
                row(predictions.get(2), "glioma", "gradcam", false, 0.06),
                row(predictions.get(3), "glioma", "gradcam", false, 0.001),
                row(predictions.get(4), "notumor", "gradcam", false, 0.001));
        Stray stray = StrayAnalyser.of(rows, subjects(predictions));
        assertThat(stray.judged()).isEqualTo(4);
        assertThat(stray.elsewhere().stream().map(Stray.Elsewhere::file))
                .as("least attention on the tumour first, wrong answers left out")
                .containsExactly("Testing/0003.jpg", "Testing/0000.jpg");
        assertThat(stray.groups().get(0).outsideHead().value()).isCloseTo(0.2, within(1e-12));
    }

    private static Explanations tried(List<Prediction> predictions, double forgets, double gradcam, double occlusion) {
        List<Explanations.Randomisation> steps = new ArrayList<>();
        List<Explanations.Perturbation> curves = new ArrayList<>();
        List<Explanations.Agreement> pairs = new ArrayList<>();
        for (int i = 0; i < predictions.size(); i++) {
            String file = predictions.get(i).file();
            double noise = 0.02 * (i % 5 - 2);
            steps.add(new Explanations.Randomisation(file, "glioma", 0, "head", 0.9 + noise));
            steps.add(new Explanations.Randomisation(file, "glioma", 1, "stem", forgets + noise));
            pairs.add(new Explanations.Agreement(file, "glioma", "gradcam", "occlusion", occlusion + noise));
            curves.add(level(file, "gradcam", "deletion", gradcam + noise));
            curves.add(level(file, "shuffled", "deletion", 0.5));
            curves.add(level(file, "gradcam", "insertion", 1 - gradcam + noise));
            curves.add(level(file, "shuffled", "insertion", 0.5));
        }
        return new Explanations(List.of(), List.of(), pairs, steps, curves, List.of(), List.of());
    }

    private static Explanations.Perturbation level(String file, String method, String mode, double level) {
        return new Explanations.Perturbation(
                file, "glioma", method, mode, java.util.Collections.nCopies(11, Math.round(level * 1e5) / 1e5));
    }

    @Test
    void mapsAreBelievedWhereAllChecksPassAndNotWhereOneFails() {
        List<Prediction> predictions = gliomas(20, 20);
        Subjects subjects = subjects(predictions);
        Belief good = BeliefAnalyser.of(tried(predictions, 0.1, 0.3, 0.4), subjects);
        Belief sameMaps = BeliefAnalyser.of(tried(predictions, 0.8, 0.3, 0.4), subjects);
        Belief wrongPixels = BeliefAnalyser.of(tried(predictions, 0.1, 0.7, 0.4), subjects);
        Belief unclear = BeliefAnalyser.of(tried(predictions, 0.1, 0.3, 0.0), subjects);

        assertThat(List.of(good.overall(), sameMaps.overall(), wrongPixels.overall(), unclear.overall()))
                .containsExactly(Standing.PASSED, Standing.FAILED, Standing.FAILED, Standing.OPEN);
        assertThat(List.of(sameMaps.weights(), wrongPixels.pixels(), unclear.occlusion()))
                .containsExactly(Standing.FAILED, Standing.FAILED, Standing.OPEN);
        assertThat(good.contrast(MapMethod.SHUFFLED, Mode.DELETION).difference().value())
                .isCloseTo(-0.2, within(1e-9));
        assertThat(BeliefFinding.sentence("X", good))
                .isEqualTo("The maps of X can be believed: they change when the network forgets what it learnt (rank"
                        + " correlation 0.10), the pixels they mark matter more than others (area −0.200 when deleted,"
                        + " +0.200 when inserted) and they agree with occlusion (rank correlation 0.40).");
        assertThat(BeliefFinding.sentence("X", wrongPixels))
                .as("only what decides is told")
                .isEqualTo("The maps of X cannot be believed: the pixels they mark matter no more than others (area"
                        + " +0.200 when deleted, −0.200 when inserted).");
        assertThat(BeliefFinding.sentence("X", unclear))
                .startsWith("Whether the maps of X can be believed is open: whether they agree with occlusion cannot");
        assertThat(BeliefFinding.summary(List.of(good, sameMaps, wrongPixels, unclear)))
                .isEqualTo("Of 4 networks the maps of 1 pass all three checks and can be believed, those of 2 fail one"
                        + " and cannot, and of 1 it is open.");
    }

    @Test
    void theAreaUnderACurveIsTheTrapezoidalRule() {
        assertThat(BeliefAnalyser.area(List.of(1.0, 0.5, 0.0))).isEqualTo(0.5);
        assertThat(BeliefAnalyser.area(List.of(1.0, 0.0, 0.0, 0.0))).isCloseTo(1.0 / 6, within(1e-12));
    }

    private static Explanations.Corrupted worse(Prediction one, String name, int severity, boolean right) {
        return new Explanations.Corrupted(
                one.file(), "glioma", name, severity, right ? "glioma" : "notumor", 0.9, right ? 0.9 : 0.1);
    }

    private static List<Explanations.Corrupted> corrupted() {
        List<Explanations.Corrupted> rows = new ArrayList<>();
        List<Prediction> predictions = gliomas(10, 10);
        for (int i = 0; i < predictions.size(); i++) {
            rows.add(worse(predictions.get(i), "none", 0, true));
            for (int severity = 1; severity <= 5; severity++) {
                rows.add(worse(predictions.get(i), "noise", severity, i > 0));
                rows.add(worse(predictions.get(i), "down-sampling", severity, i > severity));
            }
        }
        return rows;
    }

    @Test
    void theCostliestCorruptionHasTheLowestMeanAccuracy() {
        Robustness one = RobustnessAnalyser.of(corrupted());

        assertThat(one.clean().accuracy().value()).isEqualTo(1);
        assertThat(one.costliest().name()).isEqualTo("down-sampling");
        assertThat(one.costliest().accuracy()).isCloseTo((0.8 + 0.7 + 0.6 + 0.5 + 0.4) / 5, within(1e-12));
        assertThat(one.costliest().worst().accuracy()).isEqualTo(Intervals.wilson(4, 10));
        assertThat(RobustnessFinding.sentence("X", one).replace('\u00a0', ' '))
                .isEqualTo(
                        "What costs X most is down-sampling: accuracy falls from 100.0 % on the 10 images as they are to 40.0 % at"
                                + " severity 5 (95 % interval 16.8 % to 68.7 %), while mean confidence is up to 50.0 points"
                                + " above it (severity 5).");
        assertThat(RobustnessAnalyser.of(List.of())).isNull();
    }

    @Test
    void silhouettesAndNeighboursSayWhatImagesLieAmong() {
        List<Prediction> predictions = gliomas(4, 3);
        List<Projection> plane = IntStream.range(0, 4)
                .mapToObj(i -> new Projection(predictions.get(i).file(), i, i, i == 3 ? -0.2 : 0.6))
                .toList();
        List<Explanations.Neighbour> near = List.of(
                new Explanations.Neighbour("Testing/0003.jpg", 2, "b.jpg", "glioma", 2),
                new Explanations.Neighbour("Testing/0003.jpg", 1, "a.jpg", "notumor", 1));
        FeatureSpace space = FeatureSpaceAnalyser.of(plane, near, subjects(predictions));
        assertThat(space.silhouette().value()).isCloseTo(0.4, within(1e-12));
        assertThat(space.classes().get(0).astray()).isEqualTo(1);
        assertThat(space.misclassified().get(0).nearest().get(0).file()).isEqualTo("a.jpg");
        assertThat(List.of(space.ofPredictedClass(), space.ofTrueClass())).containsExactly(0.5, 0.5);
    }

    private static StudyAnalysis measured() {
        List<Prediction> predictions = gliomas(40, 30);
        Explanations tried = tried(predictions, 0.1, 0.3, 0.4);
        Explanations all = new Explanations(
                halfHit(predictions),
                List.of(),
                tried.agreement(),
                tried.randomisation(),
                tried.perturbation(),
                corrupted(),
                List.of());
        return StudyAnalysis.of(
                study(
                        CLASSES,
                        new ExperimentRecord(
                                facts("x", "ResNet50", 0, 0),
                                List.of(),
                                predictions,
                                List.of(),
                                List.of(),
                                List.of(),
                                all)),
                200);
    }

    @Test
    void tablesHoldOneRowForEachNumberAndAreLeftOutWhereThereIsNone() {
        var files = ExplainedCsv.files(measured());
        assertThat(files.keySet())
                .containsExactly(
                        "localisation.csv",
                        "spurious.csv",
                        "wrong-reason.csv",
                        "randomisation.csv",
                        "perturbation.csv",
                        "agreement.csv",
                        "robustness.csv");
        files.forEach((name, text) -> assertThat(text.lines()
                        .map(line -> line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1).length)
                        .collect(Collectors.toSet()))
                .as(name + " has as many cells in each row as columns")
                .hasSize(1));
        assertThat(files.get("robustness.csv").lines()).hasSize(1 + 1 + 10);
        assertThat(files.get("robustness.csv").lines().skip(1).findFirst().orElseThrow())
                .startsWith("x,none,0,10,1.0,0.7");
        StudyAnalysis old = StudyAnalysis.of(study(CLASSES, SampleRecords.experiment("x")), 10);
        assertThat(ExplainedCsv.files(old)).isEmpty();
    }

    @Test
    void aNetworkWhoseMapsWereMeasuredIsSpokenOfByAllItsTestImages() {
        List<Finding> findings = Findings.of(measured()).stream()
                .filter(one -> one.section().equals(Findings.LOCALISATION))
                .toList();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).sentence())
                .startsWith(
                        "The Grad-CAM maps of ResNet50 have their highest point in the tumour on 50.0\u00a0% of the 40");
    }
}
