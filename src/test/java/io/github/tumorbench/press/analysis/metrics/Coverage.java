package io.github.tumorbench.press.analysis.metrics;

import io.github.tumorbench.press.analysis.SampleRecords;
import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.ResamplingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How often 95 % intervals hold the truth in a scenario. The truth is measured once on many times the images of a draw, with the
 * classes in the same proportion; with 200 times, the chance left in it adds less than 0.1 points to any figure.
 */
final class Coverage {
    private Coverage() {}

    /**
     * One metric's intervals of one kind.
     *
     * @param kind {@code shown} as on the pages, {@code bca} or {@code percentile}
     * @param held draws whose interval holds the truth; one without ends does not
     * @param below draws whose interval lies below the truth
     * @param without draws without ends
     */
    record Row(CoverageScenario scenario, String metric, String kind, int draws, int held, int below, int without) {
        double share() {
            return (double) held / draws;
        }

        /** One standard deviation of {@link #share} by chance. */
        double error() {
            return Math.sqrt(share() * (1 - share()) / draws);
        }
    }

    /** One kind of interval of one metric, and the truth it should hold. */
    private static final class Count {
        private final String metric;
        private final String kind;
        private final double truth;
        private final Function<MetricsOf, Estimate> interval;
        private int held;
        private int below;
        private int without;

        Count(String metric, String kind, double truth, Function<MetricsOf, Estimate> interval) {
            this.metric = metric;
            this.kind = kind;
            this.truth = truth;
            this.interval = interval;
        }

        void add(MetricsOf one) {
            Estimate estimate = interval.apply(one);
            if (!estimate.hasInterval()) {
                without++;
            } else if (estimate.high() < truth) {
                below++;
            } else if (estimate.low() <= truth) {
                held++;
            }
        }

        Row row(CoverageScenario scenario, int draws) {
            return new Row(scenario, metric, kind, draws, held, below, without);
        }
    }

    /** What is computed of one draw. */
    private record MetricsOf(Overall overall, List<ClassMetrics> classes, MetricIntervals intervals) {
        static MetricsOf of(Outcomes outcomes, Bootstrap bootstrap) {
            Scorer scorer = new Scorer(outcomes, Simulation.CLASSES);
            Resamples resamples = Resamples.of(ResamplingPlan.ofImages(outcomes.truth()), List.of(scorer), bootstrap);
            ConfusionMatrix matrix = Agreement.confusion(outcomes, SampleRecords.CLASSES);
            double[] score = resamples.estimates()[0];
            List<ClassMetrics> classes = Metrics.ofClasses(outcomes, matrix, score);
            return new MetricsOf(
                    Metrics.overall(matrix, classes, score),
                    classes,
                    MetricIntervals.of(bootstrap, resamples, null, 0, scorer));
        }
    }

    /**
     * @param resamples of the bootstrap; 1 where only the intervals shown are wanted, which need none
     * @param seed all draws follow from it
     * @param times how many times the images of a draw the truth is measured on
     */
    static List<Row> measure(CoverageScenario scenario, int draws, int resamples, long seed, int times) {
        Simulation source = scenario.source();
        double[] truth = new Scorer(source.draw(scenario.images(times), seed), Simulation.CLASSES).score();
        List<Count> counts = counts(truth, resamples > 1);
        for (int draw = 1; draw <= draws; draw++) {
            long own = seed * 1_000_003 + draw;
            MetricsOf one = MetricsOf.of(source.draw(scenario.images(1), own), new Bootstrap(resamples, own));
            counts.forEach(count -> count.add(one));
        }
        return counts.stream().map(count -> count.row(scenario, draws)).toList();
    }

    private static List<Count> counts(double[] truth, boolean resampled) {
        List<Count> counts = new ArrayList<>();
        for (OverallMetric metric : OverallMetric.values()) {
            if (metric != OverallMetric.ECE) {
                double value = truth[Scorer.index(metric)];
                counts.add(new Count(metric.key(), "shown", value, one -> shown(one, metric)));
                if (resampled) {
                    counts.add(new Count(metric.key(), "bca", value, one -> one.intervals()
                            .of(metric)
                            .bca()));
                    counts.add(new Count(metric.key(), "percentile", value, one -> one.intervals()
                            .of(metric)
                            .percentile()));
                }
            }
        }
        for (int label = 0; label < Simulation.CLASSES; label++) {
            for (ClassMetric metric : ClassMetric.values()) {
                int of = label;
                counts.add(new Count(
                        metric.key() + " of class " + label,
                        "shown",
                        truth[Scorer.index(label, metric)],
                        one -> shown(one, of, metric)));
            }
        }
        return counts;
    }

    private static Estimate shown(MetricsOf one, OverallMetric metric) {
        return metric == OverallMetric.ACCURACY
                ? one.overall().accuracy()
                : one.intervals().of(metric).best();
    }

    private static Estimate shown(MetricsOf one, int label, ClassMetric metric) {
        ClassMetrics of = one.classes().get(label);
        return switch (metric) {
            case RECALL -> of.recall();
            case SPECIFICITY -> of.specificity();
            case PRECISION -> of.precision();
            case AUROC -> of.auroc();
            case F1, AVERAGE_PRECISION -> one.intervals().of(label, metric).best();
        };
    }
}
