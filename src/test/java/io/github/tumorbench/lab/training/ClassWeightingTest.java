package io.github.tumorbench.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.study.Schedule;
import org.junit.jupiter.api.Test;

class ClassWeightingTest {
    private static final int[] LABELS = {0, 0, 0, 1, 1, 2};

    @Test
    void balancedWeightsAreScikitLearns() {
        // sklearn.utils.class_weight.compute_class_weight("balanced", classes=[0, 1, 2], y=[0, 0, 0, 1, 1, 2])
        assertThat(ClassWeighting.of(Schedule.ClassWeights.BALANCED, LABELS, 3))
                .containsExactly(new float[] {2f / 3, 1, 2}, within(1e-6f));
    }

    @Test
    void aClassWithoutImagesHasNoWeight() {
        assertThat(ClassWeighting.of(Schedule.ClassWeights.BALANCED, LABELS, 4)[3])
                .isZero();
    }

    @Test
    void withoutWeightingAllAreOne() {
        assertThat(ClassWeighting.of(Schedule.ClassWeights.NONE, LABELS, 3)).containsExactly(1, 1, 1);
    }
}
