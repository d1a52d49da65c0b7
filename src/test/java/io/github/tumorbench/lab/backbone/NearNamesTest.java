package io.github.tumorbench.lab.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearNamesTest {
    @Test
    void theNearestComeFirstLetterCaseAside() {
        assertThat(NearNames.of("CONV_1", List.of("out_relu", "Conv_1_bn", "Conv_1"), 2))
                .containsExactly("Conv_1", "Conv_1_bn");
    }
}
