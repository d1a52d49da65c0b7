package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.lab.engine.Classifier;
import io.github.tumorbench.lab.engine.ModelExporter;
import io.github.tumorbench.study.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A trained network as a SavedModel in the cache.
 *
 * @param folder of the SavedModel
 * @param digest SHA-256 of its file: explanations depend on it
 * @param predictionDigest SHA-256 of the part that predicts, see {@link ModelExporter}: predictions depend on it and on no map
 */
record ExportedModel(Bench bench, Network network, Path folder, String digest, String predictionDigest) {
    /** Of what is exported; names it in the cache. */
    static final String VERSION = "model 2";

    private static final String PREDICTION = "prediction.sha256";

    /**
     * Exports the network if the cache has it not.
     *
     * @param key of the training
     * @param tensors of backbone and head, asked for only then
     */
    static ExportedModel of(
            Bench bench, Network network, String experiment, String key, Supplier<Map<String, float[]>> tensors)
            throws IOException {
        StageCache.Entry entry = bench.log().run("model", experiment, VERSION + "\n" + key, folder -> {
            String digest = ModelExporter.export(
                    bench.runtime(),
                    network.backbone(),
                    bench.dataset().classes().size(),
                    tensors.get(),
                    folder);
            Files.writeString(folder.resolve(PREDICTION), digest);
        });
        return new ExportedModel(
                bench,
                network,
                entry.folder(),
                Digests.sha256(Bench.file(entry, "saved_model.pb")),
                Files.readString(Bench.file(entry, PREDICTION)));
    }

    Classifier classifier() {
        return new Classifier(bench.runtime(), folder, network.backbone().input());
    }
}
