package io.github.tumorbench.press.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTest {
    /** scipy.stats.binomtest(hits, trials).proportion_ci(method='wilson'). */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.27753279986288926",
        "1, 1, 0.20654931437723745, 1",
        "8, 12, 0.39062208887279953, 0.8618799089087867",
        "12, 12, 0.7575059933447592, 1",
        "1219, 1311, 0.9147046265270292, 0.9424329336247687",
    })
    void wilsonIntervalsEqualScipys(int hits, int trials, double low, double high) {
        Estimate estimate = Intervals.wilson(hits, trials);
        assertThat(estimate.value()).isEqualTo((double) hits / trials);
        assertThat(estimate.low()).isCloseTo(low, within(1e-12));
        assertThat(estimate.high()).isCloseTo(high, within(1e-12));
        assertThat(estimate.method()).isEqualTo(Intervals.WILSON);
    }

    @Test
    void aShareOfNothingIsUndefined() {
        assertThat(Intervals.wilson(0, 0)).isEqualTo(Estimate.undefined("no image"));
    }

    @Test
    void anAreaWithoutOneOfTheSidesIsUndefined() {
        assertThat(Intervals.deLong(new double[] {.1, .2}, new boolean[] {true, true})
                        .value())
                .isNull();
        assertThat(Intervals.deLong(new double[] {.1, .2}, new boolean[] {false, false})
                        .value())
                .isNull();
        assertThat(Intervals.deLong(new double[0], new boolean[0]).value()).isNull();
    }

    @Test
    void aPerfectAreaHasTheIntervalOfItsDisjointPairsAndNeverOnlyItself() {
        boolean[] positive = {false, false, true, true, true};
        Estimate one = Intervals.deLong(new double[] {.1, .2, .8, .9, .7}, positive);
        assertThat(one.value()).isEqualTo(1);
        assertThat(one.high()).isEqualTo(1);
        assertThat(one.low()).isEqualTo(Intervals.wilson(2, 2).low()).isLessThan(0.5);
        assertThat(one.method()).isEqualTo(Intervals.PAIRS);
        Estimate zero = Intervals.deLong(new double[] {.8, .9, .2, .1, .3}, positive);
        assertThat(List.of(zero.value(), zero.low())).containsOnly(0.0);
        assertThat(zero.high()).isEqualTo(Intervals.wilson(0, 2).high());
    }

    @Test
    void tiesEverywhereGiveOneHalfWithoutAnInterval() {
        Estimate estimate = Intervals.deLong(new double[] {.5, .5, .5, .5}, new boolean[] {false, true, false, true});
        assertThat(estimate.value()).isEqualTo(0.5);
        assertThat(estimate.hasInterval()).isFalse();
    }

    @Test
    void oneImageOnASideHasAnAreaButNoInterval() {
        Estimate estimate = Intervals.deLong(new double[] {.1, .5, .3}, new boolean[] {false, false, true});
        assertThat(estimate.value()).isEqualTo(0.5);
        assertThat(estimate.method()).isEqualTo("no interval: fewer than two images on one side");
    }

    @Test
    void midranksShareTheRanksOfTies() {
        assertThat(Ranking.midranks(new double[] {3, 1, 3, 2, 3, 1})).containsExactly(5, 1.5, 5, 3, 5, 1.5);
    }

    @Test
    void intervalsThatTouchOverlap() {
        Estimate low = new Estimate(.1, 0., .2, "m");
        Estimate high = new Estimate(.3, .2, .4, "m");
        assertThat(low.overlaps(high)).isTrue();
        assertThat(low.overlaps(new Estimate(.3, .21, .4, "m"))).isFalse();
        assertThat(low.overlaps(Estimate.undefined("x"))).isFalse();
    }
}
