package io.github.tumorbench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "flaw, lawn, 2", "'', abc, 3", "abc, '', 3", "same, same, 0", "ab, ba, 2"})
    void distanceIsLevenshteins(String a, String b, int distance) {
        assertThat(Nearest.distance(a, b)).isEqualTo(distance);
    }

    @Test
    void theNearestOfSeveralIsGuessed() {
        assertThat(Nearest.to("epoch", List.of("batch", "epochs", "each"))).contains("epochs");
    }

    @Test
    void nothingIsGuessedFromFarAway() {
        assertThat(Nearest.to("colour", List.of("batch", "epochs"))).isEmpty();
    }
}
