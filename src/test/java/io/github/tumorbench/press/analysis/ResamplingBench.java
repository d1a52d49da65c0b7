package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.metrics.MetricIntervals;
import io.github.tumorbench.press.analysis.metrics.Resamples;
import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import io.github.tumorbench.press.analysis.statistics.ResamplingPlan;
import io.github.tumorbench.record.StudyRecord;

/**
 * How long 10 000 resamples of every metric of 1311 images take, jackknife and both intervals included; prints, asserts
 * nothing. Run its main with the test class path.
 */
public final class ResamplingBench {
    private static final int ROUNDS = 5;

    private ResamplingBench() {}

    /** Prints seconds for each round; the first one warms the machine up. */
    public static void main(String[] args) {
        StudyRecord record = SampleRecords.threeBackbones();
        Prepared one = Prepared.of(record.experiments().get(0), "x", SampleRecords.CLASSES);
        Bootstrap bootstrap = new Bootstrap(Bootstrap.RESAMPLES, 1);
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            Resamples resamples = Resamples.of(
                    ResamplingPlan.ofImages(one.test().truth()), java.util.List.of(one.scorer()), bootstrap);
            MetricIntervals intervals = MetricIntervals.of(bootstrap, resamples, null, 0, one.scorer());
            System.out.printf(
                    "%d metrics of %d images, %d resamples, %d processors: %.2f s%n",
                    intervals.values().size(),
                    one.test().size(),
                    bootstrap.resamples(),
                    Runtime.getRuntime().availableProcessors(),
                    (System.nanoTime() - start) / 1e9);
        }
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            StudyAnalysis.of(record);
            System.out.printf("a study of three experiments: %.2f s%n", (System.nanoTime() - start) / 1e9);
        }
    }
}
