package io.github.tumorbench.press.site.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.study.InputException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {
    @Test
    void numbersAreComparedAsNumbersAndTheFirstCountsMost() {
        List<String> ordered =
                List.of("0.0.1", "0.0.9", "0.0.10", "0.2.0", "0.10.0", "1.0.0", "1.0.1", "2.0.0", "10.0.0");

        assertThat(Stream.of("10.0.0", "0.0.10", "1.0.1", "0.10.0", "2.0.0", "0.0.1", "0.2.0", "1.0.0", "0.0.9")
                        .map(SemanticVersion::parse)
                        .sorted()
                        .map(SemanticVersion::toString))
                .isEqualTo(ordered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1.2",
                "1.2.3.4",
                "v1.2.3",
                "1.02.3",
                "1.2.x",
                "1.2.3-rc.1",
                "1.2.3+5",
                "",
                "1.2.-3",
                "../1.2.3",
                "1.2.3 "
            })
    void anythingButThreeNumbersIsRefused(String text) {
        assertThatThrownBy(() -> SemanticVersion.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessage("version: expected three whole numbers joined by dots, e.g. 1.2.0, found " + text);
    }
}
