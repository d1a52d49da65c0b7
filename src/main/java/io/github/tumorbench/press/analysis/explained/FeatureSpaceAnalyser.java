package io.github.tumorbench.press.analysis.explained;

import io.github.tumorbench.press.analysis.explained.FeatureSpace.Misclassified;
import io.github.tumorbench.press.analysis.explained.FeatureSpace.Near;
import io.github.tumorbench.press.analysis.explained.FeatureSpace.OfClass;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.ImageMeans;
import io.github.tumorbench.press.analysis.statistics.ImageMeans.Column;
import io.github.tumorbench.record.ExperimentRecord.Projection;
import io.github.tumorbench.record.Explanations.Neighbour;
import io.github.tumorbench.record.Prediction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Computes {@link FeatureSpace}. */
final class FeatureSpaceAnalyser {
    private FeatureSpaceAnalyser() {}

    /** @return null where neither silhouettes nor neighbours were computed */
    static FeatureSpace of(List<Projection> projection, List<Neighbour> neighbours, Subjects subjects) {
        List<Projection> known = projection.stream()
                .filter(one -> one.silhouette() != null)
                .filter(one -> subjects.predictions().containsKey(one.file()))
                .sorted(Comparator.comparing(Projection::file))
                .toList();
        if (known.isEmpty() && neighbours.isEmpty()) {
            return null;
        }
        List<Column> columns = new ArrayList<>();
        for (int label = -1; label < subjects.classes().size(); label++) {
            columns.add(column(known, label, subjects));
        }
        List<String> files = known.stream().map(Projection::file).toList();
        List<Estimate> means = ImageMeans.of(subjects.plan(files), columns, subjects.bootstrap());
        List<OfClass> classes = new ArrayList<>();
        for (int label = 0; label < subjects.classes().size(); label++) {
            double[] values = columns.get(label + 1).values();
            int images = 0;
            int astray = 0;
            for (double value : values) {
                images += Double.isNaN(value) ? 0 : 1;
                astray += value < 0 ? 1 : 0;
            }
            if (images > 0) {
                classes.add(new OfClass(subjects.classes().get(label), images, means.get(label + 1), astray));
            }
        }
        return new FeatureSpace(means.get(0), classes, misclassified(neighbours, subjects));
    }

    /** @param label −1 for every class */
    private static Column column(List<Projection> known, int label, Subjects subjects) {
        return new Column(
                known.stream()
                        .mapToDouble(
                                one -> label < 0 || subjects.truth(one.file()) == label ? one.silhouette() : Double.NaN)
                        .toArray(),
                false);
    }

    private static List<Misclassified> misclassified(List<Neighbour> rows, Subjects subjects) {
        Map<String, List<Neighbour>> byFile = new TreeMap<>();
        rows.stream()
                .filter(row -> subjects.predictions().containsKey(row.file()))
                .forEach(row -> byFile.computeIfAbsent(row.file(), unused -> new ArrayList<>())
                        .add(row));
        List<Misclassified> all = new ArrayList<>();
        byFile.forEach((file, near) -> {
            Prediction prediction = subjects.predictions().get(file);
            all.add(new Misclassified(
                    file,
                    prediction.label(),
                    prediction.predicted(),
                    near.stream()
                            .sorted(Comparator.comparingInt(Neighbour::rank))
                            .map(one -> new Near(one.neighbour(), one.label(), one.distance()))
                            .toList()));
        });
        return all;
    }
}
