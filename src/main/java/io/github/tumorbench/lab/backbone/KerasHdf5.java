package io.github.tumorbench.lab.backbone;

import io.github.tumorbench.lab.backbone.WeightsFile.StoredLayer;
import io.github.tumorbench.lab.backbone.WeightsFile.StoredTensor;
import io.github.tumorbench.study.InputException;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the HDF5 layout of Keras's {@code save_weights}: the root, or its group {@code model_weights}, has the attribute
 * {@code layer_names}; each layer's group has {@code weight_names}, the paths of its datasets. An attribute too long for an
 * HDF5 header is split into {@code layer_names0}, {@code layer_names1} ….
 */
final class KerasHdf5 {
    private static final String LAYERS = "layer_names";
    private static final String WEIGHTS = "weight_names";
    /** Far more than any layer here holds: a damaged size must not exhaust the memory. */
    private static final long MOST_NUMBERS = 1L << 27;

    private final Path path;

    private KerasHdf5(Path path) {
        this.path = path;
    }

    static WeightsFile read(Path path) {
        return new KerasHdf5(path).read();
    }

    private WeightsFile read() {
        if (!Files.isRegularFile(path)) {
            throw new InputException(
                    path + ": expected a weights file, found " + (Files.isDirectory(path) ? "a folder." : "nothing."));
        }
        try (HdfFile file = new HdfFile(path)) {
            refuseCut(file);
            Group root = root(file);
            List<StoredLayer> layers = new ArrayList<>();
            for (String name : names(root, LAYERS)) {
                StoredLayer layer = layer(root, name);
                if (!layer.tensors().isEmpty()) {
                    layers.add(layer);
                }
            }
            return new WeightsFile(path, layers);
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException e) {
            // jHDF meets damage with exceptions of many kinds: its own, of buffers, of indices, of casts.
            throw new InputException(
                    path + ": expected an intact HDF5 file of weights, found another kind or a damaged one ("
                            + reason(e) + ").",
                    e);
        }
    }

    /** What is beyond the end could be a dataset never looked at, or one that reads as zeros. */
    private void refuseCut(HdfFile file) {
        long expected = file.getHdfBackingStorage().getSuperblock().getEndOfFileAddress();
        if (file.size() < expected) {
            throw new InputException(
                    path + ": expected " + expected + " bytes, found " + file.size() + "; the file is cut short.");
        }
    }

    private Group root(HdfFile file) {
        if (!has(file, LAYERS) && file.getChild("model_weights") instanceof Group group) {
            return group;
        }
        return file;
    }

    private StoredLayer layer(Group root, String name) {
        // A layer's name may hold slashes, which are groups in groups.
        if (!(find(root, name) instanceof Group group)) {
            throw new InputException(
                    path + ": expected the group " + name + ", which " + LAYERS + " lists, found none.");
        }
        List<StoredTensor> tensors = new ArrayList<>();
        for (String weight : names(group, WEIGHTS)) {
            if (!(find(group, weight) instanceof Dataset dataset)) {
                throw new InputException(path + ": expected the weight " + weight + ", which " + WEIGHTS + " of " + name
                        + " lists, found none.");
            }
            tensors.add(tensor(weight, dataset));
        }
        return new StoredLayer(name, tensors);
    }

    private static Node find(Group from, String name) {
        Node node = from;
        for (String part : name.split("/")) {
            node = node instanceof Group group ? group.getChild(part) : null;
        }
        return node;
    }

    private StoredTensor tensor(String name, Dataset dataset) {
        List<Integer> shape = Arrays.stream(dataset.getDimensions()).boxed().toList();
        if (dataset.getSize() > MOST_NUMBERS) {
            throw new InputException(path + ": expected at most " + MOST_NUMBERS + " numbers in " + name + ", found "
                    + dataset.getSize() + ".");
        }
        float[] values = floats(name, dataset.getDataFlat());
        long expected = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (values.length != expected) {
            throw new InputException(
                    path + ": expected " + expected + " numbers in " + name + ", found " + values.length + ".");
        }
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new InputException(path + ": expected finite numbers in " + name + ", found " + value + ".");
            }
        }
        return new StoredTensor(name, shape, values);
    }

    /** Keras writes float32, and int64 or int32 for a count; other precisions are rounded to float. */
    private float[] floats(String name, Object data) {
        if (data instanceof float[] floats) {
            return floats;
        }
        double[] doubles;
        if (data instanceof double[] values) {
            doubles = values;
        } else if (data instanceof long[] longs) {
            doubles = Arrays.stream(longs).asDoubleStream().toArray();
        } else if (data instanceof int[] ints) {
            doubles = Arrays.stream(ints).asDoubleStream().toArray();
        } else {
            throw new InputException(path + ": expected float or integer numbers in " + name + ", found "
                    + (data == null ? "nothing" : data.getClass().getSimpleName()) + ".");
        }
        float[] floats = new float[doubles.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) doubles[i];
        }
        return floats;
    }

    private List<String> names(Node node, String attribute) {
        if (has(node, attribute)) {
            return strings(node, attribute);
        }
        if (!has(node, attribute + 0)) {
            throw new InputException(path + ": expected the attribute " + attribute + " at " + node.getPath()
                    + ", as Keras writes it, found "
                    + node.getAttributes().keySet().stream().sorted().toList() + ".");
        }
        List<String> names = new ArrayList<>();
        for (int part = 0; has(node, attribute + part); part++) {
            names.addAll(strings(node, attribute + part));
        }
        return names;
    }

    /** An empty list is stored with any type, and read as null. */
    private List<String> strings(Node node, String name) {
        Attribute attribute = node.getAttribute(name);
        Object data = attribute.getSize() == 0 ? null : attribute.getData();
        if (data == null) {
            return List.of();
        }
        if (data instanceof String text) {
            return List.of(text);
        }
        if (data instanceof String[] texts) {
            return List.of(texts);
        }
        throw new InputException(path + ": expected names in the attribute " + name + " of " + node.getPath()
                + ", found " + data.getClass().getSimpleName() + ".");
    }

    private static boolean has(Node node, String attribute) {
        return node.getAttributes().containsKey(attribute);
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null
                ? ""
                : ": " + cause.getMessage().strip().lines().findFirst().orElse("");
        return cause.getClass().getSimpleName() + message;
    }
}
