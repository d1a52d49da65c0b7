package io.github.tumorbench.press.analysis.trust;

import io.github.tumorbench.press.analysis.metrics.Outcomes;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import io.github.tumorbench.press.analysis.statistics.Ranking;
import java.util.ArrayList;
import java.util.List;

/** Computes {@link Deferral}. */
public final class Deferring {
    private static final double[] SHARES = {0.01, 0.02, 0.05, 0.10, 0.20};
    private static final int POINTS = 200;

    private Deferring() {}

    /** Handing over the least confident images first. */
    public static Deferral of(Outcomes outcomes) {
        int size = outcomes.size();
        if (size == 0) {
            return new Deferral(List.of(), null, null, List.of());
        }
        int[] rising = Ranking.ascending(outcomes.confidence());
        double[] risk = risks(outcomes, rising);
        int errors = 0;
        for (boolean correct : outcomes.corrects()) {
            errors += correct ? 0 : 1;
        }
        double area = mean(risk);
        List<Deferral.Row> rows = new ArrayList<>();
        for (double share : SHARES) {
            rows.add(row(outcomes, rising, share, errors));
        }
        return new Deferral(curve(risk), area, area - mean(best(size, errors)), rows);
    }

    /** Error among the k most certain for k from 1, equal confidences in no particular order. */
    private static double[] risks(Outcomes outcomes, int[] rising) {
        int size = rising.length;
        double[] confidence = outcomes.confidence();
        double[] risk = new double[size];
        double errors = 0;
        for (int start = 0, end; start < size; start = end) {
            int wrong = 0;
            double value = confidence[rising[size - 1 - start]];
            for (end = start; end < size && confidence[rising[size - 1 - end]] == value; end++) {
                wrong += outcomes.correct(rising[size - 1 - end]) ? 0 : 1;
            }
            for (int kept = start + 1; kept <= end; kept++) {
                risk[kept - 1] = (errors + (double) wrong * (kept - start) / (end - start)) / kept;
            }
            errors += wrong;
        }
        return risk;
    }

    private static double[] best(int size, int errors) {
        double[] risk = new double[size];
        for (int kept = 1; kept <= size; kept++) {
            risk[kept - 1] = Math.max(0, kept - (size - errors)) / (double) kept;
        }
        return risk;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static List<Deferral.Point> curve(double[] risk) {
        List<Deferral.Point> points = new ArrayList<>();
        int step = Math.max(1, risk.length / POINTS);
        for (int kept = risk.length; kept > 0; kept -= step) {
            points.add(0, new Deferral.Point((double) kept / risk.length, risk[kept - 1]));
        }
        return points;
    }

    /** The images least certain go first, equally certain ones in the order of their files. */
    private static Deferral.Row row(Outcomes outcomes, int[] rising, double share, int errors) {
        int deferred = (int) Math.round(share * rising.length);
        int caught = 0;
        for (int i = 0; i < deferred; i++) {
            caught += outcomes.correct(rising[i]) ? 0 : 1;
        }
        int kept = rising.length - deferred;
        return new Deferral.Row(
                share,
                deferred,
                Intervals.wilson(kept - (errors - caught), kept),
                errors,
                Intervals.wilson(caught, errors),
                caught);
    }
}
