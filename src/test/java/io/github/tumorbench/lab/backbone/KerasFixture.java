package io.github.tumorbench.lab.backbone;

import io.github.tumorbench.lab.backbone.WeightsFile.StoredLayer;
import io.github.tumorbench.lab.backbone.WeightsFile.StoredTensor;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes weights files of Keras's layout for tests. */
final class KerasFixture {
    private KerasFixture() {}

    /** Every layer of the backbone that has weights, with values from the seed. */
    static List<StoredLayer> layers(Backbone backbone, long seed) {
        Initialiser initialiser = new Initialiser(backbone, seed);
        Map<String, List<StoredTensor>> layers = backbone.tensors().stream()
                .collect(Collectors.groupingBy(
                        TensorSpec::layer,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                tensor -> new StoredTensor(
                                        tensor.name() + ":0", tensor.shape(), initialiser.values(tensor)),
                                Collectors.toList())));
        List<StoredLayer> stored = new ArrayList<>();
        layers.forEach((name, tensors) -> stored.add(new StoredLayer(name, tensors)));
        return stored;
    }

    /** The layer and its weights under another name. */
    static StoredLayer renamed(StoredLayer layer, UnaryOperator<String> name) {
        String other = name.apply(layer.name());
        return new StoredLayer(
                other,
                layer.tensors().stream()
                        .map(tensor ->
                                new StoredTensor(other + "/" + tensor.role() + ":0", tensor.shape(), tensor.values()))
                        .toList());
    }

    static Path write(Path file, List<StoredLayer> layers) {
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            write(hdf, layers);
        }
        return file;
    }

    static void write(WritableGroup root, List<StoredLayer> layers) {
        root.putAttribute("layer_names", layers.stream().map(StoredLayer::name).toArray(String[]::new));
        for (StoredLayer layer : layers) {
            WritableGroup group = root.putGroup(layer.name());
            group.putAttribute(
                    "weight_names",
                    layer.tensors().stream().map(StoredTensor::name).toArray(String[]::new));
            // Keras names weights layer/role:0, which is a group of the layer's name in the layer's group.
            WritableGroup inner = group.putGroup(layer.name());
            for (StoredTensor tensor : layer.tensors()) {
                String name = tensor.name().substring(tensor.name().indexOf('/') + 1);
                inner.putDataset(name, nested(tensor.shape(), tensor.values()));
            }
        }
    }

    /** jHDF takes arrays of arrays; a scalar is written as a boxed number. */
    private static Object nested(List<Integer> shape, float[] values) {
        if (shape.isEmpty()) {
            return values[0];
        }
        if (shape.size() == 1) {
            return values;
        }
        List<Integer> rest = shape.subList(1, shape.size());
        int stride = values.length / shape.get(0);
        Object array = Array.newInstance(
                float.class, shape.stream().mapToInt(Integer::intValue).toArray());
        for (int i = 0; i < shape.get(0); i++) {
            Array.set(array, i, nested(rest, Arrays.copyOfRange(values, i * stride, (i + 1) * stride)));
        }
        return array;
    }
}
