package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.dataset.similarity.Pair;
import io.github.tumorbench.lab.dataset.similarity.Similarity;
import io.github.tumorbench.lab.dataset.similarity.Thumbnail;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import io.github.tumorbench.study.DatasetSpec.OnUnreadable;
import io.github.tumorbench.study.StudyFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How well near copies are told on patients on whom the threshold was not chosen. Patients are dealt into two halves in the
 * order of their pseudonyms; the threshold is chosen on the pairs of images of one half and judged on those of the other, both
 * ways. A pair is right where both images were made from one slice. Not a test: started by hand, with the archive's path.
 */
final class CopyThresholdBench {
    /** Lower than this, pairs are not looked at closer by the audit either. */
    private static final double LEAST = 0.95;

    private static final double STEP = 0.0005;

    private CopyThresholdBench() {}

    /** An image whose slice and patient are known. */
    private record Known(Thumbnail thumbnail, String slice, String patient) {}

    /** Two images that correlate. */
    private record Found(double correlation, boolean right) {}

    /** The pairs within some patients: those found, and how many there are to find. */
    private record Half(String name, List<Found> found, int pairs) {
        int right(double threshold) {
            return (int) found.stream()
                    .filter(pair -> pair.right() && pair.correlation() >= threshold)
                    .count();
        }

        int all(double threshold) {
            return (int) found.stream()
                    .filter(pair -> pair.correlation() >= threshold)
                    .count();
        }

        /** The middle of the thresholds with the highest F1. */
        double chosen() {
            List<Double> best = new ArrayList<>();
            double highest = -1;
            for (double threshold = LEAST; threshold < 1; threshold += STEP) {
                double f1 = 2.0 * right(threshold) / (all(threshold) + pairs);
                if (f1 > highest) {
                    highest = f1;
                    best.clear();
                }
                if (f1 >= highest) {
                    best.add(threshold);
                }
            }
            return best.get(best.size() / 2);
        }

        void print(String what, double threshold) {
            System.out.printf(
                    Locale.ROOT,
                    "%s %.4f on half %s: recall %s, precision %s%n",
                    what,
                    threshold,
                    name,
                    share(right(threshold), pairs),
                    share(right(threshold), all(threshold)));
        }

        private static String share(int hits, int trials) {
            Estimate wilson = Intervals.wilson(hits, trials);
            return String.format(
                    Locale.ROOT, "%d/%d = %.4f (%.4f–%.4f)", hits, trials, wilson.value(), wilson.low(), wilson.high());
        }
    }

    /** Arguments: the archive of images; run at the project's root. */
    public static void main(String[] arguments) {
        List<Known> images = known(Path.of(arguments[0]));
        List<Pair> pairs =
                Similarity.within(images.stream().map(Known::thumbnail).toList(), LEAST);
        List<String> patients =
                List.copyOf(new TreeSet<>(images.stream().map(Known::patient).toList()));
        Half first = half("A", images, pairs, patients, 0);
        Half second = half("B", images, pairs, patients, 1);
        System.out.printf(
                "%d images, %d patients; at %s or more %d pairs across the halves%n",
                images.size(), patients.size(), Similarity.COPY, across(images, pairs, patients));
        for (List<Half> way : List.of(List.of(first, second), List.of(second, first))) {
            double threshold = way.get(0).chosen();
            way.get(0).print("Chosen", threshold);
            way.get(1).print("  judged", threshold);
        }
        first.print("Default", Similarity.COPY);
        second.print("Default", Similarity.COPY);
    }

    private static List<Known> known(Path archive) {
        Annotations annotations = Annotations.of(
                TestImages.annotated(Path.of("").toAbsolutePath(), "data/annotations/brain-tumor-mri.csv"));
        StudyFile study = TestImages.study(archive, null, null, OnUnreadable.FAIL, 1);
        try (ImageSource source = Sources.open(study, archive)) {
            List<ImageEntry> entries = source.entries().stream()
                    .filter(entry -> annotations.of(entry.file()).slice() != null)
                    .toList();
            Known[] images = new Known[entries.size()];
            Workers.forEach(images.length, Progress.NONE.start("Reading images", images.length), i -> {
                Annotation annotation = annotations.of(entries.get(i).file());
                images[i] = new Known(
                        Look.at(source, entries.get(i)).thumbnail(), annotation.slice(), annotation.patient());
            });
            return List.of(images);
        }
    }

    private static int side(Known image, List<String> patients) {
        return patients.indexOf(image.patient()) % 2;
    }

    private static Half half(String name, List<Known> images, List<Pair> pairs, List<String> patients, int side) {
        boolean[] inside = new boolean[images.size()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = side(images.get(i), patients) == side;
        }
        int count = 0;
        for (int i = 0; i < inside.length; i++) {
            String slice = images.get(i).slice();
            count += inside[i]
                    ? (int) IntStream.range(0, i)
                            .filter(j -> inside[j] && images.get(j).slice().equals(slice))
                            .count()
                    : 0;
        }
        Set<List<Integer>> seen = new HashSet<>();
        List<Found> found = pairs.stream()
                .filter(pair -> inside[pair.first()] && inside[pair.second()])
                .sorted((one, other) -> Double.compare(other.correlation(), one.correlation()))
                .filter(pair -> seen.add(List.of(pair.first(), pair.second())))
                .map(pair -> new Found(
                        pair.correlation(),
                        images.get(pair.first())
                                .slice()
                                .equals(images.get(pair.second()).slice())))
                .toList();
        return new Half(name, found, count);
    }

    private static long across(List<Known> images, List<Pair> pairs, List<String> patients) {
        return pairs.stream()
                .filter(pair -> pair.correlation() >= Similarity.COPY)
                .filter(pair -> side(images.get(pair.first()), patients) != side(images.get(pair.second()), patients))
                .count();
    }
}
