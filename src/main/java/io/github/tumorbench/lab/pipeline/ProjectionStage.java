package io.github.tumorbench.lab.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.tumorbench.lab.cache.RowFile;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.evaluation.FeatureProjection;
import io.github.tumorbench.record.ExperimentRecord.Projection;
import io.github.tumorbench.study.Digests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Images' features to the plane. The outcome is named by the features themselves, so that another head moves no image. */
final class ProjectionStage {
    private static final String VERSION = "projection 1";

    /** t-SNE is exact, so its time and memory grow with the square of the images. */
    private static final int PROJECTED = 2000;

    private final Bench bench;
    private final String experiment;

    ProjectionStage(Bench bench, String experiment) {
        this.bench = bench;
        this.experiment = experiment;
    }

    /**
     * Places of the samples, of evenly chosen ones where there are very many.
     *
     * @param features table with a row for each sample
     * @param digest of that table
     */
    List<Projection> of(List<Sample> samples, Path features, String digest) throws IOException {
        int step = Math.max(1, (samples.size() + PROJECTED - 1) / PROJECTED);
        int[] chosen =
                IntStream.iterate(0, i -> i < samples.size(), i -> i + step).toArray();
        List<String> files =
                IntStream.of(chosen).mapToObj(i -> samples.get(i).file()).toList();
        long seed = bench.seeds().of("projection");
        String key = String.join(
                "\n",
                VERSION,
                "features " + digest,
                "files " + Digests.sha256(files.stream().collect(Collectors.joining("\n"))),
                "seed " + seed);
        StageCache.Entry entry = bench.log().run("projection", experiment, key, folder -> {
            bench.progress().say(experiment + ": projecting the test images' features");
            try (RowFile rows = RowFile.open(features)) {
                float[][] wanted = IntStream.of(chosen).mapToObj(rows::row).toArray(float[][]::new);
                StageFile.write(folder.resolve("projection.json"), FeatureProjection.project(files, wanted, seed));
            }
        });
        return StageFile.read(Bench.file(entry, "projection.json"), new TypeReference<>() {});
    }
}
