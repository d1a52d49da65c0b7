package io.github.tumorbench.lab.pipeline;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run is told beside the study.
 *
 * @param cache folder of stage outputs, downloads and native libraries
 * @param weights folders weight files are looked for in first
 * @param data folder or archive that goes before the study's path, or null
 * @param threads within one operation of TensorFlow; results depend on it
 */
public record LabSettings(Path cache, List<Path> weights, Path data, int threads) {
    public LabSettings {
        weights = List.copyOf(weights);
    }
}
