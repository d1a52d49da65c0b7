package io.github.tumorbench.press.analysis.explained;

import io.github.tumorbench.press.analysis.explained.Belief.Contrast;
import io.github.tumorbench.press.analysis.explained.Belief.Curve;
import io.github.tumorbench.press.analysis.explained.Belief.Mode;
import io.github.tumorbench.press.analysis.explained.Belief.Pair;
import io.github.tumorbench.press.analysis.explained.Belief.Step;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.ImageMeans;
import io.github.tumorbench.press.analysis.statistics.ImageMeans.Column;
import io.github.tumorbench.record.Explanations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Computes {@link Belief}. */
final class BeliefAnalyser {
    private static final List<MapMethod> RIVALS = List.of(MapMethod.SHUFFLED, MapMethod.CENTRE);

    private final Subjects subjects;

    private BeliefAnalyser(Subjects subjects) {
        this.subjects = subjects;
    }

    /** @return null where nothing was tried */
    static Belief of(Explanations measured, Subjects subjects) {
        if (measured.randomisation().isEmpty()
                && measured.perturbation().isEmpty()
                && measured.agreement().isEmpty()) {
            return null;
        }
        BeliefAnalyser analyser = new BeliefAnalyser(subjects);
        List<Curve> curves = new ArrayList<>();
        List<Contrast> contrasts = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            analyser.perturbation(measured.perturbation(), mode, curves, contrasts);
        }
        return new Belief(
                analyser.randomisation(measured.randomisation()),
                curves,
                contrasts,
                analyser.agreement(measured.agreement()));
    }

    /** Mean of one number for each image, null where it is not defined. */
    private Estimate mean(Map<String, Double> values) {
        List<String> files = values.keySet().stream().sorted().toList();
        double[] column = files.stream()
                .mapToDouble(file -> values.get(file) == null ? Double.NaN : values.get(file))
                .toArray();
        return files.isEmpty()
                ? Estimate.undefined("no image")
                : ImageMeans.of(subjects.plan(files), List.of(new Column(column, false)), subjects.bootstrap())
                        .get(0);
    }

    private static <R> Map<String, Double> byFile(
            Collection<R> rows, Function<R, String> file, Function<R, Double> value) {
        Map<String, Double> values = new LinkedHashMap<>();
        rows.forEach(row -> values.put(file.apply(row), value.apply(row)));
        return values;
    }

    private static int undefined(Map<String, Double> values) {
        return (int) values.values().stream().filter(value -> value == null).count();
    }

    private List<Step> randomisation(List<Explanations.Randomisation> rows) {
        Map<Integer, List<Explanations.Randomisation>> byDepth = new TreeMap<>();
        rows.forEach(row -> byDepth.computeIfAbsent(row.depth(), unused -> new ArrayList<>())
                .add(row));
        List<Step> steps = new ArrayList<>();
        byDepth.forEach((depth, ofDepth) -> {
            Map<String, Double> values =
                    byFile(ofDepth, Explanations.Randomisation::file, Explanations.Randomisation::spearman);
            int constant = undefined(values);
            steps.add(new Step(depth, ofDepth.get(0).layer(), values.size() - constant, constant, mean(values)));
        });
        return steps;
    }

    private List<Pair> agreement(List<Explanations.Agreement> rows) {
        List<Pair> pairs = new ArrayList<>();
        for (MapMethod first : MapMethod.values()) {
            for (MapMethod second : MapMethod.values()) {
                List<Explanations.Agreement> both = rows.stream()
                        .filter(row -> MapMethod.of(row.first()) == first && MapMethod.of(row.second()) == second)
                        .toList();
                if (!both.isEmpty()) {
                    Map<String, Double> values =
                            byFile(both, Explanations.Agreement::file, Explanations.Agreement::spearman);
                    int constant = undefined(values);
                    pairs.add(new Pair(first, second, values.size() - constant, constant, mean(values)));
                }
            }
        }
        return pairs;
    }

    private void perturbation(
            List<Explanations.Perturbation> rows, Mode mode, List<Curve> curves, List<Contrast> contrasts) {
        Map<MapMethod, Map<String, Double>> areas = new EnumMap<>(MapMethod.class);
        for (MapMethod method : MapMethod.values()) {
            List<Explanations.Perturbation> own = rows.stream()
                    .filter(row -> row.mode().equals(mode.key()) && MapMethod.of(row.method()) == method)
                    .toList();
            if (!own.isEmpty()) {
                Map<String, Double> area =
                        byFile(own, Explanations.Perturbation::file, row -> area(row.probabilities()));
                areas.put(method, area);
                curves.add(new Curve(method, mode, area.size(), means(own), mean(area)));
            }
        }
        Map<String, Double> gradcam = areas.getOrDefault(MapMethod.GRADCAM, Map.of());
        for (MapMethod rival : RIVALS) {
            Map<String, Double> difference = new LinkedHashMap<>();
            areas.getOrDefault(rival, Map.of()).forEach((file, area) -> {
                if (gradcam.containsKey(file)) {
                    difference.put(file, gradcam.get(file) - area);
                }
            });
            if (!difference.isEmpty()) {
                contrasts.add(new Contrast(mode, rival, mean(difference)));
            }
        }
    }

    /** Under a curve over [0, 1] by the trapezoidal rule. */
    static double area(List<Double> curve) {
        double sum = 0;
        for (int i = 1; i < curve.size(); i++) {
            sum += (curve.get(i - 1) + curve.get(i)) / 2;
        }
        return sum / (curve.size() - 1);
    }

    private static List<Double> means(List<Explanations.Perturbation> rows) {
        double[] sums = new double[rows.get(0).probabilities().size()];
        for (Explanations.Perturbation row : rows) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += row.probabilities().get(i);
            }
        }
        return Arrays.stream(sums).mapToObj(sum -> sum / rows.size()).toList();
    }
}
