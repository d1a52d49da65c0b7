package io.github.tumorbench.lab.backbone;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a Keras weights file (HDF5) holds, in the file's own order.
 *
 * @param path of the file
 * @param layers those of the attribute {@code layer_names} that have weights
 */
record WeightsFile(Path path, List<StoredLayer> layers) {
    WeightsFile {
        layers = List.copyOf(layers);
    }

    /**
     * A layer's weights in the order of its attribute {@code weight_names}.
     *
     * @param name the group's name
     */
    record StoredLayer(String name, List<StoredTensor> tensors) {
        StoredLayer {
            tensors = List.copyOf(tensors);
        }
    }

    /**
     * One weight.
     *
     * @param name as in {@code weight_names}, e.g. {@code conv1_conv/kernel:0}
     * @param shape empty for a scalar
     * @param values row-major, all finite
     */
    record StoredTensor(String name, List<Integer> shape, float[] values) {
        StoredTensor {
            shape = List.copyOf(shape);
        }

        /** The last part of the name without Keras's {@code :0}. */
        String role() {
            String last = name.substring(name.lastIndexOf('/') + 1);
            int colon = last.indexOf(':');
            return colon < 0 ? last : last.substring(0, colon);
        }
    }

    /**
     * Reads a whole file.
     *
     * @throws InputException if it cannot be read, is not HDF5, is damaged or cut short, or not laid out as Keras does
     */
    static WeightsFile read(Path path) {
        return KerasHdf5.read(path);
    }

    /** What to say of a file whose bytes cannot be had. */
    static InputException unreadable(Path path, IOException cause) {
        return new InputException(path + ": expected a readable file, found " + cause + ".", cause);
    }
}
