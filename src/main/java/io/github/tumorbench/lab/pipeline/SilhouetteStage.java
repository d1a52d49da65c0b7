package io.github.tumorbench.lab.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.tumorbench.lab.cache.RowFile;
import io.github.tumorbench.lab.cache.StageCache;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.evaluation.Silhouettes;
import io.github.tumorbench.record.ExperimentRecord.Projection;
import io.github.tumorbench.study.Digests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The silhouettes of the images that have a place in the plane, among the true classes. */
final class SilhouetteStage {
    private static final String VERSION = "silhouette 1";
    private static final String FILE = "silhouette.json";

    private final Bench bench;
    private final String experiment;

    SilhouetteStage(Bench bench, String experiment) {
        this.bench = bench;
        this.experiment = experiment;
    }

    /**
     * The same places with silhouettes.
     *
     * @param features table with a row for each sample
     * @param digest of that table
     */
    List<Projection> of(List<Projection> places, List<Sample> samples, Path features, String digest)
            throws IOException {
        Map<String, Integer> rows = new HashMap<>();
        IntStream.range(0, samples.size()).forEach(i -> rows.put(samples.get(i).file(), i));
        int[] chosen = places.stream().mapToInt(place -> rows.get(place.file())).toArray();
        int[] labels = IntStream.of(chosen).map(row -> samples.get(row).label()).toArray();
        String key = String.join(
                "\n",
                VERSION,
                "features " + digest,
                "files and labels "
                        + Digests.sha256(IntStream.of(chosen)
                                .mapToObj(row -> samples.get(row).file() + " "
                                        + samples.get(row).label())
                                .collect(Collectors.joining("\n"))));
        StageCache.Entry entry = bench.log().run("silhouette", experiment, key, folder -> {
            try (RowFile table = RowFile.open(features)) {
                float[][] wanted = IntStream.of(chosen).mapToObj(table::row).toArray(float[][]::new);
                StageFile.write(folder.resolve(FILE), Silhouettes.of(labels, wanted));
            }
        });
        List<Double> silhouettes = StageFile.read(Bench.file(entry, FILE), new TypeReference<>() {});
        List<Projection> whole = new ArrayList<>(places.size());
        for (int i = 0; i < places.size(); i++) {
            Projection place = places.get(i);
            whole.add(new Projection(place.file(), place.x(), place.y(), silhouettes.get(i)));
        }
        return whole;
    }
}
