package io.github.tumorbench.press.analysis.claims;

import static io.github.tumorbench.press.analysis.claims.PublishedFigures.MENINGIOMA;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.ProjectedImage;
import io.github.tumorbench.press.analysis.claims.ClassClaims.Evidence;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import io.github.tumorbench.press.analysis.statistics.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How much a class keeps to itself in the t-SNE plane. */
final class Neighbourhood {
    private static final int NEIGHBOURS = 10;

    private Neighbourhood() {}

    static Evidence evidence(ExperimentAnalysis one) {
        List<ProjectedImage> images = one.projection();
        if (images.size() <= NEIGHBOURS || !one.classNames().contains(MENINGIOMA)) {
            return new Evidence(Verdict.CANNOT_BE_TOLD, "no t-SNE plane");
        }
        double[] kept = kept(images);
        Estimate meningioma = mean(images, kept, MENINGIOMA);
        List<Verdict> verdicts = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String name : one.classNames()) {
            Estimate mean = mean(images, kept, name);
            if (!mean.hasInterval()) {
                return new Evidence(Verdict.CANNOT_BE_TOLD, "too few images of " + name);
            }
            words.add(name + " " + ClassClaims.share(mean));
            if (!name.equals(MENINGIOMA)) {
                verdicts.add(ClassClaims.below(meningioma, mean));
            }
        }
        return new Evidence(Verdict.all(verdicts), "neighbours of the same class: " + String.join(", ", words));
    }

    /** For each image the share of its nearest neighbours that are of its class, the earlier in the list on ties. */
    static double[] kept(List<ProjectedImage> images) {
        double[] kept = new double[images.size()];
        for (int i = 0; i < kept.length; i++) {
            for (int neighbour : nearest(images, i)) {
                kept[i] += images.get(neighbour).label().equals(images.get(i).label()) ? 1.0 / NEIGHBOURS : 0;
            }
        }
        return kept;
    }

    private static int[] nearest(List<ProjectedImage> images, int image) {
        int[] nearest = new int[NEIGHBOURS];
        double[] distances = new double[NEIGHBOURS];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        ProjectedImage here = images.get(image);
        for (int j = 0; j < images.size(); j++) {
            double x = here.x() - images.get(j).x();
            double y = here.y() - images.get(j).y();
            double distance = x * x + y * y;
            if (j != image && distance < distances[NEIGHBOURS - 1]) {
                int place = NEIGHBOURS - 1;
                for (; place > 0 && distances[place - 1] > distance; place--) {
                    distances[place] = distances[place - 1];
                    nearest[place] = nearest[place - 1];
                }
                distances[place] = distance;
                nearest[place] = j;
            }
        }
        return nearest;
    }

    private static Estimate mean(List<ProjectedImage> images, double[] kept, String label) {
        double[] values = IntStream.range(0, kept.length)
                .filter(i -> images.get(i).label().equals(label))
                .mapToDouble(i -> kept[i])
                .toArray();
        if (values.length < 2) {
            return new Estimate(null, null, null, "too few images");
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        double half = Intervals.Z * Math.sqrt(squares / (values.length - 1) / values.length);
        return new Estimate(mean, Math.max(0, mean - half), Math.min(1, mean + half), "normal 95 %");
    }
}
