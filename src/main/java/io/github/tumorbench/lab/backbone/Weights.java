package io.github.tumorbench.lab.backbone;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A backbone's weights and where they came from.
 *
 * @param tensors {@link TensorSpec#name()} to values in row-major order, one for every tensor of the backbone
 * @param file name of the file, null for random
 * @param sha256 of the file, null for random
 * @param loaded how many tensors came from the file
 * @param initialised names of tensors initialised from the seed although a file was given, because it lacks them
 */
public record Weights(Map<String, float[]> tensors, String file, String sha256, int loaded, List<String> initialised) {
    public Weights {
        tensors = Collections.unmodifiableMap(new TreeMap<>(tensors));
        initialised = List.copyOf(initialised);
    }
}
