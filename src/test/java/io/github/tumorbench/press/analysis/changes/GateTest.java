package io.github.tumorbench.press.analysis.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.press.analysis.SampleRecords;
import io.github.tumorbench.press.analysis.changes.GateVerdict.Outcome;
import io.github.tumorbench.press.analysis.metrics.Outcomes;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.metrics.Scorer;
import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.Gate;
import io.github.tumorbench.study.Gate.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final List<String> CLASSES = SampleRecords.CLASSES;
    private static final int[] SUPPORT = {300, 306, 405, 300};
    private static final int PAIRS = 2000;
    private static final Gate GATE = new Gate(
            0.01, 0.05, List.of(Metric.ACCURACY, Metric.BALANCED_ACCURACY, Metric.MACRO_F1, Metric.AUROC_MACRO));

    /** Both 0.97, 2.5 % of the images only the one gets right and 2.5 % only the other. */
    @Test
    void recordsOfEqualTruthFailInAtMostFivePercent() {
        int failed = failures(0.025, 0.025);
        assertThat(upperBound(failed))
                .as("%s of %s pairs failed", failed, PAIRS)
                .isLessThan(0.05);
    }

    /** 0.97 before, 0.94 after: 4 % of the images only the earlier gets right, 1 % only the later. */
    @Test
    void aTrueDropOfThreePointsFailsInAtLeastNinetyFivePercent() {
        int failed = failures(0.04, 0.01);
        assertThat(1 - upperBound(PAIRS - failed))
                .as("%s of %s pairs failed", failed, PAIRS)
                .isGreaterThan(0.95);
    }

    /** Upper end of the one-sided 95 % interval of a share (Clopper and Pearson 1934). */
    private static double upperBound(int count) {
        return count == PAIRS ? 1 : new BetaDistribution(count + 1, PAIRS - count).inverseCumulativeProbability(0.95);
    }

    private static int failures(double onlyBefore, double onlyAfter) {
        return (int) IntStream.range(0, PAIRS)
                .parallel()
                .filter(pair ->
                        !GateResult.of(pair(pair, onlyBefore, onlyAfter), GATE).passed())
                .count();
    }

    /** Two results that agree but for these shares of images; 0.5 % are wrong in both. One resample: the gate asks for none. */
    private static Changes pair(long seed, double onlyBefore, double onlyAfter) {
        Random random = new Random(seed);
        List<Prediction> before = new ArrayList<>();
        List<Prediction> after = new ArrayList<>();
        for (int label = 0; label < SUPPORT.length; label++) {
            for (int i = 0; i < SUPPORT[label]; i++) {
                double fate = random.nextDouble();
                boolean wrongAfter = fate < onlyBefore;
                boolean wrongBefore = !wrongAfter && fate < onlyBefore + onlyAfter;
                boolean wrong = !wrongAfter && !wrongBefore && fate < onlyBefore + onlyAfter + 0.005;
                before.add(prediction(before.size(), label, wrong || wrongBefore, random));
                after.add(prediction(after.size(), label, wrong || wrongAfter, random));
            }
        }
        return onlyWhatTheGateLooksAt(before, after);
    }

    /** As {@link Changes#between} makes them, without the metrics of single classes, for speed. */
    private static Changes onlyWhatTheGateLooksAt(List<Prediction> before, List<Prediction> after) {
        Scorer one = new Scorer(Outcomes.of(before, CLASSES, "before"), CLASSES.size());
        Scorer two = new Scorer(Outcomes.of(after, CLASSES, "after"), CLASSES.size());
        PairedContrast contrast = new PairedContrast(one, two, List.of(), new Bootstrap(1, 1));
        double[] valuesBefore = one.score();
        double[] valuesAfter = two.score();
        List<MetricChange> metrics = GATE.metrics().stream()
                .map(metric -> OverallMetric.valueOf(metric.name()))
                .map(metric -> ChangeAnalyser.change(
                        metric.key(), null, Scorer.index(metric), valuesBefore, valuesAfter, contrast))
                .toList();
        ExperimentChange net =
                new ExperimentChange("net", "net", before.size(), after.size(), true, 0, 0, List.of(), metrics);
        return new Changes(null, null, new Bootstrap(1, 1), List.of(), List.of(net), List.of(), List.of());
    }

    @Test
    void theShortWayGivesWhatTheWholeComparisonGives() {
        List<Prediction> before = right("net", 980).predictions();
        List<Prediction> after = right("net", 900).predictions();
        List<GateVerdict> whole = GateResult.of(Changes.between(record(before), record(after), 1), GATE)
                .verdicts();
        List<GateVerdict> brief =
                GateResult.of(onlyWhatTheGateLooksAt(before, after), GATE).verdicts();
        assertThat(brief).hasSameSizeAs(whole);
        for (int i = 0; i < whole.size(); i++) {
            assertThat(brief.get(i).drop()).isEqualTo(whole.get(i).drop());
            assertThat(brief.get(i).holm()).isEqualTo(whole.get(i).holm());
            assertThat(brief.get(i).outcome()).isEqualTo(whole.get(i).outcome());
        }
    }

    private static Prediction prediction(int number, int label, boolean wrong, Random random) {
        int told = wrong ? (label + 1 + random.nextInt(3)) % 4 : label;
        double[] row = new double[4];
        double rest = 0.02 + (wrong ? 0.45 : 0.3) * random.nextDouble();
        for (int other = 0; other < 4; other++) {
            row[other] = other == told ? 1 - rest : other == label ? 0.8 * rest : 0.1 * rest;
        }
        double sum = row[0] + row[1] + row[2] + row[3];
        for (int other = 0; other < 4; other++) {
            row[other] /= sum;
        }
        return SampleRecords.prediction(number, CLASSES.get(label), CLASSES, row);
    }

    private static StudyRecord record(List<Prediction> predictions) {
        return SampleRecords.study(CLASSES, SampleRecords.experiment("net", predictions.toArray(Prediction[]::new)));
    }

    /** So many right images out of 1000, the first ones. */
    private static ExperimentRecord right(String id, int right) {
        Random random = new Random(3);
        return SampleRecords.experiment(
                id,
                IntStream.range(0, 1000)
                        .mapToObj(i -> prediction(i, i % 4, i >= right, random))
                        .toArray(Prediction[]::new));
    }

    private static GateResult gate(StudyRecord before, StudyRecord after) {
        return GateResult.of(Changes.between(before, after, 1), new Gate(0.01, 0.05, List.of(Metric.ACCURACY)));
    }

    @Test
    void eachVerdictSaysWhyItIsPassedOrNot() {
        StudyRecord before = SampleRecords.study(
                CLASSES, right("better", 900), right("equal", 900), right("slightly", 900), right("much", 900));
        StudyRecord after = SampleRecords.study(
                CLASSES, right("better", 950), right("equal", 900), right("slightly", 890), right("much", 880));
        GateResult result = gate(before, after);
        assertThat(result.verdicts())
                .extracting(GateVerdict::outcome)
                .containsExactly(Outcome.NO_DROP, Outcome.NO_DROP, Outcome.WITHIN_MARGIN, Outcome.FAILED);
        assertThat(result.passed()).isFalse();
        assertThat(result.failures()).extracting(GateVerdict::experiment).containsExactly("much");
    }

    /** The same 20 net images lost, but 980 to 1000 of 2000 changed their side. */
    @Test
    void aLargeDropWithinNoiseIsLetThrough() {
        Random random = new Random(5);
        StudyRecord before = SampleRecords.study(CLASSES, half("net", 0, 500, random));
        StudyRecord after = SampleRecords.study(CLASSES, half("net", 500, 980, random));
        GateResult result = gate(before, after);
        assertThat(result.verdicts().get(0).drop()).isCloseTo(0.02, within(1e-12));
        assertThat(result.verdicts().get(0).outcome()).isEqualTo(Outcome.NOT_BEYOND_NOISE);
        assertThat(result.passed()).isTrue();
    }

    private static ExperimentRecord half(String id, int from, int to, Random random) {
        return SampleRecords.experiment(
                id,
                IntStream.range(0, 1000)
                        .mapToObj(i -> prediction(i, i % 4, i < from || i >= to, random))
                        .toArray(Prediction[]::new));
    }

    /** McNemar's exact p of 20 images all lost is 2⁻¹⁹; of 8 it is 0.0078, which Holm's correction over 8 experiments raises. */
    @Test
    void pValuesAreCorrectedOverAllExperiments() {
        ExperimentRecord[] before = new ExperimentRecord[8];
        ExperimentRecord[] after = new ExperimentRecord[8];
        for (int i = 0; i < 8; i++) {
            before[i] = right("net-" + i, 900);
            after[i] = right("net-" + i, i == 0 ? 892 : 900);
        }
        GateResult result = GateResult.of(
                Changes.between(SampleRecords.study(CLASSES, before), SampleRecords.study(CLASSES, after), 1),
                new Gate(0.005, 0.05, List.of(Metric.ACCURACY)));
        assertThat(result.verdicts().get(0).change().p()).isEqualTo(2.0 / 256);
        assertThat(result.verdicts().get(0).holm()).isEqualTo(8 * 2.0 / 256);
        assertThat(result.passed()).isTrue();
    }

    @Test
    void aLossThatGrowsIsADrop() {
        GateResult result = GateResult.of(
                Changes.between(
                        SampleRecords.study(CLASSES, right("net", 990)),
                        SampleRecords.study(CLASSES, right("net", 900)),
                        1),
                new Gate(0.01, 0.05, List.of(Metric.LOG_LOSS)));
        assertThat(result.verdicts().get(0).drop()).isPositive();
        assertThat(result.passed()).isFalse();
    }

    @Test
    void aMissingExperimentFailsByItself() {
        GateResult result = gate(
                SampleRecords.study(CLASSES, right("kept", 900), right("lost", 900)),
                SampleRecords.study(CLASSES, right("kept", 900), right("new", 100)));
        assertThat(result.failures()).isEmpty();
        assertThat(result.missing()).containsExactly("lost");
        assertThat(result.added()).containsExactly("new");
        assertThat(result.passed()).isFalse();
    }

    @Test
    void everyMetricOfTheStudyFileIsOneOfTheReport() {
        for (Metric metric : Metric.values()) {
            assertThat(OverallMetric.valueOf(metric.name()).key()).isNotEmpty();
        }
    }

    /** 24 images lost, 4 of each of 6 patients: six witnesses, not twenty-four. */
    @Test
    void imagesOfOnePatientAreNoIndependentWitnesses() {
        StudyRecord before = SampleRecords.study(CLASSES, right("net", 1000));
        StudyRecord after = SampleRecords.study(CLASSES, right("net", 976));
        MetricChange alone =
                Changes.between(before, after, 1).experiments().get(0).metrics().get(0);
        MetricChange together = Changes.between(withPatients(before), withPatients(after), 1)
                .experiments()
                .get(0)
                .metrics()
                .get(0);
        assertThat(alone.test()).isEqualTo("McNemar, exact");
        assertThat(together.test()).isEqualTo("McNemar, exact" + Contrast.Test.OVER_PATIENTS);
        assertThat(together.p()).isGreaterThan(100 * alone.p());
    }

    private static StudyRecord withPatients(StudyRecord record) {
        List<ManifestRow> manifest = new ArrayList<>();
        List<Prediction> predictions = record.experiments().get(0).predictions();
        for (int i = 0; i < predictions.size(); i++) {
            Prediction one = predictions.get(i);
            manifest.add(new ManifestRow(
                    one.file(), "0", 1, 1, one.label(), "testing", "p" + i / 16 + one.label(), null, List.of()));
        }
        return new StudyRecord(record.folder(), record.run(), null, manifest, null, record.experiments());
    }
}
