package io.github.tumorbench.lab.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.WeightsSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loads the real weights files, where they lie beside the project. */
@EnabledIf("io.github.tumorbench.lab.backbone.SharedWeights#present")
class GoldenWeightsTest {
    private static final List<String> MISSING_IN_RESNET = List.of(
            "conv5_block1_2_conv",
            "conv5_block1_0_conv",
            "conv5_block1_3_conv",
            "conv5_block2_1_conv",
            "conv5_block2_2_conv",
            "conv5_block2_3_conv",
            "conv5_block3_1_conv",
            "conv5_block3_2_conv",
            "conv5_block3_3_conv");

    @Test
    void bothNamingsOfMobileNetGiveTheSameWeights() {
        Weights official = load("MobileNetV2", "mobilenetv2_notop.h5", null, false);
        Weights keras = load("MobileNetV2", "mobilenetv2_notop_kerasnames.h5", null, false);

        assertThat(official.loaded()).isEqualTo(260);
        assertThat(keras.loaded()).isEqualTo(260);
        assertThat(official.initialised()).isEmpty();
        assertThat(official.tensors().keySet()).isEqualTo(keras.tensors().keySet());
        assertThat(official.tensors()).allSatisfy((name, values) -> assertThat(values)
                .isEqualTo(keras.tensors().get(name)));
    }

    @Test
    void resNetLacksNineConvolutionsOfItsLastStage() {
        Weights weights = load("ResNet50", "resnet50_notop_partial.h5", null, true);

        assertThat(weights.loaded()).isEqualTo(300);
        assertThat(weights.initialised())
                .containsExactlyElementsOf(MISSING_IN_RESNET.stream()
                        .flatMap(layer -> List.of(layer + "/kernel", layer + "/bias").stream())
                        .toList());
    }

    @Test
    void efficientNetLacksTwoKernels() {
        Weights weights = load("EfficientNetB0", "efficientnetb0_notop_partial.h5", null, true);

        assertThat(weights.loaded()).isEqualTo(310);
        assertThat(weights.initialised()).containsExactly("block7a_project_conv/kernel", "top_conv/kernel");
        assertThat(weights.tensors().get("normalization/mean")).containsExactly(0.485f, 0.456f, 0.406f);
        assertThat(weights.tensors().get("normalization/variance")).containsExactly(0.229f, 0.224f, 0.225f);
    }

    @Test
    void whatIsMissingIsNamedInOneLine() {
        assertThatThrownBy(() -> load("EfficientNetB0", "efficientnetb0_notop_partial.h5", null, false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("expected all 312 tensors of EfficientNetB0, found 310; missing"
                        + " block7a_project_conv/kernel, top_conv/kernel (");
        assertThatThrownBy(() -> load("ResNet50", "resnet50_notop_partial.h5", null, false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("conv5_block2_3_conv/bias and 6 more (");
    }

    @ParameterizedTest
    @CsvSource({
        "ResNet50,resnet50_notop_partial.h5,conv4_block6_out,258",
        "EfficientNetB0,efficientnetb0_notop_partial.h5,block6d_add,288",
        "MobileNetV2,mobilenetv2_notop.h5,block_13_expand_relu,200"
    })
    void aCutBelowNeedsNothingMissing(String backbone, String file, String layer, int tensors) {
        Weights weights = load(backbone, file, layer, false);

        assertThat(weights.loaded()).isEqualTo(tensors);
        assertThat(weights.initialised()).isEmpty();
    }

    @Test
    void aFileOfAnotherBackboneIsRefused() {
        assertThatThrownBy(() -> load("ResNet50", "mobilenetv2_notop.h5", null, true))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("expected the weights of ResNet50 (106 layers), found 104 layers");
    }

    @Test
    void theGoldenValuesAreOfLayersThatTheSpecsHave() throws IOException {
        GoldenFeatures golden = GoldenFeatures.load(folder());

        assertThat(golden.pictures()).hasSize(5);
        assertThat(golden.pictures().get(4).rgb()).hasSize(224 * 224 * 3);
        assertThat(golden.models()).containsOnlyKeys(Backbones.names());
        assertThat(golden.models()).allSatisfy((name, model) -> {
            Backbone cut = Backbones.named(name, 224).upTo(model.layer());
            assertThat(model.expected().values())
                    .allSatisfy(expected -> assertThat(expected.pooled()).hasSize(cut.channels()));
            assertThat(model.layers().keySet()).containsAll(Set.of("input_1", model.layer()));
            assertThat(Backbones.named(name, 224).shapes().keySet())
                    .containsAll(model.layers().keySet());
        });
    }

    private static Weights load(String backbone, String file, String cut, boolean allowPartial) {
        Backbone whole = Backbones.named(backbone, 224);
        WeightsLocator locator = new WeightsLocator(List.of(folder()), folder(), folder(), true);
        WeightsSpec spec = new WeightsSpec(WeightsSpec.Kind.FILE, file, allowPartial);
        Backbone some = cut == null ? whole : whole.upTo(cut);
        return WeightsImport.load(
                some, spec, 1, WeightsImport.locate(some, spec, locator, Progress.NONE), Progress.NONE);
    }

    private static Path folder() {
        return SharedWeights.folder().orElseThrow();
    }
}
