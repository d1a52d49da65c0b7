package io.github.tumorbench.lab.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.study.InputException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackbonesTest {
    @ParameterizedTest
    @ValueSource(strings = {"MobileNetV2", "ResNet50", "EfficientNetB0"})
    void tensorsAreKerasByNameShapeOrderAndTrainability(String name) {
        assertThat(Backbones.named(name, 224).tensors())
                .containsExactlyElementsOf(KerasManifest.of(name).tensors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MobileNetV2", "ResNet50", "EfficientNetB0"})
    void layersAreKerasInItsOrderButForTheSecondRescalingThatTheManifestLeavesOut(String name) {
        List<String> names = Backbones.named(name, 224).layers().stream()
                .map(Layer::name)
                .filter(layer -> !layer.equals("rescaling_1"))
                .toList();

        assertThat(names).containsExactlyElementsOf(KerasManifest.of(name).layers());
    }

    @ParameterizedTest
    @CsvSource({
        "MobileNetV2,2257984,2223872,260",
        "ResNet50,23587712,23534592,318",
        "EfficientNetB0,4049571,4007548,312"
    })
    void countsAreKeras(String name, long parameters, long trainable, int tensors) {
        Backbone backbone = Backbones.named(name, 224);

        assertThat(backbone.parameters()).isEqualTo(parameters);
        assertThat(backbone.trainableParameters()).isEqualTo(trainable);
        assertThat(backbone.tensors()).hasSize(tensors);
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 33, 97, 112, 160, 225})
    void parametersDoNotDependOnTheInput(int input) {
        assertThat(Backbones.names())
                .allSatisfy(name -> assertThat(Backbones.named(name, input).tensors())
                        .isEqualTo(Backbones.named(name, 224).tensors()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MobileNetV2", "ResNet50", "EfficientNetB0"})
    void everyBatchNormalisationHasKerasEpsilon(String name) {
        assertThat(Backbones.named(name, 224).layers())
                .filteredOn(Layer.BatchNormalization.class::isInstance)
                .extracting(layer -> ((Layer.BatchNormalization) layer).epsilon())
                .containsOnly(KerasManifest.of(name).epsilon());
    }

    @ParameterizedTest
    @CsvSource({
        "MobileNetV2,224,7,1280", "ResNet50,224,7,2048", "EfficientNetB0,224,7,1280",
        "MobileNetV2,112,4,1280", "ResNet50,112,4,2048", "EfficientNetB0,112,4,1280",
        "MobileNetV2,225,8,1280", "ResNet50,225,8,2048", "EfficientNetB0,225,8,1280",
        "MobileNetV2,32,1,1280", "ResNet50,32,1,2048", "EfficientNetB0,32,1,1280"
    })
    void featureMapShrinksByHalvesRoundedUp(String name, int input, int size, int channels) {
        Backbone backbone = Backbones.named(name, input);

        assertThat(backbone.featureShape()).isEqualTo(new Shape(size, size, channels));
        assertThat(backbone.channels()).isEqualTo(channels);
    }

    @ParameterizedTest
    @CsvSource({
        // even input: one less at the top and left; odd input: the same all round
        "MobileNetV2,224,Conv1_pad,0,1",
        "MobileNetV2,225,Conv1_pad,1,1",
        "MobileNetV2,224,block_13_pad,0,1",
        "MobileNetV2,112,block_13_pad,1,1",
        "EfficientNetB0,224,stem_conv_pad,0,1",
        "EfficientNetB0,224,block3a_dwconv_pad,1,2",
        "EfficientNetB0,112,block6a_dwconv_pad,2,2",
        "EfficientNetB0,112,block4a_dwconv_pad,0,1",
        // ResNet50 pads alike whatever the size
        "ResNet50,224,conv1_pad,3,3",
        "ResNet50,225,conv1_pad,3,3",
        "ResNet50,224,pool1_pad,1,1"
    })
    void paddingFollowsTheParityOfTheMapItMeets(String name, int input, String layer, int before, int after) {
        assertThat(Backbones.named(name, input).layer(layer))
                .isInstanceOfSatisfying(Layer.ZeroPadding.class, padding -> assertThat(
                                List.of(padding.top(), padding.bottom(), padding.left(), padding.right()))
                        .containsExactly(before, after, before, after));
    }

    @Test
    void dropConnectRatesGrowWithTheBlock() {
        Map<String, Double> rates = Backbones.named("EfficientNetB0", 224).layers().stream()
                .filter(Layer.DropConnect.class::isInstance)
                .map(Layer.DropConnect.class::cast)
                .collect(Collectors.toMap(Layer.DropConnect::name, Layer.DropConnect::rate));

        // 0.2 · index / 16; blocks that change shape have none
        assertThat(rates)
                .containsOnlyKeys(
                        "block2b_drop",
                        "block3b_drop",
                        "block4b_drop",
                        "block4c_drop",
                        "block5b_drop",
                        "block5c_drop",
                        "block6b_drop",
                        "block6c_drop",
                        "block6d_drop");
        assertThat(rates.get("block2b_drop")).isCloseTo(0.025, within(1e-12));
        assertThat(rates.get("block4c_drop")).isCloseTo(0.0875, within(1e-12));
        assertThat(rates.get("block6d_drop")).isCloseTo(0.175, within(1e-12));
    }

    @Test
    void efficientNetRescalesTwiceSoThatTheInputIsStandardised() {
        Backbone backbone = Backbones.named("EfficientNetB0", 224);
        Layer.Normalization normalization = (Layer.Normalization) backbone.layer("normalization");
        Layer.Rescaling first = (Layer.Rescaling) backbone.layer("rescaling");
        Layer.Rescaling second = (Layer.Rescaling) backbone.layer("rescaling_1");

        // (0/255 − 0.485) / 0.229 and (255/255 − 0.406) / 0.225
        assertThat((0 * first.factors().get(0) - normalization.mean().get(0))
                        / Math.sqrt(normalization.variance().get(0))
                        * second.factors().get(0))
                .isCloseTo(-2.1179039301310043, within(1e-12));
        assertThat((255 * first.factors().get(0) - normalization.mean().get(2))
                        / Math.sqrt(normalization.variance().get(2))
                        * second.factors().get(2))
                .isCloseTo(2.64, within(1e-12));
    }

    @Test
    void squeezeAndExciteConvolutionsCarryTheirActivations() {
        Backbone backbone = Backbones.named("EfficientNetB0", 224);

        assertThat(backbone.layer("block6d_se_reduce"))
                .isEqualTo(new Layer.Convolution(
                        "block6d_se_reduce",
                        "block6d_se_reshape",
                        48,
                        1,
                        1,
                        Layer.Padding.SAME,
                        true,
                        Layer.Function.SWISH));
        assertThat(backbone.layer("block6d_se_expand"))
                .isEqualTo(new Layer.Convolution(
                        "block6d_se_expand",
                        "block6d_se_reduce",
                        1152,
                        1,
                        1,
                        Layer.Padding.SAME,
                        true,
                        Layer.Function.SIGMOID));
    }

    @Test
    void resNetStridesOnTheFirstConvolutionOfAStage() {
        Backbone backbone = Backbones.named("ResNet50", 224);

        assertThat(List.of("conv3_block1_1_conv", "conv3_block1_2_conv", "conv3_block1_0_conv", "conv3_block2_1_conv"))
                .map(name -> ((Layer.Convolution) backbone.layer(name)).stride())
                .containsExactly(2, 1, 2, 1);
    }

    @Test
    void preprocessingIsKeras() {
        assertThat(Backbones.named("MobileNetV2", 224).preprocessing())
                .isEqualTo(new Preprocessing(false, 1 / 127.5, List.of(-1.0, -1.0, -1.0)));
        assertThat(Backbones.named("ResNet50", 224).preprocessing())
                .isEqualTo(new Preprocessing(true, 1, List.of(-103.939, -116.779, -123.68)));
        assertThat(Backbones.named("EfficientNetB0", 224).preprocessing())
                .isEqualTo(new Preprocessing(false, 1, List.of(0.0, 0.0, 0.0)));
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Backbones.named("VGG16", 224))
                .isInstanceOf(InputException.class)
                .hasMessage("backbone: expected one of MobileNetV2, ResNet50, EfficientNetB0, found VGG16.");
    }

    @Test
    void anInputThatKerasRefusesIsRefused() {
        assertThatThrownBy(() -> Backbones.named("ResNet50", 31))
                .isInstanceOf(InputException.class)
                .hasMessage("ResNet50: expected an input of at least 32 pixels, found 31.");
    }
}
