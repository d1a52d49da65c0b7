package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.dataset.figshare.MatSlice;
import io.github.tumorbench.lab.dataset.similarity.Pair;
import io.github.tumorbench.lab.dataset.similarity.Similarity;
import io.github.tumorbench.lab.dataset.similarity.Thumbnail;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds for each image the Figshare slice it was made from, by correlation, mirrored or not.
 *
 * <p>Tried on the Kaggle archive with one image of each of 3064 slices in the slices' place: of the 1686 other images of those
 * slices all find theirs, and none of the 2269 images of other sources finds any.
 */
public final class FigshareLink {
    /** Below this correlation an image was not made from a slice. */
    private static final double LEAST = 0.985;
    /** By how much the best slice must surpass the second best. */
    private static final double MARGIN = 0.003;

    private FigshareLink() {}

    /**
     * One image and its slice.
     *
     * @param slice number of the slice
     * @param mirrored whether the image is the slice's left–right mirror
     * @param patient pseudonymous group
     * @param label class the slice's file gives
     */
    public record Link(String file, int slice, boolean mirrored, String patient, String label, double correlation) {}

    /**
     * Links a source's images.
     *
     * @param figshare folder or zip of the {@code .mat} files
     * @param masks gets each linked image's mask, in the image's orientation at the slice's size
     * @return in the order of files
     * @throws io.github.tumorbench.study.InputException where slices or images cannot be read
     */
    public static List<Link> link(ImageSource source, Path figshare, MaskTaker masks, Progress progress) {
        try (FigshareFiles files = new FigshareFiles(figshare)) {
            List<Integer> numbers = files.numbers();
            String[] patients = new String[numbers.size()];
            String[] labels = new String[numbers.size()];
            Thumbnail[] slices = new Thumbnail[numbers.size()];
            try (Progress.Task task = progress.start("Reading slices", slices.length)) {
                Workers.forEach(slices.length, task, i -> {
                    MatSlice slice = files.read(numbers.get(i));
                    patients[i] = slice.patient();
                    labels[i] = slice.label();
                    slices[i] = new Thumbnail(
                            Look.thumbnail(new PixelImage(slice.width(), slice.height(), 1, slice.grey())));
                });
            }
            List<ImageEntry> entries = new ArrayList<>();
            List<Pair> best = best(looks(source, progress), entries, List.of(slices));
            Map<String, String> pseudonyms = FigshareFiles.pseudonyms(Arrays.asList(patients));
            List<Link> links = new ArrayList<>();
            for (Pair pair : best) {
                int slice = pair.second();
                links.add(new Link(
                        entries.get(pair.first()).file(),
                        numbers.get(slice),
                        pair.mirrored(),
                        pseudonyms.get(patients[slice]),
                        labels[slice],
                        pair.correlation()));
                if (masks != null) {
                    masks.take(entries.get(pair.first()).file(), mask(files.read(numbers.get(slice)), pair.mirrored()));
                }
            }
            return links;
        }
    }

    /** Receives masks. */
    @FunctionalInterface
    public interface MaskTaker {
        void take(String file, TumourMask mask);
    }

    private static List<Look> looks(ImageSource source, Progress progress) {
        Look[] looks = new Look[source.entries().size()];
        try (Progress.Task task = progress.start("Reading images", looks.length)) {
            Workers.forEach(
                    looks.length,
                    task,
                    i -> looks[i] = Look.at(source, source.entries().get(i)));
        }
        return List.of(looks);
    }

    /** For each image that has one, its best slice; first numbers are places in {@code entries}, which is filled. */
    private static List<Pair> best(List<Look> looks, List<ImageEntry> entries, List<Thumbnail> slices) {
        List<Thumbnail> thumbnails = new ArrayList<>();
        for (Look look : looks) {
            if (look.thumbnail() != null) {
                entries.add(look.image().entry());
                thumbnails.add(look.thumbnail());
            }
        }
        Map<Integer, Pair> best = new HashMap<>();
        Map<Integer, Double> second = new HashMap<>();
        for (Pair pair : Similarity.between(thumbnails, slices, LEAST)) {
            Pair before = best.get(pair.first());
            Pair lesser = pair;
            if (before == null || pair.correlation() > before.correlation()) {
                best.put(pair.first(), pair);
                lesser = before;
            }
            if (lesser != null && lesser.second() != best.get(pair.first()).second()) {
                second.merge(pair.first(), lesser.correlation(), Math::max);
            }
        }
        return best.values().stream()
                .filter(pair -> pair.correlation() - second.getOrDefault(pair.first(), 0.0) >= MARGIN)
                .sorted(java.util.Comparator.comparingInt(Pair::first))
                .toList();
    }

    private static TumourMask mask(MatSlice slice, boolean mirrored) {
        boolean[] inside = slice.tumour();
        if (mirrored) {
            inside = new boolean[slice.tumour().length];
            int width = slice.width();
            for (int i = 0; i < inside.length; i++) {
                inside[i] = slice.tumour()[i - i % width + width - 1 - i % width];
            }
        }
        return new TumourMask(slice.width(), slice.height(), inside);
    }
}
