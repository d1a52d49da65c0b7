package io.github.tumorbench.lab.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialiserTest {
    private final Backbone mobileNet = Backbones.named("MobileNetV2", 224);
    private final Backbone efficientNet = Backbones.named("EfficientNetB0", 224);

    @Test
    void glorotIsUniformUpToItsLimit() {
        // [1, 1, 320, 1280]: √(6 / 1600)
        float[] values = KernelInitialiser.GLOROT_UNIFORM.values(List.of(1, 1, 320, 1280), new SplittableRandom(1));
        double limit = Math.sqrt(6.0 / 1600);

        assertThat(maximum(values)).isCloseTo(limit, within(limit / 1000)).isLessThanOrEqualTo(limit);
        assertThat(mean(values)).isCloseTo(0, within(limit / 100));
        assertThat(variance(values)).isCloseTo(limit * limit / 3, withinPercentage(1));
    }

    @Test
    void glorotCountsADepthwiseKernelsChannelsAsFanIn() {
        // [3, 3, 960, 1]: √(6 / (9·960 + 9))
        float[] values = KernelInitialiser.GLOROT_UNIFORM.values(List.of(3, 3, 960, 1), new SplittableRandom(1));

        assertThat(maximum(values)).isCloseTo(Math.sqrt(6.0 / 8649), withinPercentage(1));
    }

    @Test
    void heTruncatedNormalHasTheVarianceAfterTruncation() {
        // [1, 1, 320, 1280]: variance 2 / 1280, cut at two deviations of the normal before
        float[] values =
                KernelInitialiser.HE_TRUNCATED_NORMAL_FAN_OUT.values(List.of(1, 1, 320, 1280), new SplittableRandom(1));
        double before = Math.sqrt(2.0 / 1280) / 0.87962566103423978;

        assertThat(variance(values)).isCloseTo(2.0 / 1280, withinPercentage(1));
        assertThat(maximum(values)).isCloseTo(2 * before, withinPercentage(0.1)).isLessThanOrEqualTo(2 * before);
        assertThat(mean(values)).isCloseTo(0, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({"Conv_1_bn,gamma,1", "Conv_1_bn,beta,0", "Conv_1_bn,moving_mean,0", "Conv_1_bn,moving_variance,1"})
    void batchNormalisationBeginsAsIdentity(String layer, String role, float value) {
        float[] values = values(mobileNet, 1, layer + "/" + role);

        assertThat(values).hasSize(1280).containsOnly(value);
    }

    @Test
    void theInputsNormalisationIsImageNets() {
        assertThat(values(efficientNet, 1, "normalization/mean")).containsExactly(0.485f, 0.456f, 0.406f);
        assertThat(values(efficientNet, 1, "normalization/variance")).containsExactly(0.229f, 0.224f, 0.225f);
        assertThat(values(efficientNet, 1, "normalization/count")).containsExactly(0f);
        assertThat(values(efficientNet, 1, "block1a_se_reduce/bias")).containsOnly(0f);
    }

    @Test
    void aTensorFollowsFromSeedAndNameAlone() {
        String name = "block_1_expand/kernel";
        float[] whole = values(mobileNet, 7, name);

        assertThat(values(mobileNet.upTo("block_1_expand"), 7, name)).isEqualTo(whole);
        assertThat(values(mobileNet, 8, name)).isNotEqualTo(whole);
        assertThat(values(mobileNet, 7, "block_2_expand/kernel")[0]).isNotEqualTo(whole[0]);
    }

    @Test
    void theFirstNumbersNeverChange() {
        // Computed apart (SHA-256, SplitMix64, Box and Muller in Python): released results depend on them.
        assertThat(values(mobileNet, 20260101, "Conv1/kernel")).startsWith(0.02383641f, 0.012299877f, 0.040319894f);
        assertThat(values(efficientNet, 20260101, "stem_conv/kernel"))
                .startsWith(0.10216012f, 0.040243126f, 0.06176245f);
    }

    private static float[] values(Backbone backbone, long seed, String name) {
        TensorSpec tensor = backbone.tensors().stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Initialiser(backbone, seed).values(tensor);
    }

    private static double maximum(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> Math.abs(values[i]))
                .max()
                .orElseThrow();
    }

    private static double mean(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    private static double variance(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> (double) values[i] * values[i])
                .average()
                .orElseThrow();
    }
}
