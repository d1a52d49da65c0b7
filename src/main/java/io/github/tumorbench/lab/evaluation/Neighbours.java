package io.github.tumorbench.lab.evaluation;

import io.github.tumorbench.lab.cache.Rows;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.record.Explanations.Neighbour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Training images whose features lie nearest, each feature brought to mean 0 and deviation 1 over the training images. */
public final class Neighbours {
    private static final int NEAREST = 5;

    private final List<Sample> training;
    private final List<String> classes;
    private final float[][] features;
    private final double[] mean;
    private final double[] scale;

    /** @param features a row for each training image */
    public Neighbours(List<Sample> training, Rows features, List<String> classes) {
        this.training = List.copyOf(training);
        this.classes = List.copyOf(classes);
        this.features =
                IntStream.range(0, training.size()).mapToObj(features::row).toArray(float[][]::new);
        this.mean = new double[features.width()];
        this.scale = new double[features.width()];
        for (int j = 0; j < mean.length; j++) {
            int feature = j;
            double average = IntStream.range(0, this.features.length)
                    .mapToDouble(i -> this.features[i][feature])
                    .average()
                    .orElse(0);
            double variance = IntStream.range(0, this.features.length)
                    .mapToDouble(i -> (this.features[i][feature] - average) * (this.features[i][feature] - average))
                    .average()
                    .orElse(0);
            mean[j] = average;
            // A feature that is the same in all training images tells nothing.
            scale[j] = variance > 0 ? 1 / Math.sqrt(variance) : 0;
        }
        for (float[] row : this.features) {
            standardise(row);
        }
    }

    private void standardise(float[] row) {
        for (int j = 0; j < row.length; j++) {
            row[j] = (float) ((row[j] - mean[j]) * scale[j]);
        }
    }

    /**
     * The five nearest, the nearest first, ties by file.
     *
     * @param embedding of the image, by the same network
     */
    public List<Neighbour> of(String file, float[] embedding) {
        float[] place = embedding.clone();
        standardise(place);
        double[] distances = new double[features.length];
        for (int i = 0; i < distances.length; i++) {
            double sum = 0;
            for (int j = 0; j < place.length; j++) {
                double difference = place[j] - features[i][j];
                sum += difference * difference;
            }
            distances[i] = Math.sqrt(sum);
        }
        List<Integer> nearest = IntStream.range(0, distances.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> distances[i])
                        .thenComparing(i -> training.get(i).file()))
                .limit(NEAREST)
                .toList();
        List<Neighbour> rows = new ArrayList<>();
        for (int i : nearest) {
            Sample sample = training.get(i);
            double distance = Math.round(distances[i] * 1e5) / 1e5;
            rows.add(new Neighbour(file, rows.size() + 1, sample.file(), classes.get(sample.label()), distance));
        }
        return rows;
    }
}
