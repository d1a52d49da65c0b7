package io.github.tumorbench.lab.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.tumorbench.study.InputException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackboneTest {
    private final Backbone mobileNet = Backbones.named("MobileNetV2", 224);
    private final Backbone resNet = Backbones.named("ResNet50", 224);

    @Test
    void aCutKeepsWhatItsLastLayerNeedsAndNoMore() {
        Backbone cut = resNet.upTo("conv2_block1_3_bn");

        assertThat(cut.layers())
                .extracting(Layer::name)
                .containsExactly(
                        "input_1",
                        "conv1_pad",
                        "conv1_conv",
                        "conv1_bn",
                        "conv1_relu",
                        "pool1_pad",
                        "pool1_pool",
                        "conv2_block1_1_conv",
                        "conv2_block1_1_bn",
                        "conv2_block1_1_relu",
                        "conv2_block1_2_conv",
                        "conv2_block1_2_bn",
                        "conv2_block1_2_relu",
                        "conv2_block1_3_conv",
                        "conv2_block1_3_bn");
        assertThat(cut.featureLayer()).isEqualTo("conv2_block1_3_bn");
        assertThat(cut.featureShape()).isEqualTo(new Shape(56, 56, 256));
    }

    @ParameterizedTest
    @CsvSource({
        "MobileNetV2,out_relu,7,1280,260",
        "ResNet50,conv4_block6_out,14,1024,258",
        "EfficientNetB0,block6d_add,7,192,288"
    })
    void cutsHaveTheirShapesAndTensors(String name, String layer, int size, int channels, int tensors) {
        Backbone cut = Backbones.named(name, 224).upTo(layer);

        assertThat(cut.featureShape()).isEqualTo(new Shape(size, size, channels));
        assertThat(cut.tensors()).hasSize(tensors);
    }

    @Test
    void aMisspeltLayerIsAnsweredWithNearOnes() {
        assertThatThrownBy(() -> resNet.upTo("conv4_block6_ou"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("ResNet50: expected the name of one of its layers (near: conv4_block6_out, ")
                .hasMessageEndingWith("), found conv4_block6_ou.");
    }

    @Test
    void theLastLayersCountActivationsAndSumsAsKerasDoes() {
        assertThat(mobileNet.lastLayers(10))
                .containsExactly(
                        "block_16_expand_BN",
                        "block_16_expand_relu",
                        "block_16_depthwise",
                        "block_16_depthwise_BN",
                        "block_16_depthwise_relu",
                        "block_16_project",
                        "block_16_project_BN",
                        "Conv_1",
                        "Conv_1_bn",
                        "out_relu");
    }

    @Test
    void theLastLayersAreAllWhenThereAreFewer() {
        assertThat(mobileNet.lastLayers(1000)).hasSize(155);
        assertThat(mobileNet.lastLayers(0)).isEmpty();
    }

    @Test
    void operationsAreTwicePerMultiplyAdd() {
        // Conv1: 112·112 positions, 3·3·3 taps, 32 filters; then 112·112·32 positions, 3·3 taps
        assertThat(mobileNet.upTo("Conv1").flops()).isEqualTo(2L * 112 * 112 * 27 * 32);
        assertThat(mobileNet.upTo("expanded_conv_depthwise").flops())
                .isEqualTo(2L * 112 * 112 * 27 * 32 + 2L * 112 * 112 * 32 * 9);
    }

    @ParameterizedTest
    @CsvSource({
        // multiply-adds as published (with the classifier, a small share): Sandler et al. 2018; He et al. 2015; Tan and
        // Le 2019
        "MobileNetV2,300e6",
        "ResNet50,3.8e9",
        "EfficientNetB0,0.39e9"
    })
    void operationsAgreeWithThePapers(String name, double multiplyAdds) {
        assertThat((double) Backbones.named(name, 224).flops()).isCloseTo(2 * multiplyAdds, withinPercentage(2));
    }

    @Test
    void aLayerMustReadWhatPrecedesIt() {
        List<Layer> layers = List.of(new Layer.Activation("a", "b", Layer.Function.RELU));

        assertThatThrownBy(() -> new Backbone("X", 32, mobileNet.preprocessing(), mobileNet.kernels(), layers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a reads a layer that does not precede it");
    }

    @Test
    void aNameIsGivenOnce() {
        List<Layer> layers = List.of(new Layer.Input("a", 32), new Layer.Activation("a", "a", Layer.Function.RELU));

        assertThatThrownBy(() -> new Backbone("X", 32, mobileNet.preprocessing(), mobileNet.kernels(), layers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two layers are named a");
    }

    @ParameterizedTest
    @CsvSource({
        "MobileNetV2, 10, block_15_add",
        "MobileNetV2, 20, block_14_add",
        "ResNet50, 10, conv5_block2_out",
        "EfficientNetB0, 10, block6d_add",
        "EfficientNetB0, 3, block6d_add"
    })
    void theNarrowestCutIsTheSmallestLayerThatAllThatFollowsNeedsAlone(String name, int last, String cut) {
        Backbone backbone = Backbones.named(name, 224);
        Set<String> trained = backbone.lastLayers(last);
        assertThat(backbone.cutBefore(trained)).contains(cut);
        Backbone before = backbone.upTo(cut);
        Backbone after = backbone.after(cut);
        assertThat(before.parameters() + after.parameters()).isEqualTo(backbone.parameters());
        assertThat(after.featureShape()).isEqualTo(backbone.featureShape());
        assertThat(after.layers().stream().map(Layer::name)).containsAll(trained);
        assertThat(before.layers().stream().map(Layer::name)).doesNotContainAnyElementsOf(trained);
    }

    @Test
    void whereTheFirstLayerLearnsThereIsNoCut() {
        Backbone backbone = Backbones.named("MobileNetV2", 96);
        assertThat(backbone.cutBefore(Set.of("Conv1"))).isEmpty();
        assertThat(backbone.cutBefore(backbone.lastLayers(10_000))).isEmpty();
    }
}
