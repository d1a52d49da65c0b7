package io.github.tumorbench.lab.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.dataset.Split;
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

    private static final List<Sample> SAMPLES = List.of(
            new Sample(0, "a1", 0, Split.TESTING),
            new Sample(1, "a2", 0, Split.TESTING),
            new Sample(2, "a3", 0, Split.TESTING),
            new Sample(3, "b1", 1, Split.TESTING),
            new Sample(4, "a4", 0, Split.TESTING));
    private static final List<String> DIGESTS = List.of("50", "10", "40", "30", "20");

    @Test
    void sharedImagesAreTheFirstByDigestAndThoseWithAMaskBefore() {
        assertThat(Selection.shared(SAMPLES, DIGESTS, sample -> sample.index() == 2, 2, 2))
                .containsExactly(2, 1, 3);
    }

    @Test
    void aStratifiedChoiceTakesOneOfEachClassInTurn() {
        assertThat(Selection.stratified(SAMPLES, DIGESTS, 1)).containsExactly(1);
        assertThat(Selection.stratified(SAMPLES, DIGESTS, 2)).containsExactly(1, 3);
        assertThat(Selection.stratified(SAMPLES, DIGESTS, 4)).containsExactly(1, 2, 3, 4);
        assertThat(Selection.stratified(SAMPLES, DIGESTS, 99)).containsExactly(0, 1, 2, 3, 4);
    }
}
