package io.github.tumorbench.press.analysis.trust;

import io.github.tumorbench.press.analysis.metrics.Calibration;
import io.github.tumorbench.press.analysis.metrics.Outcomes;
import io.github.tumorbench.press.analysis.statistics.Ranking;
import io.github.tumorbench.press.analysis.trust.CalibrationSummary.BrierParts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Calibration errors from forecasts gathered into bins. */
public final class BinnedCalibration {
    private BinnedCalibration() {}

    /** Forecasts of one bin: how many, the sum of their probabilities and of what happened. */
    private static final class Bin {
        private int count;
        private double probability;
        private int happened;

        private void add(double forecast, boolean came) {
            count++;
            probability += forecast;
            happened += came ? 1 : 0;
        }

        private double gap() {
            return Math.abs(probability - happened) / count;
        }
    }

    /** Errors over all images and of each of {@code classes} classes; null where there is no image. */
    public static CalibrationSummary of(Outcomes outcomes, int classes) {
        if (outcomes.size() == 0) {
            return new CalibrationSummary(null, null, null, null, null, List.of(), null);
        }
        boolean[] correct = outcomes.corrects();
        List<Bin> uniform = uniform(outcomes.confidence(), correct);
        List<Double> ofClass = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            ofClass.add(ece(uniform(outcomes.scores(label), outcomes.positives(label)), outcomes.size()));
        }
        return new CalibrationSummary(
                ece(uniform, outcomes.size()),
                ece(equalMass(outcomes.confidence(), correct), outcomes.size()),
                rmsce(uniform, outcomes.size()),
                uniform.stream().mapToDouble(Bin::gap).max().orElseThrow(),
                ofClass.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
                ofClass,
                parts(outcomes, classes));
    }

    /** Expected calibration error of forecasts of one event, 15 bins of equal width. */
    static double ece(double[] forecasts, boolean[] came) {
        return ece(uniform(forecasts, came), forecasts.length);
    }

    /** The same with bins of about equal count. */
    static double eceEqualMass(double[] forecasts, boolean[] came) {
        return ece(equalMass(forecasts, came), forecasts.length);
    }

    private static double ece(List<Bin> bins, int total) {
        return bins.stream().mapToDouble(bin -> bin.count * bin.gap() / total).sum();
    }

    private static double rmsce(List<Bin> bins, int total) {
        return Math.sqrt(bins.stream()
                .mapToDouble(bin -> bin.count * bin.gap() * bin.gap() / total)
                .sum());
    }

    private static List<Bin> uniform(double[] forecasts, boolean[] came) {
        return uniform(forecasts, came, Calibration.BINS);
    }

    /** The bins (lo, hi] that are not empty. */
    private static List<Bin> uniform(double[] forecasts, boolean[] came, int size) {
        List<Bin> bins = IntStream.range(0, size).mapToObj(i -> new Bin()).toList();
        for (int i = 0; i < forecasts.length; i++) {
            bins.get(Calibration.bin(forecasts[i], size)).add(forecasts[i], came[i]);
        }
        return bins.stream().filter(bin -> bin.count > 0).toList();
    }

    private static List<Bin> equalMass(double[] forecasts, boolean[] came) {
        int[] order = Ranking.ascending(forecasts);
        List<Bin> bins = new ArrayList<>();
        int done = 0;
        for (int bin = 1; bin <= Calibration.BINS; bin++) {
            int end = Math.max(done, (int) ((long) bin * order.length / Calibration.BINS));
            while (end > 0 && end < order.length && forecasts[order[end]] == forecasts[order[end - 1]]) {
                end++;
            }
            Bin one = new Bin();
            for (; done < end; done++) {
                one.add(forecasts[order[done]], came[order[done]]);
            }
            if (one.count > 0) {
                bins.add(one);
            }
        }
        return bins;
    }

    /** ECE, RMSCE and MCE with any number of bins. */
    static double[] errors(double[] forecasts, boolean[] came, int size) {
        List<Bin> bins = uniform(forecasts, came, size);
        return new double[] {
            ece(bins, forecasts.length),
            rmsce(bins, forecasts.length),
            bins.stream().mapToDouble(Bin::gap).max().orElse(0)
        };
    }

    private static BrierParts parts(Outcomes outcomes, int classes) {
        double total = outcomes.size();
        double reliability = 0;
        double resolution = 0;
        double uncertainty = 0;
        for (int label = 0; label < classes; label++) {
            List<Bin> bins = uniform(outcomes.scores(label), outcomes.positives(label));
            double rate = bins.stream().mapToInt(bin -> bin.happened).sum() / total;
            uncertainty += rate * (1 - rate);
            for (Bin bin : bins) {
                double observed = (double) bin.happened / bin.count;
                reliability += bin.count / total * bin.gap() * bin.gap();
                resolution += bin.count / total * (observed - rate) * (observed - rate);
            }
        }
        double brier = 0;
        for (double one : Calibration.brierScores(outcomes)) {
            brier += one / total;
        }
        return new BrierParts(reliability, resolution, uncertainty, brier - (reliability - resolution + uncertainty));
    }
}
