package io.github.tumorbench.lab.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.dataset.Split;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingShareTest {
    private static List<Sample> images() {
        List<Sample> images = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            images.add(new Sample(2 * i, "Training/%d.png".formatted(i), i % 13 == 0 ? 1 : 0, Split.TRAINING));
        }
        return images;
    }

    @Test
    void eachClassGivesItsShareAndAtLeastOneImage() {
        List<Sample> tenth = TrainingShare.of(images(), 0.1, 1);
        assertThat(tenth.stream().filter(sample -> sample.label() == 0)).hasSize(12);
        assertThat(tenth.stream().filter(sample -> sample.label() == 1)).hasSize(1);
        List<Sample> least = TrainingShare.of(images(), 0.001, 1);
        assertThat(least).extracting(Sample::label).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void aLargerShareHoldsTheSmallerOneInTheSameOrder() {
        List<Sample> smaller = TrainingShare.of(images(), 0.2, 1);
        List<Sample> larger = TrainingShare.of(images(), 0.6, 1);
        assertThat(larger).containsSubsequence(smaller).isSubsetOf(images());
        assertThat(TrainingShare.of(images(), 1, 1)).isEqualTo(images());
    }

    @Test
    void theSeedDecidesWhichImages() {
        assertThat(TrainingShare.of(images(), 0.2, 1))
                .isEqualTo(TrainingShare.of(images(), 0.2, 1))
                .isNotEqualTo(TrainingShare.of(images(), 0.2, 2));
    }
}
