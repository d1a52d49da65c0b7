package io.github.tumorbench.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.study.AugmentationPreset.Flip;
import io.github.tumorbench.study.AugmentationPreset.Strength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AugmentationPresetTest {
    /** A change of a number changes every study that names the preset: it is made on purpose or not at all. */
    @ParameterizedTest
    @CsvSource({
        "none,     NEVER,       0, 0,    0,    0,    0,  0,    1,    0,  0",
        "mirror,   ODD_ROUNDS,  0, 0,    0,    0,    0,  0,    1,    0,  1",
        "light,    HALF,        8, 0.08, 0.05, 0.1,  8,  0,    1,    0,  2147483647",
        "medium,   HALF,       14, 0.15, 0.1,  0.2,  16, 0,    1,    0,  2147483647",
        "finetune, HALF,       11, 0.12, 0.08, 0.15, 12, 0,    1,    0,  2147483647",
        "strong,   HALF,       20, 0.2,  0.12, 0.25, 20, 0,    1,    0,  2147483647",
        "mri,      HALF,       14, 0.15, 0.1,  0,    0,  0.15, 1.25, 10, 2147483647"
    })
    void eachWordStandsForTheseNumbers(
            String word,
            Flip flip,
            double rotation,
            double scale,
            double shift,
            double contrast,
            double brightness,
            double biasField,
            double gamma,
            double noise,
            int views) {
        AugmentationPreset preset = Kind.oneOf(AugmentationPreset.class)
                .read(new Tree.Scalar(0, word, true))
                .orElseThrow();
        assertThat(preset.strength())
                .isEqualTo(new Strength(flip, rotation, scale, shift, contrast, brightness, biasField, gamma, noise));
        assertThat(preset.word()).isEqualTo(word);
        assertThat(preset.differentViews()).isEqualTo(views);
    }
}
