package io.github.tumorbench.press.analysis.files;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.github.tumorbench.press.analysis.Comparison;
import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.Family;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.metrics.ClassMetric;
import io.github.tumorbench.press.analysis.metrics.ClassMetrics;
import io.github.tumorbench.press.analysis.metrics.MetricIntervals;
import io.github.tumorbench.press.analysis.metrics.Overall;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.McNemar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The twins of {@code metrics.json} for spreadsheets: unrounded, an empty cell where undefined, lines ending in {@code \n}.
 *
 * <pre>
 * metrics.csv       experiment, images (all | without-copies), class (empty: overall), metric, value, low, high, method
 * comparisons.csv   first, second, images, only_first_right, only_second_right, p, p_holm, effect, chi2, chi2_p,
 *                   chi2_corrected, chi2_corrected_p (McNemar's classical statistic, without and with Edwards' correction; p
 *                   and p_holm are of the exact test), accuracy_difference, low, high, method
 * </pre>
 */
public final class MetricsCsv {
    private MetricsCsv() {}

    /** Every metric of every experiment with the interval a page shows. */
    public static String metrics(StudyAnalysis study) {
        StringBuilder out = new StringBuilder("experiment,images,class,metric,value,low,high,method\n");
        for (ExperimentAnalysis one : study.experiments()) {
            overall(out, one.id(), "all", one.overall(), one.intervals());
            for (int label = 0; label < one.classes().size(); label++) {
                ofClass(out, one, label);
            }
            if (one.withoutCopies() != null) {
                overall(
                        out,
                        one.id(),
                        "without-copies",
                        one.withoutCopies().overall(),
                        one.withoutCopies().intervals());
            }
        }
        return out.toString();
    }

    /** Every pair of experiments on the same images. */
    public static String comparisons(StudyAnalysis study) {
        StringBuilder out = new StringBuilder(
                "first,second,images,only_first_right,only_second_right,p,p_holm,effect,chi2,chi2_p,chi2_corrected,chi2_corrected_p,accuracy_difference,low,high,method\n");
        for (Family family : study.families()) {
            for (Comparison pair : family.pairs()) {
                List<String> cells = new ArrayList<>(List.of(
                        pair.first(),
                        pair.second(),
                        String.valueOf(pair.images()),
                        String.valueOf(pair.mcNemar().onlyFirst()),
                        String.valueOf(pair.mcNemar().onlySecond()),
                        number(pair.mcNemar().p()),
                        number(pair.holm()),
                        number(pair.mcNemar().effect())));
                cells.addAll(chiSquared(pair.mcNemar().chiSquared(false)));
                cells.addAll(chiSquared(pair.mcNemar().chiSquared(true)));
                cells.addAll(cells(pair.accuracy().best()));
                line(out, cells);
            }
        }
        return out.toString();
    }

    private static List<String> chiSquared(McNemar.ChiSquared one) {
        return one == null ? List.of("", "") : List.of(number(one.statistic()), number(one.p()));
    }

    private static void overall(
            StringBuilder out, String experiment, String images, Overall overall, MetricIntervals intervals) {
        for (OverallMetric metric : OverallMetric.values()) {
            Estimate one = metric == OverallMetric.ACCURACY
                    ? overall.accuracy()
                    : intervals.of(metric).best();
            row(out, experiment, images, "", metric.key(), one);
        }
    }

    private static void ofClass(StringBuilder out, ExperimentAnalysis one, int label) {
        ClassMetrics metrics = one.classes().get(label);
        for (ClassMetric metric : ClassMetric.values()) {
            Estimate estimate =
                    switch (metric) {
                        case RECALL -> metrics.recall();
                        case SPECIFICITY -> metrics.specificity();
                        case PRECISION -> metrics.precision();
                        case AUROC -> metrics.auroc();
                        case F1, AVERAGE_PRECISION -> one.intervals()
                                .of(label, metric)
                                .best();
                    };
            row(out, one.id(), "all", metrics.name(), metric.key(), estimate);
        }
    }

    private static void row(
            StringBuilder out, String experiment, String images, String label, String metric, Estimate one) {
        List<String> cells = new ArrayList<>(Arrays.asList(experiment, images, label, metric));
        cells.addAll(cells(one));
        line(out, cells);
    }

    static List<String> cells(Estimate one) {
        return List.of(
                number(one.value()), number(one.low()), number(one.high()), one.method() == null ? "" : one.method());
    }

    static String number(Double value) {
        return value == null ? "" : NumberOutput.toString(value, true);
    }

    /** RFC 4180 but for the line ends. */
    static void line(StringBuilder out, List<String> cells) {
        out.append(cells.stream().map(MetricsCsv::quoted).collect(Collectors.joining(",", "", "\n")));
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
