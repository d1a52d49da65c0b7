package io.github.tumorbench.lab.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CascadeTest {
    @ParameterizedTest
    @CsvSource({
        "MobileNetV2, Conv_1, Conv1",
        "ResNet50, conv5_block2_1_conv, conv1_conv",
        "EfficientNetB0, block7a_expand_conv, stem_conv"
    })
    void eightDepthsReachFromTheLastBlocksToTheFirstLayer(String name, String shallowest, String deepest) {
        List<Cascade.Depth> depths = Cascade.depths(Backbones.named(name, 64), 8);
        assertThat(depths).hasSize(8);
        assertThat(depths.get(7).layer()).isEqualTo(deepest);
        for (int i = 1; i < 8; i++) {
            assertThat(depths.get(i).layers()).containsAll(depths.get(i - 1).layers());
            assertThat(depths.get(i).layers().size())
                    .isGreaterThan(depths.get(i - 1).layers().size());
        }
        assertThat(depths.get(0).layers()).contains(shallowest);
    }

    @Test
    void aShortNetworkHasAsManyDepthsAsBlocks() {
        Backbone backbone = Backbones.named("MobileNetV2", 64).upTo("block_1_project_BN");
        assertThat(Cascade.depths(backbone, 8))
                .extracting(Cascade.Depth::layer)
                .containsExactly("block_1_expand", "expanded_conv_depthwise", "Conv1");
    }

    @Test
    void onlyTheLayersNamedForgetAndWhatNormalisesTheInputStays() {
        Backbone backbone = Backbones.named("EfficientNetB0", 64).upTo("stem_activation");
        Map<String, float[]> tensors = new TreeMap<>();
        backbone.tensors().forEach(tensor -> {
            float[] values = new float[tensor.size()];
            java.util.Arrays.fill(values, 0.125f);
            tensors.put(tensor.name(), values);
        });
        tensors.put("head/bias", new float[] {1});
        Map<String, float[]> forgotten = Cascade.forgotten(backbone, tensors, Set.of("stem_conv", "normalization"), 5);
        assertThat(forgotten.keySet()).isEqualTo(tensors.keySet());
        assertThat(forgotten).allSatisfy((name, values) -> {
            if (name.equals("stem_conv/kernel")) {
                assertThat(values).isNotEqualTo(tensors.get(name)).hasSameSizeAs(tensors.get(name));
            } else {
                assertThat(values).isEqualTo(tensors.get(name));
            }
        });
    }
}
