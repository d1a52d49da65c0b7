package io.github.tumorbench.lab.dataset;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Recognises the editions of the Kaggle "Brain Tumor MRI Dataset" by how many images each folder holds. */
final class Edition {
    static final String UNKNOWN = "unknown";
    static final String PHANTOM = "phantom";

    private static final Map<String, Map<String, Integer>> KNOWN = Map.of(
            "Kaggle first edition", counts(List.of(1321, 1339, 1595, 1457), List.of(300, 306, 405, 300)),
            "Kaggle second edition", counts(List.of(1400, 1400, 1400, 1400), List.of(400, 400, 400, 400)),
            "first edition, derived 224 copy with 4 missing",
                    counts(List.of(1321, 1339, 1591, 1457), List.of(300, 306, 405, 300)));

    private Edition() {}

    static String of(List<ImageEntry> entries) {
        Map<String, Integer> found = new TreeMap<>();
        for (ImageEntry entry : entries) {
            if (entry.split() == null) {
                return UNKNOWN;
            }
            found.merge(entry.split().id() + " " + entry.label(), 1, Integer::sum);
        }
        return KNOWN.entrySet().stream()
                .filter(known -> known.getValue().equals(found))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static Map<String, Integer> counts(List<Integer> training, List<Integer> testing) {
        List<String> classes = List.of("glioma", "meningioma", "notumor", "pituitary");
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < classes.size(); i++) {
            counts.put("training " + classes.get(i), training.get(i));
            counts.put("testing " + classes.get(i), testing.get(i));
        }
        return counts;
    }
}
