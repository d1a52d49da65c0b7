package io.github.tumorbench.press.analysis.metrics;

import static io.github.tumorbench.press.analysis.SampleRecords.experiment;
import static io.github.tumorbench.press.analysis.SampleRecords.prediction;
import static io.github.tumorbench.press.analysis.SampleRecords.study;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import io.github.tumorbench.record.Prediction;
import io.github.tumorbench.study.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records at the edge of what metrics are defined for: undefined is null, never 0. */
class DegenerateTest {
    private static final List<String> CLASSES = List.of("a", "b", "c");

    private static ExperimentAnalysis analyse(Prediction... predictions) {
        return StudyAnalysis.of(study(CLASSES, experiment("x", predictions)))
                .experiments()
                .get(0);
    }

    @Test
    void aClassAbsentFromTheTestSetIsLeftOutOfMacroAverages() {
        ExperimentAnalysis one = analyse(
                prediction(0, "a", CLASSES, .8, .1, .1),
                prediction(1, "a", CLASSES, .3, .6, .1),
                prediction(2, "b", CLASSES, .2, .7, .1));
        ClassMetrics absent = one.classes().get(2);
        assertThat(absent.support()).isZero();
        assertThat(absent.recall().value()).isNull();
        assertThat(absent.precision().value()).isNull();
        assertThat(absent.specificity().value()).isEqualTo(1);
        assertThat(absent.f1()).isNull();
        assertThat(absent.auroc().value()).isNull();
        assertThat(absent.averagePrecision()).isNull();
        assertThat(one.curves().get(2).points()).isEmpty();
        assertThat(one.confusion().share(2, 0)).isNull();
        assertThat(one.overall().absent()).containsExactly("c");
        assertThat(one.overall().balancedAccuracy()).isEqualTo(0.75);
        assertThat(one.overall().macroF1()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(one.overall().aurocMacro()).isEqualTo(1);
        assertThat(one.overall().averagePrecisionMacro()).isEqualTo(1);
    }

    @Test
    void anAbsentClassThatIsPredictedHasAnF1OfZero() {
        ExperimentAnalysis one =
                analyse(prediction(0, "a", CLASSES, .1, .1, .8), prediction(1, "b", CLASSES, .1, .8, .1));
        assertThat(one.classes().get(2).f1()).isZero();
        assertThat(one.classes().get(2).precision().value()).isZero();
        assertThat(one.classes().get(2).recall().value()).isNull();
        assertThat(one.classes().get(0).precision().value()).isNull();
        assertThat(one.classes().get(0).f1()).isZero();
    }

    @Test
    void predictionsAllOfOneClassHaveNoCorrelation() {
        ExperimentAnalysis one = analyse(
                prediction(0, "a", CLASSES, .5, .25, .25),
                prediction(1, "b", CLASSES, .5, .25, .25),
                prediction(2, "c", CLASSES, .5, .25, .25));
        assertThat(one.overall().mcc()).isNull();
        assertThat(one.overall().kappa()).isZero();
        assertThat(one.overall().aurocMacro()).isEqualTo(0.5);
        assertThat(one.overall().averagePrecisionMacro()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(one.curves().get(0).points()).containsExactly(new RocCurve.Point(0, 0), new RocCurve.Point(1, 1));
        assertThat(one.classes().get(1).precision().value()).isNull();
    }

    @Test
    void oneImageIsEnoughForWhatIsDefined() {
        ExperimentAnalysis one = analyse(prediction(0, "b", CLASSES, .2, .7, .1));
        assertThat(one.overall().accuracy().value()).isEqualTo(1);
        assertThat(one.overall().balancedAccuracy()).isEqualTo(1);
        assertThat(one.overall().mcc()).isNull();
        assertThat(one.overall().kappa()).isNull();
        assertThat(one.overall().aurocMacro()).isNull();
        assertThat(one.overall().aurocWeighted()).isNull();
        assertThat(one.overall().averagePrecisionMacro()).isEqualTo(1);
        assertThat(one.overall().logLoss()).isCloseTo(-Math.log(0.7), within(1e-15));
        assertThat(one.overall().ece()).isCloseTo(0.3, within(1e-15));
        assertThat(one.confidence().medianWrong()).isNull();
    }

    @Test
    void noImageLeavesEverythingUndefined() {
        ExperimentAnalysis one = analyse();
        Overall overall = one.overall();
        assertThat(overall.accuracy().value()).isNull();
        assertThat(overall.balancedAccuracy()).isNull();
        assertThat(overall.macroF1()).isNull();
        assertThat(overall.weightedF1()).isNull();
        assertThat(overall.mcc()).isNull();
        assertThat(overall.kappa()).isNull();
        assertThat(overall.logLoss()).isNull();
        assertThat(overall.brier()).isNull();
        assertThat(overall.ece()).isNull();
        assertThat(overall.absent()).containsExactly("a", "b", "c");
        assertThat(one.confusion().mostConfused()).isNull();
    }

    @Test
    void certainPredictionsAreAllDefined() {
        ExperimentAnalysis one = analyse(
                prediction(0, "a", CLASSES, 1, 0, 0),
                prediction(1, "b", CLASSES, 0, 1, 0),
                prediction(2, "c", CLASSES, 0, 1, 0));
        assertThat(one.overall().logLoss()).isCloseTo(36.04365338911715 / 3, within(1e-12));
        assertThat(one.overall().brier()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(one.overall().ece()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(one.classes().get(1).auroc().value()).isEqualTo(0.75);
        assertThat(one.classes().get(2).auroc().value()).isEqualTo(0.5);
    }

    @Test
    void aPredictionOfAnUnknownClassIsRefusedWithItsPlace() {
        Prediction odd = new Prediction("Testing/x.jpg", "d", "a", 1, List.of(1., 0., 0.), List.of(1., 0., 0.));
        assertThatThrownBy(() -> analyse(odd))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "experiments/x/predictions.csv: Testing/x.jpg: expected one of the classes a, b, c, found 'd'");
    }

    @Test
    void aRowWithTooFewProbabilitiesIsRefusedWithItsPlace() {
        Prediction odd = new Prediction("Testing/x.jpg", "a", "a", 1, List.of(1., 0.), List.of(1., 0.));
        assertThatThrownBy(() -> analyse(odd))
                .isInstanceOf(InputException.class)
                .hasMessage("experiments/x/predictions.csv: Testing/x.jpg: expected 3 probabilities, found 2");
    }

    @Test
    void withoutValidationImagesThereIsNoTemperatureAndNoSet() {
        ExperimentAnalysis one = analyse(prediction(0, "a", CLASSES, .8, .1, .1));
        assertThat(one.temperature().value()).isNull();
        assertThat(one.temperature().reason()).isEqualTo("no validation image");
        assertThat(one.conformal().sets()).isEmpty();
    }

    @Test
    void aPerfectRecordHasIntervalsThatAreNotOnlyOne() {
        Prediction[] rows = new Prediction[30];
        for (int i = 0; i < rows.length; i++) {
            double[] row = {.05, .05, .05};
            row[i % 3] = .9;
            rows[i] = prediction(i, CLASSES.get(i % 3), CLASSES, row);
        }
        ExperimentAnalysis one = analyse(rows);
        assertThat(one.overall().accuracy().low()).isCloseTo(0.8865, within(1e-4));
        assertThat(one.classes().get(0).auroc().low()).isCloseTo(0.7225, within(1e-4));
        for (OverallMetric metric : OverallMetric.values()) {
            Estimate best = one.intervals().of(metric).best();
            assertThat(best.hasInterval() && best.low().equals(best.high()))
                    .as(metric.key())
                    .isFalse();
        }
        assertThat(one.intervals().of(OverallMetric.MACRO_F1).best().method()).isEqualTo(Jackknife.WILSON);
        assertThat(one.intervals().of(OverallMetric.BALANCED_ACCURACY).best().low())
                .isEqualTo(Intervals.wilson(30, 30).low(), within(1e-12));
        assertThat(one.intervals().of(OverallMetric.AUROC_MACRO).best().method())
                .isEqualTo(Jackknife.PERFECT);
    }

    @Test
    void tiesInEveryScoreAreDeferredByFileAndWeighedByChance() {
        Prediction[] rows = new Prediction[20];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = prediction(i, CLASSES.get(i < 15 ? 0 : 1), CLASSES, .5, .25, .25);
        }
        ExperimentAnalysis one = analyse(rows);
        assertThat(one.deferral().aurc()).isCloseTo(0.25, within(1e-12));
        assertThat(one.classes().get(0).auroc().value()).isEqualTo(0.5);
        assertThat(one.classes().get(0).auroc().hasInterval()).isFalse();
        assertThat(one.deferral().rows().get(4).caughtErrors()).isZero();
        assertThat(one.calibration().eceEqualMass()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void oneImageHasNoResampledInterval() {
        ExperimentAnalysis one = analyse(prediction(0, "b", CLASSES, .2, .7, .1));
        assertThat(one.intervals().of(OverallMetric.LOG_LOSS).best().hasInterval())
                .isFalse();
        assertThat(one.deferral().rows().get(0).deferred()).isZero();
    }
}
