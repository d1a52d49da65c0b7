package io.github.tumorbench.press.analysis.explained;

import io.github.tumorbench.press.analysis.explained.Stray.Elsewhere;
import io.github.tumorbench.press.analysis.explained.Stray.Group;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.ImageMeans;
import io.github.tumorbench.press.analysis.statistics.ImageMeans.Column;
import io.github.tumorbench.record.Explanations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Computes {@link Stray}. */
final class StrayAnalyser {
    private final Subjects subjects;
    private final List<Explanations.Attention> rows;

    private StrayAnalyser(Subjects subjects, List<Explanations.Attention> rows) {
        this.subjects = subjects;
        this.rows = rows;
    }

    /** @return null where no map was scored */
    static Stray of(List<Explanations.Attention> all, Subjects subjects) {
        List<Explanations.Attention> own = all.stream()
                .filter(row -> MapMethod.of(row) == MapMethod.GRADCAM)
                .sorted(Comparator.comparing(Explanations.Attention::file))
                .toList();
        if (own.isEmpty()) {
            return null;
        }
        List<Explanations.Attention> maps =
                own.stream().filter(row -> !row.zero()).toList();
        List<Explanations.Attention> judged = maps.stream()
                .filter(row -> row.maskArea() != null && row.predicted().equals(row.label()))
                .toList();
        return new Stray(
                maps.size(),
                own.size() - maps.size(),
                maps.isEmpty() ? List.of() : new StrayAnalyser(subjects, maps).groups(),
                judged.size(),
                judged.stream()
                        .filter(StrayAnalyser::wrongReason)
                        .sorted(Comparator.comparingDouble(row -> row.energyInside() / row.maskArea()))
                        .map(row -> new Elsewhere(
                                row.file(),
                                row.label(),
                                subjects.predictions().get(row.file()).confidence(),
                                row.energyInside(),
                                row.maskArea()))
                        .toList());
    }

    private static boolean wrongReason(Explanations.Attention row) {
        return !Boolean.TRUE.equals(row.pointingHit()) && row.energyInside() < row.maskArea();
    }

    private List<Group> groups() {
        List<String> names = new ArrayList<>(List.of("all"));
        names.addAll(subjects.classes());
        List<Column> columns = new ArrayList<>();
        for (int group = 0; group < names.size(); group++) {
            columns.add(column(group - 1, Explanations.Attention::outsideHead));
            columns.add(column(group - 1, Explanations.Attention::border));
        }
        List<String> files = rows.stream().map(Explanations.Attention::file).toList();
        List<Estimate> estimates = ImageMeans.of(subjects.plan(files), columns, subjects.bootstrap());
        List<Group> groups = new ArrayList<>();
        for (int group = 0; group < names.size(); group++) {
            int label = group - 1;
            int images = (int) files.stream().filter(file -> of(label, file)).count();
            if (images > 0) {
                groups.add(new Group(names.get(group), images, estimates.get(2 * group), estimates.get(2 * group + 1)));
            }
        }
        return groups;
    }

    /** @param label −1 for every class */
    private boolean of(int label, String file) {
        return label < 0 || subjects.truth(file) == label;
    }

    private Column column(int label, Function<Explanations.Attention, Double> what) {
        return new Column(
                rows.stream()
                        .mapToDouble(row -> {
                            Double share = of(label, row.file()) ? what.apply(row) : null;
                            return share == null ? Double.NaN : share;
                        })
                        .toArray(),
                true);
    }
}
