package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.metrics.MetricIntervals;
import io.github.tumorbench.press.analysis.metrics.Outcomes;
import io.github.tumorbench.press.analysis.metrics.Resamples;
import io.github.tumorbench.press.analysis.metrics.Scorer;
import io.github.tumorbench.press.analysis.statistics.Bootstrap;
import io.github.tumorbench.press.analysis.statistics.Resampled;
import io.github.tumorbench.press.analysis.statistics.ResamplingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Experiments tested on the same images: resampled together, so that they can be compared image by image. */
final class ImageFamily {
    private final List<Prepared> members;
    private final Resamples images;
    private final List<MetricIntervals> intervals;

    private ImageFamily(List<Prepared> members, Resamples images, Resamples patients, Bootstrap bootstrap) {
        this.members = members;
        this.images = images;
        this.intervals = IntStream.range(0, members.size())
                .parallel()
                .mapToObj(member -> MetricIntervals.of(
                        bootstrap, images, patients, member, members.get(member).scorer()))
                .toList();
    }

    private record Key(List<String> files, List<Integer> truth) {
        static Key of(Outcomes outcomes) {
            return new Key(
                    outcomes.files(), Arrays.stream(outcomes.truth()).boxed().toList());
        }
    }

    /**
     * Families in the order of their first members.
     *
     * @param patients patient of each file, where known
     */
    static List<ImageFamily> of(List<Prepared> experiments, Map<String, String> patients, Bootstrap bootstrap) {
        Map<Key, List<Prepared>> groups = new LinkedHashMap<>();
        experiments.forEach(one -> groups.computeIfAbsent(Key.of(one.test()), unused -> new ArrayList<>())
                .add(one));
        return groups.values().stream()
                .map(members -> of(members, members.get(0).test(), patients, bootstrap))
                .toList();
    }

    private static ImageFamily of(
            List<Prepared> members, Outcomes shared, Map<String, String> patients, Bootstrap bootstrap) {
        List<Scorer> scorers = members.stream().map(Prepared::scorer).toList();
        List<String> known = new ArrayList<>();
        shared.files().forEach(file -> known.add(patients.get(file)));
        boolean any = known.stream().anyMatch(patient -> patient != null);
        return new ImageFamily(
                List.copyOf(members),
                Resamples.of(ResamplingPlan.ofImages(shared.truth()), scorers, bootstrap),
                any
                        ? Resamples.of(ResamplingPlan.ofPatients(shared.truth(), known), scorers, bootstrap.secondary())
                        : null,
                bootstrap);
    }

    /** The members on the images that are no copies of training images; all of them where {@code copies} is empty. */
    static List<Prepared> without(Set<String> copies, List<Prepared> members, int classes) {
        return members.stream()
                .map(one -> {
                    Outcomes left = one.test().only(file -> !copies.contains(file));
                    return new Prepared(one.record(), one.name(), left, one.validation(), new Scorer(left, classes));
                })
                .toList();
    }

    List<Prepared> members() {
        return members;
    }

    int indexOf(String id) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    MetricIntervals intervals(String id) {
        return intervals.get(indexOf(id));
    }

    /** Intervals of the first member's metric minus the second's, on the same resamples of images. */
    Resampled difference(int first, int second, int metric) {
        return Resampled.of(images.difference(first, second, metric), null, null);
    }
}
