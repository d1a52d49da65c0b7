package io.github.tumorbench.lab.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.lab.backbone.WeightsFile.StoredLayer;
import io.github.tumorbench.lab.backbone.WeightsFile.StoredTensor;
import io.github.tumorbench.study.InputException;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFileTest {
    private static final StoredLayer CONV = new StoredLayer(
            "conv",
            List.of(
                    new StoredTensor("conv/kernel:0", List.of(1, 2, 2, 1), new float[] {1, 2, 3, 4}),
                    new StoredTensor("conv/bias:0", List.of(1), new float[] {-0.5f})));
    private static final StoredLayer BN =
            new StoredLayer("a_bn", List.of(new StoredTensor("a_bn/gamma:0", List.of(2), new float[] {5, 6})));

    @TempDir
    Path folder;

    private Path file;

    private Path path() {
        file = folder.resolve("w.h5");
        return file;
    }

    @Test
    void layersAndWeightsComeInTheFilesOwnOrder() {
        WeightsFile read = WeightsFile.read(KerasFixture.write(path(), List.of(CONV, BN)));

        assertThat(read.layers()).extracting(StoredLayer::name).containsExactly("conv", "a_bn");
        assertThat(read.layers().get(0).tensors())
                .extracting(StoredTensor::name)
                .containsExactly("conv/kernel:0", "conv/bias:0");
        assertThat(read.layers().get(0).tensors().get(0).shape()).containsExactly(1, 2, 2, 1);
        assertThat(read.layers().get(0).tensors().get(0).values()).containsExactly(1, 2, 3, 4);
        assertThat(read.layers().get(0).tensors())
                .extracting(StoredTensor::role)
                .containsExactly("kernel", "bias");
    }

    @Test
    void theLayersMayLieInTheGroupOfAWholeModel() {
        try (WritableHdfFile hdf = HdfFile.write(path())) {
            KerasFixture.write(hdf.putGroup("model_weights"), List.of(CONV));
        }

        assertThat(WeightsFile.read(file).layers())
                .extracting(StoredLayer::name)
                .containsExactly("conv");
    }

    @Test
    void splitAttributesAreJoined() {
        try (WritableHdfFile hdf = HdfFile.write(path())) {
            hdf.putAttribute("layer_names0", new String[] {"b"});
            hdf.putAttribute("layer_names1", new String[] {"a"});
            for (String name : List.of("a", "b")) {
                WritableGroup group = hdf.putGroup(name);
                group.putAttribute("weight_names", new String[] {"bias:0"});
                group.putDataset("bias:0", new float[] {1});
            }
        }

        assertThat(WeightsFile.read(file).layers())
                .extracting(StoredLayer::name)
                .containsExactly("b", "a");
    }

    @Test
    void countsAndDoublesBecomeFloats() {
        try (WritableHdfFile hdf = HdfFile.write(path())) {
            hdf.putAttribute("layer_names", new String[] {"n"});
            WritableGroup group = hdf.putGroup("n");
            group.putAttribute("weight_names", new String[] {"long", "int", "double", "scalar"});
            group.putDataset("long", new long[] {7});
            group.putDataset("int", new int[] {8});
            group.putDataset("double", new double[] {0.1});
            group.putDataset("scalar", 9L);
        }

        List<StoredTensor> tensors = WeightsFile.read(file).layers().get(0).tensors();
        assertThat(tensors).extracting(tensor -> tensor.values()[0]).containsExactly(7f, 8f, 0.1f, 9f);
        assertThat(tensors.get(3).shape()).isEmpty();
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        Files.writeString(path(), "no weights here");

        assertRefused("expected an intact HDF5 file of weights, found another kind or a damaged one (");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Files.createFile(path());

        assertRefused("expected an intact HDF5 file of weights, found another kind or a damaged one (");
    }

    @Test
    void aFileCutShortAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(KerasFixture.write(path(), List.of(CONV, BN)));
        WeightsFile.read(file);

        for (int length = 1; length < whole.length; length += 1 + whole.length / 97) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused("expected ");
        }
    }

    @Test
    void damageAnywhereIsRefusedOrHarmlessButNeverABug() throws IOException {
        byte[] whole = Files.readAllBytes(KerasFixture.write(path(), List.of(CONV, BN)));
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            try {
                WeightsFile.read(file);
            } catch (InputException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        path();

        assertRefused("expected a weights file, found nothing.");
    }

    @Test
    void aFolderIsRefused() throws IOException {
        Files.createDirectory(path());

        assertRefused("expected a weights file, found a folder.");
    }

    @Test
    void aFileWithoutLayerNamesIsRefused() {
        try (WritableHdfFile hdf = HdfFile.write(path())) {
            hdf.putAttribute("backend", "tensorflow");
        }

        assertRefused("expected the attribute layer_names at /, as Keras writes it, found [_jHDF, backend].");
    }

    @Test
    void aLayerWithoutWeightNamesIsRefused() {
        try (WritableHdfFile hdf = HdfFile.write(path())) {
            hdf.putAttribute("layer_names", new String[] {"conv"});
            hdf.putGroup("conv");
        }

        assertRefused("expected the attribute weight_names at /conv/, as Keras writes it, found [].");
    }

    @Test
    void aLayerThatIsOnlyListedIsRefused() {
        try (WritableHdfFile hdf = HdfFile.write(path())) {
            hdf.putAttribute("layer_names", new String[] {"conv"});
        }

        assertRefused("expected the group conv, which layer_names lists, found none.");
    }

    @Test
    void aWeightThatIsOnlyListedIsRefused() {
        try (WritableHdfFile hdf = HdfFile.write(path())) {
            hdf.putAttribute("layer_names", new String[] {"conv"});
            hdf.putGroup("conv").putAttribute("weight_names", new String[] {"conv/kernel:0"});
        }

        assertRefused("expected the weight conv/kernel:0, which weight_names of conv lists, found none.");
    }

    @Test
    void textInsteadOfNumbersIsRefused() {
        try (WritableHdfFile hdf = HdfFile.write(path())) {
            hdf.putAttribute("layer_names", new String[] {"conv"});
            WritableGroup group = hdf.putGroup("conv");
            group.putAttribute("weight_names", new String[] {"bias:0"});
            group.putDataset("bias:0", new String[] {"one"});
        }

        assertRefused("expected float or integer numbers in bias:0, found String[].");
    }

    @Test
    void numbersInsteadOfNamesAreRefused() {
        try (WritableHdfFile hdf = HdfFile.write(path())) {
            hdf.putAttribute("layer_names", new int[] {1});
        }

        assertRefused("expected names in the attribute layer_names of /, found int[].");
    }

    @Test
    void aWeightThatIsNotANumberIsRefused() {
        KerasFixture.write(
                path(),
                List.of(new StoredLayer(
                        "conv", List.of(new StoredTensor("conv/bias:0", List.of(2), new float[] {1, Float.NaN})))));

        assertRefused("expected finite numbers in conv/bias:0, found NaN.");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> WeightsFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ": " + message);
    }
}
