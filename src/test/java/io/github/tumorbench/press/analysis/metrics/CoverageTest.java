package io.github.tumorbench.press.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How often 95 % intervals hold the truth: within two points of 95 %, as far as chance lets a test tell. */
class CoverageTest {
    private static final double LEAST = 0.93;
    private static final double MOST = 0.97;

    /**
     * Level of each exact binomial test. There are about 600 of them, so that a few would fail by chance if every coverage lay
     * at an end of the band; nearly all lie well inside.
     */
    private static final double LEVEL = 0.001;

    /** Date of writing; no other was tried. */
    private static final long SEED = 20261125;

    private static final int TIMES = 50;

    /** Metrics whose intervals hold the truth too seldom in a scenario, by {@link CoverageBench}. */
    private static final List<String> KNOWN = List.of("131 images, 0.98, calibrated: log_loss");

    /** Exact, by summing over all outcomes: class sizes of the real test set, a quarter of one, and all images. */
    @ParameterizedTest
    @CsvSource({
        "75, 0.5",
        "75, 0.8",
        "75, 0.9",
        "75, 0.95",
        "75, 0.98",
        "75, 0.99",
        "75, 0.995", //
        "300, 0.5",
        "300, 0.8",
        "300, 0.9",
        "300, 0.95",
        "300, 0.98",
        "300, 0.99",
        "300, 0.995", //
        "306, 0.55",
        "306, 0.8",
        "306, 0.95",
        "306, 0.98",
        "306, 0.99",
        "306, 0.995", //
        "405, 0.5",
        "405, 0.9",
        "405, 0.95",
        "405, 0.98",
        "405, 0.995", //
        "1311, 0.5",
        "1311, 0.8",
        "1311, 0.9",
        "1311, 0.95",
        "1311, 0.98",
        "1311, 0.99",
        "1311, 0.995"
    })
    void wilsonsIntervalOfARecall(int images, double share) {
        assertThat(ofWilson(images, share)).isBetween(LEAST, MOST);
    }

    /** The one pair of size and share of this grid that leaves the band, by 0.0003. */
    @Test
    void wilsonsIntervalOf405ImagesAndAShareOf99InAHundred() {
        assertThat(ofWilson(405, 0.99)).isCloseTo(0.9297, within(5e-5));
    }

    private static double ofWilson(int images, double share) {
        BinomialDistribution hits = new BinomialDistribution(images, share);
        return IntStream.rangeClosed(0, images)
                .filter(count -> {
                    Estimate interval = Intervals.wilson(count, images);
                    return interval.low() <= share && share <= interval.high();
                })
                .mapToDouble(hits::probability)
                .sum();
    }

    static List<CoverageScenario> scenarios() {
        return CoverageScenario.ALL;
    }

    /**
     * {@link CoverageBench} measures the same more exactly. Recall, specificity and accuracy are Wilson's intervals of counts, whose
     * coverage goes up and down with the share: see above. With few wrong images the others' does so too, or areas are mostly 1
     * with intervals that are wide rather than wrong; there only too seldom counts.
     */
    @ParameterizedTest
    @MethodSource("scenarios")
    void intervalsShownHoldTheTruthAsOftenAsTheySay(CoverageScenario scenario) {
        int images = IntStream.of(scenario.images(1)).sum();
        boolean few = images * wrong(scenario.strength()) < 30;
        int draws = images < 200 ? 300 : images < 1000 ? 200 : 60;
        for (Coverage.Row row : Coverage.measure(scenario, draws, 1, SEED, TIMES)) {
            if (ofCounts(row.metric()) || KNOWN.contains(scenario.name() + ": " + row.metric())) {
                continue;
            }
            double seldom = new BinomialDistribution(row.draws(), LEAST).cumulativeProbability(row.held());
            double often = 1 - new BinomialDistribution(row.draws(), MOST).cumulativeProbability(row.held() - 1);
            assertThat(seldom)
                    .as("%s held in %s of %s", row.metric(), row.held(), row.draws())
                    .isGreaterThan(LEVEL);
            if (!few) {
                assertThat(often)
                        .as("%s held in %s of %s", row.metric(), row.held(), row.draws())
                        .isGreaterThan(LEVEL);
            }
        }
    }

    private static boolean ofCounts(String metric) {
        return metric.equals("accuracy") || metric.startsWith("recall") || metric.startsWith("specificity");
    }

    /** About which share of images is wrong. */
    private static double wrong(double strength) {
        return strength <= 1.5 ? 0.45 : strength <= 3.5 ? 0.14 : strength <= 4.5 ? 0.06 : 0.02;
    }
}
