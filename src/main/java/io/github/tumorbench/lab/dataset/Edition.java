package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.study.DatasetSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which edition of a known dataset the images are, told by names and counts.
 *
 * @param name e.g. {@code Kaggle first edition}; {@code unknown}, {@code phantom}
 * @param missing files of that edition that are not there, sorted
 * @param added files that the edition does not have, sorted
 */
record Edition(String name, List<String> missing, List<String> added) {
    private static final String UNKNOWN = "unknown";
    private static final String FIRST = "Kaggle first edition";
    /** Side of the copies that are made smaller for exchange. */
    private static final int DERIVED = 224;
    /** Share of the first edition's files that must be there to speak of it. */
    private static final double ENOUGH = 0.9;
    /** The first ten of each folder have another middle part in their names. */
    private static final int OTHERWISE_NAMED = 10;

    private static final List<String> CLASSES = List.of("glioma", "meningioma", "notumor", "pituitary");
    private static final int[] TRAINING = {1321, 1339, 1595, 1457};
    private static final int[] TESTING = {300, 306, 405, 300};
    private static final Map<String, Integer> SECOND_COUNTS = counts(1400, 400);

    Edition {
        missing = List.copyOf(missing);
        added = List.copyOf(added);
    }

    static Edition of(List<ImageEntry> entries, DatasetSpec.Source source, List<ReadImage> images) {
        if (source != DatasetSpec.Source.IMAGE_FOLDER) {
            return new Edition(source == DatasetSpec.Source.PHANTOM ? "phantom" : UNKNOWN, List.of(), List.of());
        }
        List<String> expected = firstEdition();
        TreeSet<String> missing = new TreeSet<>(expected);
        TreeSet<String> added = new TreeSet<>();
        for (ImageEntry entry : entries) {
            if (!missing.remove(entry.file())) {
                added.add(entry.file());
            }
        }
        if (missing.size() <= (1 - ENOUGH) * expected.size()) {
            boolean derived = images.stream()
                    .filter(ReadImage::readable)
                    .allMatch(image -> image.width() == DERIVED && image.height() == DERIVED);
            return new Edition(
                    name(derived, missing.size(), added.size()), new ArrayList<>(missing), new ArrayList<>(added));
        }
        return new Edition(
                counts(entries).equals(SECOND_COUNTS) ? "Kaggle second edition" : UNKNOWN, List.of(), List.of());
    }

    private static String name(boolean derived, int missing, int added) {
        String name = derived ? "first edition, derived 224 copy" : FIRST;
        String less = missing == 0 ? "" : " with " + missing + " missing";
        return name + less + (added == 0 ? "" : (missing == 0 ? " with " : " and ") + added + " added");
    }

    /** E.g. {@code Training/glioma/Tr-glTr_0000.jpg} to 0009, then {@code Training/glioma/Tr-gl_0010.jpg} and on. */
    private static List<String> firstEdition() {
        List<String> files = new ArrayList<>();
        for (int label = 0; label < CLASSES.size(); label++) {
            add("Training", CLASSES.get(label), TRAINING[label], files);
            add("Testing", CLASSES.get(label), TESTING[label], files);
        }
        return Collections.unmodifiableList(files);
    }

    private static void add(String split, String label, int count, List<String> files) {
        for (int i = 0; i < count; i++) {
            files.add(String.format(
                    Locale.ROOT,
                    "%s/%s/%s-%s%s_%04d.jpg",
                    split,
                    label,
                    split.substring(0, 2),
                    label.substring(0, 2),
                    i < OTHERWISE_NAMED ? "Tr" : "",
                    i));
        }
    }

    private static Map<String, Integer> counts(List<ImageEntry> entries) {
        Map<String, Integer> found = new TreeMap<>();
        entries.forEach(entry -> found.merge(Division.name(entry.split()) + " " + entry.label(), 1, Integer::sum));
        return found;
    }

    private static Map<String, Integer> counts(int training, int testing) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String label : CLASSES) {
            counts.put("training " + label, training);
            counts.put("testing " + label, testing);
        }
        return counts;
    }
}
