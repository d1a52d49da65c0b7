package io.github.tumorbench.lab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.record.Prediction;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnsembleTest {
    private static final List<String> CLASSES = List.of("a", "b", "c");

    private static Prediction prediction(String file, double... logits) {
        List<Double> values = java.util.stream.DoubleStream.of(logits).boxed().toList();
        return new Prediction(file, "b", "a", 0.5, List.of(0.5, 0.3, 0.2), values);
    }

    @Test
    void probabilitiesAreAveragedNotLogits() {
        // softmax(ln 8, ln 1, ln 1) = .8 .1 .1 and softmax(ln 2, ln 7, ln 1) = .2 .7 .1
        List<Prediction> one = List.of(prediction("x", Math.log(8), 0, 0));
        List<Prediction> other = List.of(prediction("x", Math.log(2), Math.log(7), 0));
        Prediction together = Ensemble.of(List.of(one, other), CLASSES).get(0);
        assertThat(together.probabilities().get(0)).isCloseTo(0.5, within(1e-12));
        assertThat(together.probabilities().get(1)).isCloseTo(0.4, within(1e-12));
        assertThat(together.probabilities().get(2)).isCloseTo(0.1, within(1e-12));
        assertThat(together.predicted()).isEqualTo("a");
        assertThat(together.confidence()).isEqualTo(together.probabilities().get(0));
        assertThat(together.label()).isEqualTo("b");
        for (int c = 0; c < 3; c++) {
            assertThat(Math.exp(together.logits().get(c)))
                    .isCloseTo(together.probabilities().get(c), within(1e-12));
        }
    }

    @Test
    void certaintyBeyondWhatAFloatHoldsStaysFinite() {
        List<Prediction> sure = List.of(prediction("x", 900, -900, 0));
        Prediction together = Ensemble.of(List.of(sure, sure), CLASSES).get(0);
        assertThat(together.probabilities()).containsExactly(1.0, 0.0, 0.0);
        assertThat(together.logits()).allMatch(Double::isFinite);
        assertThat(together.logits().get(0)).isGreaterThan(together.logits().get(1));
    }

    @Test
    void membersOfOtherImagesAreRefused() {
        assertThatThrownBy(() -> Ensemble.of(
                        List.of(List.of(prediction("x", 1, 2, 3)), List.of(prediction("y", 1, 2, 3))), CLASSES))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
