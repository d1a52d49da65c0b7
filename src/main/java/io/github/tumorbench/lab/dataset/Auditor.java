package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.record.Audit;
import io.github.tumorbench.record.Audit.Finding;
import io.github.tumorbench.record.StudyRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is wrong with the data, in sentences a clinician understands.
 *
 * <p>{@code exact-duplicates}, {@code cross-split-exact}, {@code cross-split-patient} (only where patients are known; its groups
 * are patients) and {@code unreadable} count the files they list; {@code
 * label-conflicts} lists every file of a group of copies with more than one label; {@code class-balance} counts the
 * classes with fewer than two thirds of the largest class's images.
 */
final class Auditor {
    private static final String INFO = "info";
    private static final String WARNING = "warning";
    private static final String SERIOUS = "serious";

    private final List<ReadImage> images;
    private final Copies copies;
    private final List<Split> splits;
    private final Map<String, String> patients;

    /**
     * @param splits for each image what it is used for, null where it is not used
     * @param patients file to patient, as far as known
     */
    Auditor(List<ReadImage> images, Copies copies, List<Split> splits, Map<String, String> patients) {
        this.images = images;
        this.copies = copies;
        this.splits = splits;
        this.patients = patients;
    }

    Audit audit(String dataset, String edition) {
        List<Finding> findings = new ArrayList<>(List.of(exactDuplicates(), crossSplitExact()));
        if (!patients.isEmpty()) {
            findings.add(crossSplitPatient());
        }
        findings.addAll(List.of(labelConflicts(), classBalance(), unreadable()));
        return new Audit(StudyRecord.SCHEMA_VERSION, dataset, edition, images.size(), findings);
    }

    private Finding exactDuplicates() {
        List<String> files = new ArrayList<>();
        for (List<Integer> group : copies.groups()) {
            group.stream().skip(1).forEach(image -> files.add(file(image)));
        }
        int groups = copies.groups().size();
        String sentence = files.isEmpty()
                ? "No image is an exact copy of another."
                : "%s exact %s of another image of the collection (%s); copies make a collection look larger and more varied than it is."
                        .formatted(
                                files.size() == 1 ? "1 image is an" : files.size() + " images are",
                                files.size() == 1 ? "copy" : "copies",
                                count(groups, "group"));
        return finding("exact-duplicates", WARNING, groups, files, sentence);
    }

    private Finding crossSplitExact() {
        List<String> files = new ArrayList<>();
        int groups = 0;
        for (List<Integer> group : copies.groups()) {
            List<Integer> tests = group.stream()
                    .filter(image -> splits.get(image) == Split.TESTING)
                    .toList();
            long used =
                    group.stream().filter(image -> splits.get(image) != null).count();
            if (!tests.isEmpty() && tests.size() < used) {
                tests.forEach(image -> files.add(file(image)));
                groups++;
            }
        }
        long all = splits.stream().filter(split -> split == Split.TESTING).count();
        String sentence = files.isEmpty()
                ? "No test image is an exact copy of a training image."
                : "%d of %s %s also among the training images, pixel for pixel; a network can answer there from memory, so such answers say nothing about new patients."
                        .formatted(files.size(), count((int) all, "test image"), files.size() == 1 ? "is" : "are");
        return finding("cross-split-exact", SERIOUS, groups, files, sentence);
    }

    private Finding crossSplitPatient() {
        Set<String> trained = new TreeSet<>();
        for (int i = 0; i < images.size(); i++) {
            if (splits.get(i) == Split.TRAINING || splits.get(i) == Split.VALIDATION) {
                trained.add(patients.getOrDefault(file(i), ""));
            }
        }
        List<String> files = new ArrayList<>();
        Set<String> shared = new TreeSet<>();
        int known = 0;
        for (int i = 0; i < images.size(); i++) {
            String patient = patients.get(file(i));
            if (splits.get(i) == Split.TESTING && patient != null) {
                known++;
                if (trained.contains(patient)) {
                    files.add(file(i));
                    shared.add(patient);
                }
            }
        }
        String sentence = files.isEmpty()
                ? "No test image is of a patient who is also among the training images, as far as patients are known."
                : "%d of the %s whose patient is known %s of patients who are also among the training images (%s); results on them say little about new patients."
                        .formatted(
                                files.size(),
                                count(known, "test image"),
                                files.size() == 1 ? "is" : "are",
                                count(shared.size(), "patient"));
        return finding("cross-split-patient", SERIOUS, shared.size(), files, sentence);
    }

    private Finding labelConflicts() {
        List<String> files = new ArrayList<>();
        int groups = 0;
        for (List<Integer> group : copies.groups()) {
            if (group.stream().map(this::label).distinct().count() > 1) {
                group.forEach(image -> files.add(file(image)));
                groups++;
            }
        }
        String sentence = files.isEmpty()
                ? "Exact copies always carry the same diagnosis."
                : "%s, in %s of exact copies, carry different diagnoses for the same picture; at least one label of each group is wrong."
                        .formatted(count(files.size(), "image"), count(groups, "group"));
        return finding("label-conflicts", SERIOUS, groups, files, sentence);
    }

    private Finding classBalance() {
        Map<String, Integer> counts = new TreeMap<>();
        images.forEach(image -> counts.merge(image.entry().label(), 1, Integer::sum));
        int largest = Collections.max(counts.values());
        int small = (int) counts.values().stream()
                .filter(count -> 3 * count < 2 * largest)
                .count();
        String list = counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        String sentence = small == 0
                ? "The classes are of similar size (%s).".formatted(list)
                : "The classes are of different size (%s): %s fewer than two thirds of the largest; accuracy alone would favour the large ones."
                        .formatted(list, small == 1 ? "1 class has" : small + " classes have");
        return new Finding("class-balance", small == 0 ? INFO : WARNING, small, counts.size(), List.of(), sentence);
    }

    private Finding unreadable() {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            if (!images.get(i).readable()) {
                files.add(file(i));
            }
        }
        String sentence = files.isEmpty()
                ? "Every image can be read."
                : "%s cannot be read and %s left out."
                        .formatted(count(files.size(), "image"), files.size() == 1 ? "is" : "are");
        return finding("unreadable", WARNING, files.isEmpty() ? 0 : 1, files, sentence);
    }

    private static Finding finding(String id, String severity, int groups, List<String> files, String sentence) {
        List<String> sorted = files.stream().sorted().toList();
        return new Finding(id, files.isEmpty() ? INFO : severity, sorted.size(), groups, sorted, sentence);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private String file(int image) {
        return images.get(image).entry().file();
    }

    private String label(int image) {
        return images.get(image).entry().label();
    }
}
