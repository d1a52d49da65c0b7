package io.github.tumorbench.lab.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.record.Prediction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static Prediction prediction(String file, String label, String predicted, double confidence) {
        return new Prediction(file, label, predicted, confidence, List.of(), List.of());
    }

    @Test
    void eachClassShowsItsSurestAndLeastSureRightAndItsSurestWrong() {
        List<Prediction> predictions = List.of(
                prediction("a1", "a", "a", 0.9),
                prediction("a2", "a", "a", 0.6),
                prediction("a3", "a", "a", 0.99),
                prediction("a4", "a", "b", 0.8),
                prediction("a5", "a", "b", 0.7),
                prediction("b1", "b", "b", 0.5));
        assertThat(Selection.choose(predictions, List.of("a", "b"), 1))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        2, "confident-correct",
                        1, "unsure-correct",
                        3, "confident-wrong",
                        5, "confident-correct"));
    }

    @Test
    void tiesAreBrokenByFile() {
        List<Prediction> predictions =
                List.of(prediction("z", "a", "a", 0.9), prediction("b", "a", "a", 0.9), prediction("c", "a", "a", 0.9));
        assertThat(Selection.choose(predictions, List.of("a"), 1))
                .containsExactlyInAnyOrderEntriesOf(Map.of(1, "confident-correct", 2, "unsure-correct"));
    }
}
