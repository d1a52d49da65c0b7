package io.github.tumorbench.press.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.press.figures.Palette.Tone;
import java.awt.Color;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteTest {
    /** WCAG 2 relative luminance. */
    private static double luminance(String hex) {
        Color color = Color.decode(hex);
        double[] share = {color.getRed() / 255.0, color.getGreen() / 255.0, color.getBlue() / 255.0};
        for (int i = 0; i < 3; i++) {
            share[i] = share[i] <= 0.04045 ? share[i] / 12.92 : Math.pow((share[i] + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * share[0] + 0.7152 * share[1] + 0.0722 * share[2];
    }

    private static double contrast(String a, String b) {
        double x = luminance(a);
        double y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    private static List<Tone> seriesTones() {
        return Palette.tones().stream()
                .filter(tone -> !List.of(Palette.GRID, Palette.PAPER).contains(tone))
                .toList();
    }

    @Test
    void marksStandOutFromThePageInBothColourSchemes() {
        for (Tone tone : seriesTones()) {
            assertThat(contrast(tone.light(), Palette.PAPER.light()))
                    .as(tone.variable())
                    .isGreaterThanOrEqualTo(3);
            assertThat(contrast(tone.dark(), Palette.PAPER.dark()))
                    .as(tone.variable())
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void textStandsOutFromThePageInBothColourSchemes() {
        for (Tone tone : List.of(Palette.INK, Palette.MUTED)) {
            assertThat(contrast(tone.light(), Palette.PAPER.light()))
                    .as(tone.variable())
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(tone.dark(), Palette.PAPER.dark()))
                    .as(tone.variable())
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void textStandsOutFromTheDeepestCellOfAConfusionMatrix() {
        for (Tone tone : List.of(Palette.RIGHT, Palette.WRONG)) {
            String light = blend(tone.light(), Palette.PAPER.light());
            String dark = blend(tone.dark(), Palette.PAPER.dark());
            assertThat(contrast(Palette.INK.light(), light)).as(tone.variable()).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(Palette.INK.dark(), dark)).as(tone.variable()).isGreaterThanOrEqualTo(4.5);
        }
    }

    private static String blend(String over, String under) {
        Color a = Color.decode(over);
        Color b = Color.decode(under);
        double share = ConfusionFigure.DEEPEST;
        return "#%02x%02x%02x"
                .formatted(
                        Math.round(share * a.getRed() + (1 - share) * b.getRed()),
                        Math.round(share * a.getGreen() + (1 - share) * b.getGreen()),
                        Math.round(share * a.getBlue() + (1 - share) * b.getBlue()));
    }

    @Test
    void everyToneIsToldApartByVariableAndByValue() {
        List<Tone> tones = Palette.tones();
        assertThat(new HashSet<>(tones.stream().map(Tone::variable).toList())).hasSameSizeAs(tones);
        assertThat(new HashSet<>(tones.stream().map(Tone::light).toList())).hasSameSizeAs(tones);
    }

    @Test
    void theThreeBackbonesAndEightClassesHaveTonesOfTheirOwn() {
        assertThat(List.of("MobileNetV2", "ResNet50", "EfficientNetB0").stream()
                        .map(Palette::ofBackbone)
                        .map(Tone::variable))
                .containsExactly("--backbone-1", "--backbone-2", "--backbone-3");
        assertThat(IntStream.range(0, 8).mapToObj(Palette::ofClass)).doesNotHaveDuplicates();
        assertThat(Palette.ofBackbone("Xception")).isEqualTo(Palette.ofBackbone("Xception"));
        assertThat(Palette.ofBackbone("Xception").variable()).isIn("--backbone-4", "--backbone-5", "--backbone-6");
    }

    @Test
    void theStyleSheetDeclaresEveryVariableOnceForEachScheme() {
        assertThat(Palette.lightCss().lines()).hasSameSizeAs(Palette.tones()).contains("--fig-ink: #1f2328;");
        assertThat(Palette.darkCss().lines()).hasSameSizeAs(Palette.tones()).contains("--fig-ink: #e6e8eb;");
    }
}
