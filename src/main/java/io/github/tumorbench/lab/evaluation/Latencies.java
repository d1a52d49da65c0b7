package io.github.tumorbench.lab.evaluation;

import io.github.tumorbench.lab.dataset.ImageStore;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.engine.Classifier;
import io.github.tumorbench.lab.training.ImageData;
import io.github.tumorbench.record.Execution;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How long the exported model takes, for one image and for a batch, after warming up. */
public final class Latencies {
    /** Images of the largest batch. */
    public static final int LARGEST = 32;

    private static final int[] BATCHES = {1, LARGEST};
    private static final int RUNS = 5;

    private Latencies() {}

    /** Medians of five calls each; a batch larger than the number of samples is left out. */
    public static List<Execution.Latency> measure(
            Classifier classifier, ImageStore store, List<Sample> samples, String experiment) {
        List<Execution.Latency> latencies = new ArrayList<>();
        for (int batch : BATCHES) {
            if (batch > samples.size()) {
                continue;
            }
            ByteBuffer images = ImageData.pixels(store, samples.subList(0, batch));
            classifier.classify(images, batch);
            double[] milliseconds = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                long start = System.nanoTime();
                classifier.classify(images, batch);
                milliseconds[run] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(milliseconds);
            double median = milliseconds[RUNS / 2];
            latencies.add(new Execution.Latency(experiment, batch, median, 1000 * batch / median));
        }
        return latencies;
    }
}
