package io.github.tumorbench.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Run by {@code mvn -Pbench test -DskipTests=false -Dtest='io.github.tumorbench.bench.*Test'}. */
class FindingsTest {
    private static Series series(String precision, String contender, Unit unit, Double... values) {
        return new Series("inference", "MobileNetV2", precision, contender, unit, List.of(values));
    }

    @Test
    void medianIsTheMiddleValueOrTheMeanOfTheMiddleTwo() {
        assertThat(series("fp32", "a", Unit.SECONDS, 3.0, 1.0, 2.0).median()).isEqualTo(2);
        assertThat(series("fp32", "a", Unit.SECONDS, 4.0, 1.0, 2.0, 3.0).median())
                .isEqualTo(2.5);
    }

    @Test
    void spreadIsTheRangeAsAShareOfTheMedian() {
        assertThat(series("fp32", "a", Unit.SECONDS, 3.0, 1.0, 2.0).spread()).isEqualTo(1);
    }

    @Test
    void aSeriesWithoutValuesIsRefused() {
        assertThatThrownBy(() -> series("fp32", "a", Unit.SECONDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a: expected a value of each round, found none");
    }

    @Test
    void moreImagesAndFewerSecondsAreBothAnAdvantage() {
        assertThat(Unit.IMAGES_PER_SECOND.advantage(300, 200)).isEqualTo(1.5);
        assertThat(Unit.SECONDS.advantage(2, 3)).isEqualTo(1.5);
    }

    @Test
    void oursIsHeldAgainstTheBestPeerAtEqualPrecisionOnly() {
        Findings findings = new Findings();
        Series ours = series("fp32", Series.OURS, Unit.IMAGES_PER_SECOND, 100.0);
        findings.add(ours);
        findings.add(series("fp32", "slow", Unit.IMAGES_PER_SECOND, 50.0));
        findings.add(series("fp32", "fast", Unit.IMAGES_PER_SECOND, 80.0));
        findings.add(series("bf16", "fast", Unit.IMAGES_PER_SECOND, 500.0));

        assertThat(findings.bestPeer(ours)).map(Series::contender).contains("fast");
        assertThat(findings.advantage(ours).orElseThrow()).isCloseTo(1.25, within(1e-12));
    }

    @Test
    void inSecondsTheBestPeerIsTheShortest() {
        Findings findings = new Findings();
        Series ours = series("", Series.OURS, Unit.SECONDS, 2.0);
        findings.add(ours);
        findings.add(series("", "slow", Unit.SECONDS, 9.0));
        findings.add(series("", "fast", Unit.SECONDS, 3.0));

        assertThat(findings.advantage(ours)).contains(1.5);
    }

    @Test
    void gainOfBf16IsAgainstTheSameContendersFp32() {
        Findings findings = new Findings();
        findings.add(series("fp32", "a", Unit.IMAGES_PER_SECOND, 40.0));
        findings.add(series("fp32", "b", Unit.IMAGES_PER_SECOND, 10.0));
        Series bf16 = series("bf16", "a", Unit.IMAGES_PER_SECOND, 60.0);

        assertThat(findings.gainOverFp32(bf16)).contains(1.5);
        assertThat(findings.gainOverFp32(series("fp32", "a", Unit.IMAGES_PER_SECOND, 40.0)))
                .isEmpty();
    }

    @Test
    void tableHasARowPerSeriesWithTheRatioOnOurs() {
        Findings findings = new Findings();
        findings.add(series("fp32", Series.OURS, Unit.IMAGES_PER_SECOND, 90.0, 110.0, 100.0));
        findings.add(series("fp32", "ONNX Runtime", Unit.IMAGES_PER_SECOND, 80.0));
        findings.remark("inference", "A sentence.");

        assertThat(new Reports(Path.of("."), findings).markdown())
                .contains("- A sentence.\n")
                .contains("| MobileNetV2 | fp32 | **Tumorbench** | 100 images/s | 90.0–110 | 20 % | 1.25 | – |\n")
                .contains("| MobileNetV2 | fp32 | ONNX Runtime | 80.0 images/s | 80.0–80.0 | 0 % | – | – |\n");
    }
}
