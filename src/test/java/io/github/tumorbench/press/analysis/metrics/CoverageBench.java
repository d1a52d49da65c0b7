package io.github.tumorbench.press.analysis.metrics;

import java.util.List;
import java.util.Locale;

/**
 * Prints how often each interval of the report holds the truth in each scenario, as CSV. Run its main with the test class path:
 *
 * <pre>
 * java -Djava.util.concurrent.ForkJoinPool.common.parallelism=0 … CoverageBench SEED DRAWS [RESAMPLES [FIRST [LAST]]]
 * </pre>
 *
 * <p>With more than one resample the bootstrap's intervals are measured beside those shown. FIRST and LAST number the scenarios
 * from 0. A figure is {@code off} where it lies more than two points from 95 % and more than two standard deviations outside of
 * those two points.
 */
public final class CoverageBench {
    private static final double NOMINAL = 0.95;
    private static final double POINTS = 0.02;
    private static final int TIMES = 200;

    private CoverageBench() {}

    /** See above. */
    public static void main(String[] args) {
        long seed = Long.parseLong(args[0]);
        int draws = Integer.parseInt(args[1]);
        int resamples = args.length > 2 ? Integer.parseInt(args[2]) : 1;
        int first = args.length > 3 ? Integer.parseInt(args[3]) : 0;
        int last = args.length > 4 ? Integer.parseInt(args[4]) : CoverageScenario.ALL.size() - 1;
        System.out.println("scenario;metric;kind;draws;coverage;error;below;above;without;off");
        for (CoverageScenario scenario : CoverageScenario.ALL.subList(first, last + 1)) {
            print(Coverage.measure(scenario, draws, resamples, seed, TIMES));
        }
    }

    private static void print(List<Coverage.Row> rows) {
        for (Coverage.Row row : rows) {
            double beyond = Math.abs(row.share() - NOMINAL) - POINTS;
            int above = row.draws() - row.held() - row.below() - row.without();
            System.out.printf(
                    Locale.ROOT,
                    "%s;%s;%s;%d;%.4f;%.4f;%d;%d;%d;%s%n",
                    row.scenario(),
                    row.metric(),
                    row.kind(),
                    row.draws(),
                    row.share(),
                    row.error(),
                    row.below(),
                    above,
                    row.without(),
                    beyond > 2 * row.error() ? "off" : beyond > 0 ? "chance" : "");
        }
    }
}
