package io.github.tumorbench.lab.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.backbone.WeightsFile.StoredLayer;
import io.github.tumorbench.lab.backbone.WeightsFile.StoredTensor;
import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.WeightsSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsImportTest {
    private static final Backbone BACKBONE = Backbones.named("MobileNetV2", 96);
    private static final long FILES_SEED = 1;
    private static final long RUNS_SEED = 2;

    @TempDir
    static Path folder;

    private static final List<StoredLayer> LAYERS = KerasFixture.layers(BACKBONE, FILES_SEED);

    @Test
    void aWholeFileInKerasNamesIsMatchedByName() throws IOException {
        List<StoredLayer> shuffled = new ArrayList<>(LAYERS);
        Collections.reverse(shuffled);
        Weights weights = load("byname.h5", shuffled, BACKBONE, false);

        assertEqual(weights.tensors(), random(BACKBONE, FILES_SEED));
        assertThat(weights.loaded()).isEqualTo(260);
        assertThat(weights.initialised()).isEmpty();
        assertThat(weights.file()).isEqualTo("byname.h5");
        assertThat(weights.sha256()).isEqualTo(Digests.sha256(folder.resolve("byname.h5")));
    }

    @Test
    void aWholeFileInOtherNamesIsMatchedInOrder() {
        List<StoredLayer> renamed = LAYERS.stream()
                .map(layer ->
                        layer.name().startsWith("Conv") ? layer : KerasFixture.renamed(layer, name -> "mobl_" + name))
                .toList();

        assertEqual(load("renamed.h5", renamed, BACKBONE, false).tensors(), random(BACKBONE, FILES_SEED));
    }

    @Test
    void aCutTakesItsShareOfAWholeFileInOtherNames() {
        List<StoredLayer> renamed = LAYERS.stream()
                .map(layer -> KerasFixture.renamed(layer, name -> "mobl_" + name))
                .toList();
        Backbone cut = BACKBONE.upTo("block_2_add");
        Weights weights = load("renamed_cut.h5", renamed, cut, false);

        assertEqual(weights.tensors(), random(cut, FILES_SEED));
        assertThat(weights.loaded()).isEqualTo(cut.tensors().size());
    }

    @Test
    void aClassifierOnTopIsLeft() {
        List<StoredLayer> withTop = new ArrayList<>(LAYERS);
        withTop.add(new StoredLayer(
                "predictions", List.of(new StoredTensor("predictions/bias:0", List.of(3), new float[3]))));

        assertThat(load("top.h5", withTop, BACKBONE, false).loaded()).isEqualTo(260);
    }

    @Test
    void missingTensorsAreRefusedByName() {
        assertThatThrownBy(() -> load("partial.h5", without("block_3_expand", "Conv_1"), BACKBONE, false))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        folder.resolve("partial.h5") + ": expected all 260 tensors of MobileNetV2, found 258; missing"
                                + " block_3_expand/kernel, Conv_1/kernel (allowPartial: true initialises them, features: LAYER cuts"
                                + " the backbone before them).");
    }

    @Test
    void manyMissingTensorsAreCountedAfterADozen() {
        List<StoredLayer> half = LAYERS.subList(0, 20);

        assertThatThrownBy(() -> load("half.h5", half, BACKBONE, false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(" more (allowPartial")
                .satisfies(
                        e -> assertThat(e.getMessage().split("block_\\d+_", -1)).hasSize(13));
    }

    @Test
    void missingTensorsComeFromTheSeedWhereAllowed() {
        Weights weights = load("allowed.h5", without("block_3_expand", "Conv_1"), BACKBONE, true);

        assertThat(weights.initialised()).containsExactly("block_3_expand/kernel", "Conv_1/kernel");
        assertThat(weights.loaded()).isEqualTo(258);
        Map<String, float[]> seeded = random(BACKBONE, RUNS_SEED);
        assertThat(weights.tensors().get("Conv_1/kernel")).isEqualTo(seeded.get("Conv_1/kernel"));
        assertThat(weights.tensors().get("Conv1/kernel"))
                .isEqualTo(random(BACKBONE, FILES_SEED).get("Conv1/kernel"));
    }

    @Test
    void aCutBelowTheMissingTensorsDoesNotNeedThem() {
        Backbone cut = BACKBONE.upTo("block_2_add");
        Weights weights = load("cut.h5", without("block_3_expand", "Conv_1"), cut, false);

        assertThat(weights.initialised()).isEmpty();
        assertThat(weights.tensors()).hasSize(cut.tensors().size());
    }

    @Test
    void aWrongShapeIsRefusedWithBoth() {
        List<StoredLayer> wrong = new ArrayList<>(LAYERS);
        wrong.set(
                0,
                new StoredLayer(
                        "Conv1", List.of(new StoredTensor("Conv1/kernel:0", List.of(3, 3, 1, 32), new float[288]))));

        assertThatThrownBy(() -> load("shape.h5", wrong, BACKBONE, true))
                .isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("shape.h5") + ": expected Conv1/kernel:0 to have MobileNetV2's shape"
                        + " [3, 3, 3, 32], found [3, 3, 1, 32].");
    }

    @Test
    void aFileOfAnotherNetworkIsRefused() {
        List<StoredLayer> other = List.of(
                new StoredLayer("dense", List.of(new StoredTensor("dense/kernel:0", List.of(2, 2), new float[4]))));

        assertThatThrownBy(() -> load("other.h5", other, BACKBONE, true))
                .isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("other.h5")
                        + ": expected the weights of MobileNetV2 (104 layers), found 1 layers,"
                        + " 1 of them unknown: dense.");
    }

    @Test
    void anotherSetOfWeightsInALayerIsRefused() {
        List<StoredLayer> wrong = new ArrayList<>(LAYERS);
        wrong.set(
                0,
                new StoredLayer(
                        "Conv1",
                        List.of(
                                LAYERS.get(0).tensors().get(0),
                                new StoredTensor("Conv1/bias:0", List.of(32), new float[32]))));

        assertThatThrownBy(() -> load("bias.h5", wrong, BACKBONE, true))
                .isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("bias.h5")
                        + ": expected the weights kernel in the layer Conv1, found kernel, bias.");
    }

    @Test
    void randomWeightsFollowFromTheSeed() {
        Weights weights = load(BACKBONE, new WeightsSpec(WeightsSpec.Kind.RANDOM, null, false), RUNS_SEED);

        assertThat(weights.tensors()).hasSize(260);
        assertThat(weights.file()).isNull();
        assertThat(weights.sha256()).isNull();
        assertThat(weights.loaded()).isZero();
        assertThat(weights.initialised()).isEmpty();
        assertEqual(weights.tensors(), random(BACKBONE, RUNS_SEED));
        assertThat(weights.tensors().get("Conv1/kernel"))
                .isNotEqualTo(random(BACKBONE, FILES_SEED).get("Conv1/kernel"));
    }

    private static List<StoredLayer> without(String... names) {
        List<StoredLayer> rest = new ArrayList<>(LAYERS);
        rest.removeIf(layer -> List.of(names).contains(layer.name()));
        return rest;
    }

    private static Weights load(String file, List<StoredLayer> layers, Backbone backbone, boolean allowPartial) {
        KerasFixture.write(folder.resolve(file), layers);
        return load(backbone, new WeightsSpec(WeightsSpec.Kind.FILE, file, allowPartial), RUNS_SEED);
    }

    private static Weights load(Backbone backbone, WeightsSpec spec, long seed) {
        WeightsLocator locator = new WeightsLocator(List.of(folder), folder, folder.resolve("cache"), true);
        Path path = spec.kind() == WeightsSpec.Kind.RANDOM
                ? null
                : WeightsImport.locate(backbone, spec, locator, Progress.NONE);
        return WeightsImport.load(backbone, spec, seed, path, Progress.NONE);
    }

    private static Map<String, float[]> random(Backbone backbone, long seed) {
        return load(backbone, new WeightsSpec(WeightsSpec.Kind.RANDOM, null, false), seed)
                .tensors();
    }

    private static void assertEqual(Map<String, float[]> actual, Map<String, float[]> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        assertThat(actual).allSatisfy((name, values) -> assertThat(values).isEqualTo(expected.get(name)));
    }
}
