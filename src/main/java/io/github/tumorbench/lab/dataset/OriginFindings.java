package io.github.tumorbench.lab.dataset;

import static io.github.tumorbench.lab.dataset.AuditMaterial.SERIOUS;
import static io.github.tumorbench.lab.dataset.AuditMaterial.counted;
import static io.github.tumorbench.lab.dataset.AuditMaterial.finding;
import static io.github.tumorbench.lab.dataset.AuditMaterial.open;

import io.github.tumorbench.record.Audit.Finding;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** What the annotations tell: slices and patients on both sides, and labels that contradict. */
final class OriginFindings {
    private final AuditMaterial material;

    OriginFindings(AuditMaterial material) {
        this.material = material;
    }

    /** Test images made from a slice that training images were made from too. */
    Finding crossSplitSlice() {
        if (material.where(image -> material.known(image).slice() != null).isEmpty()) {
            return open(
                    "cross-split-slice",
                    "The slices that the images were made from are not known, so it cannot be told whether one is on both sides.");
        }
        return crossSplit(
                "cross-split-slice",
                image -> material.known(image).slice(),
                "No test image was made from a slice that is also among the training images, as far as slices are known.",
                "%s of the %s whose slice is known %s made from a slice that is also among the training images (%s); the network has seen that very slice.",
                "was",
                "were",
                "slice");
    }

    /** Test images of patients whose images train too. */
    Finding crossSplitPatient() {
        if (material.where(image -> material.known(image).patient() != null).isEmpty()) {
            return open(
                    "cross-split-patient",
                    "The patients are not known, so it cannot be told whether one is on both sides of the split.");
        }
        return crossSplit(
                "cross-split-patient",
                image -> material.known(image).patient(),
                "No test image is of a patient who is also among the training images, as far as patients are known.",
                "%s of the %s whose patient is known %s of patients who are also among the training images (%s); results on them say little about new patients.",
                "is",
                "are",
                "patient");
    }

    private Finding crossSplit(
            String id, IntFunction<String> origin, String none, String some, String one, String many, String noun) {
        Set<String> trained = material.where(material::trains).stream()
                .map(origin::apply)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Integer> known = material.where(image -> material.tests(image) && origin.apply(image) != null);
        List<Integer> images = known.stream()
                .filter(image -> trained.contains(origin.apply(image)))
                .toList();
        int shared = (int) images.stream().map(origin::apply).distinct().count();
        String sentence = images.isEmpty()
                ? none
                : some.formatted(
                        images.size(),
                        counted(known.size(), "test image"),
                        images.size() == 1 ? one : many,
                        counted(shared, noun));
        return finding(id, SERIOUS, shared, material.files(images), sentence);
    }

    /** Images of groups of copies with more than one label, and images whose source gives them another. */
    Finding labelConflicts() {
        TreeSet<Integer> copied = new TreeSet<>();
        int groups = 0;
        for (List<Integer> group : material.copies().groups()) {
            if (group.stream().map(material::label).distinct().count() > 1) {
                copied.addAll(group);
                groups++;
            }
        }
        List<Integer> sources = material.where(image -> material.known(image).disagrees(material.label(image)));
        TreeSet<Integer> all = new TreeSet<>(copied);
        all.addAll(sources);
        return finding(
                "label-conflicts",
                SERIOUS,
                groups,
                material.files(List.copyOf(all)),
                sentence(copied.size(), groups, sources.size()));
    }

    private static String sentence(int copied, int groups, int sources) {
        String copies = copied == 0
                ? "Copies always carry the same diagnosis."
                : "%s, in %s of copies, carry different diagnoses for the same picture; at least one label of each group is wrong."
                        .formatted(counted(copied, "image"), counted(groups, "group"));
        return sources == 0
                ? copies
                : copies
                        + " %s in the folder of another tumour than the source names; the label here is the folder’s, and the report shows what the source’s would change."
                                .formatted(counted(sources, "image lies", "images lie"));
    }
}
