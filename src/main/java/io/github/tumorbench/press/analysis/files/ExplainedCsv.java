package io.github.tumorbench.press.analysis.files;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.explained.Attention;
import io.github.tumorbench.press.analysis.explained.Belief;
import io.github.tumorbench.press.analysis.explained.Explained;
import io.github.tumorbench.press.analysis.explained.MapMethod;
import io.github.tumorbench.press.analysis.explained.Robustness;
import io.github.tumorbench.press.analysis.explained.Stray;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What is known of how networks decide, for spreadsheets: unrounded, an empty cell where undefined, lines ending in {@code \n}.
 *
 * <pre>
 * localisation.csv      experiment, group (all | CLASS | right | wrong), method, images, patients, chance, maps, zero, metric
 *                       (pointing | energy_inside | iou | iou_area, and of gradcam pointing_over_centre | energy_over_centre),
 *                       value, low, high, interval
 * spurious.csv          experiment, group (all | CLASS), images, metric (outside_head | border), value, low, high, interval
 * wrong-reason.csv      experiment, file, class, confidence, energy_inside, mask_area
 * randomisation.csv     experiment, depth, layer, images, constant, spearman, low, high, interval
 * perturbation.csv      experiment, mode, method, images, p_0 … p_100, area, low, high, interval
 * agreement.csv         experiment, first, second, images, constant, spearman, low, high, interval
 * features.csv          experiment, class (empty: all), images, astray, silhouette, low, high, interval
 * robustness.csv        experiment, corruption, severity, images, accuracy, low, high, interval, confidence, truth
 * </pre>
 */
public final class ExplainedCsv {
    private static final String ENDS = "low,high,interval";

    private ExplainedCsv() {}

    /** Name of each file that has at least one row, with its text; nothing where nothing was measured. */
    public static Map<String, String> files(StudyAnalysis study) {
        Map<String, String> files = new LinkedHashMap<>();
        put(
                files,
                study,
                "localisation",
                "experiment,group,method,images,patients,chance,maps,zero,metric,value," + ENDS,
                Explained::attention,
                ExplainedCsv::attention);
        put(
                files,
                study,
                "spurious",
                "experiment,group,images,metric,value," + ENDS,
                Explained::stray,
                ExplainedCsv::stray);
        put(
                files,
                study,
                "wrong-reason",
                "experiment,file,class,confidence,energy_inside,mask_area",
                Explained::stray,
                (stray, rows) -> stray.elsewhere()
                        .forEach(one -> rows.add(
                                cells(one.file(), one.label(), one.confidence(), one.energyInside(), one.maskArea()))));
        put(
                files,
                study,
                "randomisation",
                "experiment,depth,layer,images,constant,spearman," + ENDS,
                Explained::belief,
                (belief, rows) -> belief.randomisation()
                        .forEach(one -> rows.add(
                                with(one.similarity(), one.depth(), one.layer(), one.images(), one.constant()))));
        put(
                files,
                study,
                "perturbation",
                "experiment,mode,method,images,p_0,p_10,p_20,p_30,p_40,p_50,p_60,p_70,p_80,p_90,p_100,area," + ENDS,
                Explained::belief,
                ExplainedCsv::curves);
        put(
                files,
                study,
                "agreement",
                "experiment,first,second,images,constant,spearman," + ENDS,
                Explained::belief,
                (belief, rows) -> belief.agreement()
                        .forEach(one -> rows.add(with(
                                one.similarity(),
                                one.first().key(),
                                one.second().key(),
                                one.images(),
                                one.constant()))));
        put(
                files,
                study,
                "features",
                "experiment,class,images,astray,silhouette," + ENDS,
                Explained::space,
                (space, rows) -> space.classes()
                        .forEach(one -> rows.add(with(one.silhouette(), one.name(), one.images(), one.astray()))));
        put(
                files,
                study,
                "robustness",
                "experiment,corruption,severity,images,accuracy," + ENDS + ",confidence,truth",
                Explained::robustness,
                ExplainedCsv::robustness);
        return files;
    }

    private static <P> void put(
            Map<String, String> files,
            StudyAnalysis study,
            String name,
            String header,
            Function<Explained, P> part,
            BiConsumer<P, List<List<String>>> fill) {
        StringBuilder out = new StringBuilder();
        for (ExperimentAnalysis one : study.experiments()) {
            List<List<String>> rows = new ArrayList<>();
            P known = part.apply(one.explained());
            if (known != null) {
                fill.accept(known, rows);
            }
            for (List<String> row : rows) {
                List<String> line = new ArrayList<>(List.of(one.id()));
                line.addAll(row);
                MetricsCsv.line(out, line);
            }
        }
        if (!out.isEmpty()) {
            files.put(name + ".csv", header + "\n" + out);
        }
    }

    private static List<String> cells(Object... values) {
        List<String> cells = new ArrayList<>();
        for (Object value : values) {
            cells.add(
                    value == null ? "" : value instanceof Double number ? MetricsCsv.number(number) : value.toString());
        }
        return cells;
    }

    private static List<String> with(Estimate one, Object... values) {
        List<String> cells = cells(values);
        cells.addAll(MetricsCsv.cells(one));
        return cells;
    }

    private static void attention(Attention one, List<List<String>> rows) {
        for (Attention.Group group : one.groups()) {
            for (Attention.Scores scores : group.methods()) {
                Map<String, Estimate> metrics = new LinkedHashMap<>();
                metrics.put("pointing", scores.hits());
                metrics.put("energy_inside", scores.energy());
                metrics.put("iou", scores.iou());
                metrics.put("iou_area", scores.iouArea());
                if (scores.method() == MapMethod.GRADCAM) {
                    metrics.put("pointing_over_centre", group.hitsOverCentre());
                    metrics.put("energy_over_centre", group.energyOverCentre());
                }
                metrics.forEach((metric, estimate) -> rows.add(with(
                        estimate,
                        group.name(),
                        scores.method().key(),
                        group.images(),
                        group.patients(),
                        group.chance(),
                        scores.maps(),
                        scores.zero(),
                        metric)));
            }
        }
    }

    private static void stray(Stray one, List<List<String>> rows) {
        for (Stray.Group group : one.groups()) {
            rows.add(with(group.outsideHead(), group.name(), group.images(), "outside_head"));
            rows.add(with(group.border(), group.name(), group.images(), "border"));
        }
    }

    private static void curves(Belief one, List<List<String>> rows) {
        for (Belief.Curve curve : one.curves()) {
            List<String> row = cells(curve.mode().key(), curve.method().key(), curve.images());
            curve.probabilities().forEach(value -> row.add(MetricsCsv.number(value)));
            row.addAll(MetricsCsv.cells(curve.area()));
            rows.add(row);
        }
    }

    private static void robustness(Robustness one, List<List<String>> rows) {
        rows.add(point("none", one.clean()));
        one.corruptions()
                .forEach(corruption -> corruption.points().forEach(each -> rows.add(point(corruption.name(), each))));
    }

    private static List<String> point(String corruption, Robustness.Point one) {
        List<String> row = with(one.accuracy(), corruption, one.severity(), one.images());
        row.addAll(cells(one.confidence(), one.truth()));
        return row;
    }
}
