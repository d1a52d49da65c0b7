package io.github.tumorbench.press.analysis.explained;

import io.github.tumorbench.press.analysis.explained.Attention.Group;
import io.github.tumorbench.press.analysis.explained.Attention.Kind;
import io.github.tumorbench.press.analysis.explained.Attention.Scores;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.ImageMeans;
import io.github.tumorbench.press.analysis.statistics.ImageMeans.Column;
import io.github.tumorbench.record.Explanations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Computes {@link Attention}. */
final class AttentionAnalyser {
    private static final int SCORES = 4;
    private static final int HITS = 0;
    private static final int ENERGY = 1;

    private final Subjects subjects;
    private final List<String> files;
    private final double[] area;
    private final Map<MapMethod, double[][]> scores = new EnumMap<>(MapMethod.class);
    private final Map<MapMethod, boolean[]> zero = new EnumMap<>(MapMethod.class);
    private final List<Column> columns = new ArrayList<>();

    private AttentionAnalyser(List<Explanations.Attention> masked, Subjects subjects) {
        this.subjects = subjects;
        this.files = masked.stream()
                .map(Explanations.Attention::file)
                .distinct()
                .sorted()
                .toList();
        this.area = new double[files.size()];
        Map<String, Integer> places = new HashMap<>();
        files.forEach(file -> places.put(file, places.size()));
        masked.forEach(row -> put(row, places.get(row.file())));
    }

    /** @return null where no map was scored */
    static Attention of(List<Explanations.Attention> rows, Subjects subjects) {
        if (rows.isEmpty()) {
            return null;
        }
        List<Explanations.Attention> own = rows.stream()
                .filter(row -> MapMethod.of(row) == MapMethod.GRADCAM)
                .toList();
        List<Explanations.Attention> masked = rows.stream()
                .filter(row -> row.maskArea() != null && MapMethod.of(row) != null)
                .toList();
        return new Attention(
                own.size(),
                (int) own.stream().filter(Explanations.Attention::zero).count(),
                masked.isEmpty() ? List.of() : new AttentionAnalyser(masked, subjects).groups());
    }

    private void put(Explanations.Attention row, int image) {
        double[][] values = scores.computeIfAbsent(MapMethod.of(row), unused -> undefined());
        values[HITS][image] = Boolean.TRUE.equals(row.pointingHit()) && !row.zero() ? 1 : 0;
        values[ENERGY][image] = row.energyInside();
        values[2][image] = row.iou();
        values[3][image] = row.iouArea();
        zero.computeIfAbsent(MapMethod.of(row), unused -> new boolean[files.size()])[image] = row.zero();
        area[image] = row.maskArea();
    }

    private double[][] undefined() {
        double[][] values = new double[SCORES][files.size()];
        Arrays.stream(values).forEach(column -> Arrays.fill(column, Double.NaN));
        return values;
    }

    /** A group whose estimates are columns yet. */
    private record Draft(
            Kind kind, String name, List<Integer> images, List<MapMethod> methods, int firstColumn, boolean rival) {}

    private List<Group> groups() {
        List<Draft> drafts = new ArrayList<>();
        draft(drafts, Kind.ALL, "all", file -> true);
        for (String name : subjects.classes()) {
            int label = subjects.classes().indexOf(name);
            draft(drafts, Kind.CLASS, name, file -> subjects.truth(file) == label);
        }
        draft(drafts, Kind.RIGHT, "right", subjects::correct);
        draft(drafts, Kind.WRONG, "wrong", file -> !subjects.correct(file));
        List<Estimate> estimates = ImageMeans.of(subjects.plan(files), columns, subjects.bootstrap());
        return drafts.stream().map(draft -> group(draft, estimates)).toList();
    }

    private void draft(List<Draft> drafts, Kind kind, String name, Predicate<String> member) {
        List<Integer> images = new ArrayList<>();
        for (int image = 0; image < files.size(); image++) {
            if (member.test(files.get(image))) {
                images.add(image);
            }
        }
        if (images.isEmpty()) {
            return;
        }
        int first = columns.size();
        List<MapMethod> methods = scores.keySet().stream()
                .filter(method -> method != MapMethod.TRUE_CLASS || kind == Kind.WRONG)
                .toList();
        for (MapMethod method : methods) {
            for (double[] score : scores.get(method)) {
                columns.add(new Column(only(images, score), true));
            }
        }
        boolean rival = scores.containsKey(MapMethod.CENTRE) && scores.containsKey(MapMethod.GRADCAM);
        if (rival) {
            columns.add(new Column(only(images, overCentre(HITS)), false));
            columns.add(new Column(only(images, overCentre(ENERGY)), false));
        }
        drafts.add(new Draft(kind, name, images, methods, first, rival));
    }

    private double[] only(List<Integer> images, double[] values) {
        double[] only = new double[values.length];
        Arrays.fill(only, Double.NaN);
        images.forEach(image -> only[image] = values[image]);
        return only;
    }

    private double[] overCentre(int score) {
        double[] difference = new double[files.size()];
        Arrays.setAll(
                difference,
                image -> scores.get(MapMethod.GRADCAM)[score][image] - scores.get(MapMethod.CENTRE)[score][image]);
        return difference;
    }

    private Group group(Draft draft, List<Estimate> estimates) {
        int column = draft.firstColumn();
        List<Scores> methods = new ArrayList<>();
        for (MapMethod method : draft.methods()) {
            double[] hits = scores.get(method)[HITS];
            List<Integer> there =
                    draft.images().stream().filter(i -> !Double.isNaN(hits[i])).toList();
            if (!there.isEmpty()) {
                methods.add(new Scores(
                        method,
                        there.size(),
                        (int) there.stream().filter(i -> zero.get(method)[i]).count(),
                        estimates.get(column),
                        estimates.get(column + 1),
                        estimates.get(column + 2),
                        estimates.get(column + 3)));
            }
            column += SCORES;
        }
        Estimate none = Estimate.undefined("no map of the image centre");
        return new Group(
                draft.kind(),
                draft.name(),
                draft.images().size(),
                subjects.patients(draft.images().stream().map(files::get).toList()),
                draft.images().stream().mapToDouble(i -> area[i]).average().orElseThrow(),
                methods,
                draft.rival() ? estimates.get(column) : none,
                draft.rival() ? estimates.get(column + 1) : none);
    }
}
