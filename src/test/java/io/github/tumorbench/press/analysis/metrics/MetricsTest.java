package io.github.tumorbench.press.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.SampleRecords;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import io.github.tumorbench.record.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Twelve images of four classes, with ties and probabilities of 0 and 1, against scikit-learn 1.2.1:
 *
 * <pre>
 * y = [0,0,0,1,1,1,1,2,2,2,3,3]; p = the rows below; h = p.argmax(1); o = np.eye(4)[y]
 * accuracy_score(y,h)  balanced_accuracy_score(y,h)  f1_score(y,h,average='macro'|'weighted'|None)
 * matthews_corrcoef(y,h)  cohen_kappa_score(y,h)  roc_auc_score(y,p,multi_class='ovr'[,average='weighted'])
 * average_precision_score(o,p)  log_loss(y,p)  ((p-o)**2).sum(1).mean()  roc_auc_score(o,p,average=None)
 * average_precision_score(o,p,average=None)  precision_score(y,h,average=None)  recall_score(y,h,average=None)
 * </pre>
 */
class MetricsTest {
    private static final List<String> CLASSES = List.of("a", "b", "c", "d");
    private static final int[] TRUTH = {0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3};
    private static final double[][] ROWS = {
        {.70, .10, .10, .10},
        {.40, .40, .10, .10},
        {.20, .50, .20, .10},
        {.10, .60, .20, .10},
        {.30, .30, .20, .20},
        {.05, .90, .03, .02},
        {.25, .25, .25, .25},
        {.10, .10, .70, .10},
        {.10, .20, .60, .10},
        {.00, .00, .00, 1.0},
        {.10, .10, .10, .70},
        {.00, .30, .70, .00}
    };
    private static final double EXACT = 1e-12;

    private final ExperimentAnalysis one = StudyAnalysis.of(
                    SampleRecords.study(CLASSES, SampleRecords.experiment("x", table())))
            .experiments()
            .get(0);

    private static Prediction[] table() {
        return IntStream.range(0, TRUTH.length)
                .mapToObj(i -> SampleRecords.prediction(i, CLASSES.get(TRUTH[i]), CLASSES, ROWS[i]))
                .toArray(Prediction[]::new);
    }

    @Test
    void overallMetricsEqualScikitLearns() {
        Overall overall = one.overall();
        assertThat(overall.accuracy().value()).isCloseTo(0.5833333333333334, within(EXACT));
        assertThat(overall.balancedAccuracy()).isCloseTo(0.5833333333333333, within(EXACT));
        assertThat(overall.macroF1()).isCloseTo(0.5773809523809524, within(EXACT));
        assertThat(overall.weightedF1()).isCloseTo(0.5833333333333334, within(EXACT));
        assertThat(overall.mcc()).isCloseTo(0.44339622641509435, within(EXACT));
        assertThat(overall.kappa()).isCloseTo(0.43925233644859807, within(EXACT));
        assertThat(overall.aurocMacro()).isCloseTo(0.7037905092592593, within(EXACT));
        assertThat(overall.aurocWeighted()).isCloseTo(0.7353009259259259, within(EXACT));
        assertThat(overall.averagePrecisionMacro()).isCloseTo(0.6100198412698413, within(EXACT));
        assertThat(overall.logLoss()).isCloseTo(6.6166949319162, within(EXACT));
        assertThat(overall.brier()).isCloseTo(0.6069833333333333, within(EXACT));
        assertThat(overall.ece()).isCloseTo(0.3125, within(EXACT));
        assertThat(overall.absent()).isEmpty();
    }

    @Test
    void metricsOfEachClassEqualScikitLearns() {
        double[][] expected = {
            // precision, recall, F1, AUROC, average precision
            {0.5, 0.6666666666666666, 0.5714285714285715, 0.9259259259259259, 0.8666666666666667},
            {0.6666666666666666, 0.5, 0.5714285714285715, 0.828125, 0.7678571428571428},
            {0.6666666666666666, 0.6666666666666666, 0.6666666666666666, 0.6111111111111112, 0.4722222222222222},
            {0.5, 0.5, 0.5, 0.45, 0.3333333333333333}
        };
        for (int label = 0; label < expected.length; label++) {
            ClassMetrics metrics = one.classes().get(label);
            assertThat(List.of(
                            metrics.precision().value(),
                            metrics.recall().value(),
                            metrics.f1(),
                            metrics.auroc().value(),
                            metrics.averagePrecision()))
                    .as(metrics.name())
                    .usingElementComparator((a, b) -> Math.abs(a - b) < EXACT ? 0 : Double.compare(a, b))
                    .containsExactly(box(expected[label]));
        }
    }

    @Test
    void specificityIsTheShareOfTheOthersNotGivenTheClass() {
        assertThat(one.classes().stream().map(metrics -> metrics.specificity().value()))
                .containsExactly(7.0 / 9, 7.0 / 8, 8.0 / 9, 9.0 / 10);
        assertThat(one.classes().stream().map(ClassMetrics::support)).containsExactly(3, 4, 3, 2);
    }

    @Test
    void theConfusionMatrixHasTrueClassesInRows() {
        assertThat(one.confusion().counts())
                .containsExactly(List.of(2, 1, 0, 0), List.of(2, 2, 0, 0), List.of(0, 0, 2, 1), List.of(0, 0, 1, 1));
        assertThat(one.confusion().share(1, 0)).isEqualTo(0.5);
        assertThat(one.confusion().predicted(0)).isEqualTo(4);
        assertThat(one.confusion().mostConfused()).isEqualTo(new ConfusedPair("b", "a", 2, 4));
    }

    @Test
    void rocCurvesHaveOnlyTheirCorners() {
        List<List<RocCurve.Point>> curves =
                one.curves().stream().map(RocCurve::points).toList();
        assertThat(curves.get(0)).containsExactly(points(0, 0, 0, 2 / 3.0, 2 / 9.0, 2 / 3.0, 2 / 9.0, 1, 1, 1));
        assertThat(curves.get(1)).containsExactly(points(0, 0, 0, .5, .25, .5, .375, .75, .375, 1, 1, 1));
        assertThat(curves.get(3)).containsExactly(points(0, 0, .1, 0, .1, .5, 1, .5, 1, 1));
    }

    @Test
    void theAreaUnderEachCurveIsItsAuroc() {
        for (RocCurve curve : one.curves()) {
            double area = 0;
            for (int i = 1; i < curve.points().size(); i++) {
                RocCurve.Point a = curve.points().get(i - 1);
                RocCurve.Point b = curve.points().get(i);
                area += (b.falsePositiveRate() - a.falsePositiveRate())
                        * (a.truePositiveRate() + b.truePositiveRate())
                        / 2;
            }
            assertThat(area).as(curve.name()).isCloseTo(curve.auroc().value(), within(EXACT));
        }
    }

    @Test
    void deLongIntervalsEqualThoseOfTheDefinition() {
        // k = (P[:,None]>N)+.5*(P[:,None]==N); p, n = k.mean(1), k.mean(0); v = [x.var(ddof=1)/len(x) for x in (p, n)]
        // f = [2*len(x)/(scipy.stats.kurtosis(x, fisher=False)-1) for x in (p, n)]; se² = sum(v); df = se⁴/Σ v²/f
        // logit(k.mean()) ± scipy.stats.t(df).ppf(.975)·se/(a(1−a)), with NumPy and SciPy
        double[][] expected = {
            {0.4566937282371095, 0.9946490587950729},
            {0.43744898518648084, 0.9675891715974515},
            {0.08466175707063504, 0.963896702166388},
            {0.02217422468051487, 0.9672343326474689}
        };
        for (int label = 0; label < expected.length; label++) {
            Estimate auroc = one.classes().get(label).auroc();
            assertThat(auroc.low()).isCloseTo(expected[label][0], within(1e-10));
            assertThat(auroc.high()).isCloseTo(expected[label][1], within(1e-10));
            assertThat(auroc.method()).isEqualTo(Intervals.DELONG);
        }
    }

    private static RocCurve.Point[] points(double... pairs) {
        List<RocCurve.Point> points = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            points.add(new RocCurve.Point(pairs[i], pairs[i + 1]));
        }
        return points.toArray(RocCurve.Point[]::new);
    }

    private static Double[] box(double[] values) {
        return java.util.Arrays.stream(values).boxed().toArray(Double[]::new);
    }
}
