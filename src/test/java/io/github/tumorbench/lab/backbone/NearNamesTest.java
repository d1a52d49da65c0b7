package io.github.tumorbench.lab.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {
    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "'',abc,3", "abc,'',3", "same,same,0", "ab,ba,2"})
    void distanceIsLevenshteins(String a, String b, int distance) {
        assertThat(NearNames.distance(a, b)).isEqualTo(distance);
    }

    @Test
    void theNearestComeFirstLetterCaseAside() {
        assertThat(NearNames.of("CONV_1", List.of("out_relu", "Conv_1_bn", "Conv_1"), 2))
                .containsExactly("Conv_1", "Conv_1_bn");
    }
}
