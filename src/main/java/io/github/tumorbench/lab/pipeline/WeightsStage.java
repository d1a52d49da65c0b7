package io.github.tumorbench.lab.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.Weights;
import io.github.tumorbench.lab.backbone.WeightsImport;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.study.WeightsSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A network's first weights. What a file has of them is found out once for its bytes, so that a run in which nothing is
 * trained or computed does not read its numbers.
 */
final class WeightsStage {
    private static final String VERSION = "weights 1";
    private static final String FILE = "origin.json";

    private final Bench bench;
    private final Backbone backbone;
    private final WeightsSpec spec;

    WeightsStage(Bench bench, Backbone backbone, WeightsSpec spec) {
        this.bench = bench;
        this.backbone = backbone;
        this.spec = spec;
    }

    /**
     * Where the weights come from.
     *
     * @param file name, null for random
     * @param sha256 of the file, null for random
     * @param loaded how many tensors the file has
     * @param initialised names of those that it lacks and that begin from the seed; empty for random
     */
    record Origin(String file, String sha256, int loaded, List<String> initialised) {
        static final Origin RANDOM = new Origin(null, null, 0, List.of());

        static Origin of(Weights weights) {
            return new Origin(weights.file(), weights.sha256(), weights.loaded(), weights.initialised());
        }

        /** Whether any tensor begins from the seed. */
        boolean seeded() {
            return file == null || !initialised.isEmpty();
        }
    }

    /** @param tensors of the backbone, by name; read when they are first asked for */
    record Result(Origin origin, Lazy<Map<String, float[]>> tensors) {}

    Result of() {
        if (spec.kind() == WeightsSpec.Kind.RANDOM) {
            return new Result(Origin.RANDOM, new Lazy<>(() -> load(null).tensors()));
        }
        Path path = WeightsImport.locate(backbone, spec, bench.locator(), bench.progress());
        Lazy<Weights> weights = new Lazy<>(() -> load(path));
        return new Result(origin(path, weights), new Lazy<>(() -> weights.get().tensors()));
    }

    private Weights load(Path path) {
        return WeightsImport.load(backbone, spec, bench.seeds().of("weights"), path, bench.progress());
    }

    private Origin origin(Path path, Lazy<Weights> weights) {
        String key = String.join(
                "\n",
                VERSION,
                Network.shape(backbone),
                path.getFileName() + " " + WeightsImport.digest(path),
                "partial " + spec.allowPartial());
        StageCache.Entry entry = bench.log()
                .cache()
                .get("weights", key, folder -> StageFile.write(folder.resolve(FILE), Origin.of(weights.get())));
        try {
            return StageFile.read(Bench.file(entry, FILE), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
