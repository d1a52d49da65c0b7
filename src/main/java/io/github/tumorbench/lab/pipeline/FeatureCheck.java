package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.lab.cache.Rows;
import io.github.tumorbench.lab.dataset.ImageStore;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.engine.Classifier;
import io.github.tumorbench.lab.training.ImageData;
import java.nio.file.Files;
import java.util.List;

/**
 * Whether a whole exported network sees in an image what its head was given from the cache. A frozen backbone is the same under
 * every head, so this is asked once for each backbone: the graph of a whole network takes seconds to be made ready.
 */
final class FeatureCheck {
    private static final String VERSION = "feature check 1";
    private static final int IMAGES = 8;
    /** Largest difference of a feature by the two paths, as a share of the image's largest: rounding, nothing else. */
    private static final double TOLERANCE = 1e-3;

    private final Bench bench;
    private final Network network;
    private final FeatureStage features;

    FeatureCheck(Bench bench, Network network, FeatureStage features) {
        this.bench = bench;
        this.network = network;
        this.features = features;
    }

    /**
     * Asks about the first few of the samples, if nobody did before.
     *
     * @throws IllegalStateException where the two differ
     */
    void check(Classifier classifier, String experiment, ImageStore store, List<Sample> samples) {
        List<Sample> few = samples.subList(0, Math.min(IMAGES, samples.size()));
        String key = String.join(
                "\n", VERSION, ExportedModel.VERSION, network.key(), features.key(), "images " + few.size());
        bench.log().cache().get("feature-check", key, folder -> {
            compare(classifier, experiment, store, few);
            Files.writeString(folder.resolve("passed.txt"), "The exported network sees what was cached.\n");
        });
    }

    private void compare(Classifier classifier, String experiment, ImageStore store, List<Sample> few) {
        float[] seen =
                classifier.classify(ImageData.pixels(store, few), few.size()).embedding();
        Rows cached = features.of(few);
        for (int i = 0; i < few.size(); i++) {
            float[] row = cached.row(i);
            double largest = 0;
            for (float value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
            for (int f = 0; f < row.length; f++) {
                double other = seen[i * row.length + f];
                if (!(Math.abs(row[f] - other) <= TOLERANCE * largest)) {
                    throw new IllegalStateException(
                            "%s: feature %s of %s is %s in the cache and %s in the exported network"
                                    .formatted(experiment, f, few.get(i).file(), row[f], other));
                }
            }
        }
    }
}
