package io.github.tumorbench.press.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ResNet50 (frozen, official)|ResNet50|frozen, official",
                "Ensemble three|Ensemble three|''",
                "mobilenetv2-long|mobilenetv2-long|''",
                "Net (a (b))|Net|a (b)",
                "half (open|half (open|''"
            })
    void aNameIsTheTwoPartsItComesApartInto(String name, String subject, String apart) {
        ExperimentName parts = ExperimentName.of(name);

        assertThat(parts).isEqualTo(new ExperimentName(subject, apart));
        assertThat(parts).hasToString(name);
    }
}
