package io.github.tumorbench.lab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.lab.cache.Rows;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.dataset.Split;
import io.github.tumorbench.record.Explanations.Neighbour;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureSpaceTest {
    /** {@code sklearn.metrics.silhouette_samples(places, labels)}, rounded to five decimals. */
    @Test
    void silhouettesAreThoseOfScikitLearn() {
        double[][] places = {{0, 0}, {1, 0}, {0, 2}, {5, 5}, {6, 5}, {5, 7}, {9, 0}};
        assertThat(Silhouettes.of(new int[] {0, 0, 0, 1, 1, 1, 2}, places))
                .containsExactly(0.80838, 0.77461, 0.67598, 0.76574, 0.72251, 0.7323, 0.0);
    }

    @Test
    void oneClassAloneHasNoSilhouette() {
        assertThat(Silhouettes.of(new int[] {1, 1}, new double[][] {{0}, {1}})).containsExactly(null, null);
    }

    /** {@code z = (T - T.mean(0)) / T.std(0)} in NumPy for T = (0, 10), (2, 10), (4, 20), (6, 40) and q = (3, 20). */
    @Test
    void neighboursAreNearestAfterStandardisation() {
        List<Sample> training = List.of(
                new Sample(0, "a", 0, Split.TRAINING),
                new Sample(1, "b", 0, Split.TRAINING),
                new Sample(2, "c", 1, Split.TRAINING),
                new Sample(3, "d", 1, Split.TRAINING));
        // The third feature is the same everywhere and tells nothing.
        Rows features = Rows.of(new float[] {0, 10, 7, 2, 10, 7, 4, 20, 7, 6, 40, 7}, 3);
        assertThat(new Neighbours(training, features, List.of("one", "two")).of("q", new float[] {3, 20, 99}))
                .containsExactly(
                        new Neighbour("q", 1, "c", "two", 0.44721),
                        new Neighbour("q", 2, "b", "one", 0.93095),
                        new Neighbour("q", 3, "a", "one", 1.57056),
                        new Neighbour("q", 4, "d", "two", 2.11345));
    }
}
