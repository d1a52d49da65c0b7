package io.github.tumorbench.lab.dataset;

import static io.github.tumorbench.lab.dataset.AuditMaterial.SERIOUS;
import static io.github.tumorbench.lab.dataset.AuditMaterial.WARNING;
import static io.github.tumorbench.lab.dataset.AuditMaterial.counted;
import static io.github.tumorbench.lab.dataset.AuditMaterial.finding;

import io.github.tumorbench.record.Audit.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Copies, within the collection and across the split. */
final class CopyFindings {
    private final AuditMaterial material;
    private final Copies copies;

    CopyFindings(AuditMaterial material) {
        this.material = material;
        this.copies = material.copies();
    }

    /** Files beyond the first of each group of exact copies. */
    Finding exactDuplicates() {
        List<String> files = material.files(material.where(copies::isRepeat));
        int groups = copies.exact().size();
        String sentence = files.isEmpty()
                ? "No image is an exact copy of another."
                : "%s of another image of the collection (%s); copies make a collection look larger and more varied than it is."
                        .formatted(
                                counted(files.size(), "image is an exact copy", "images are exact copies"),
                                counted(groups, "group"));
        return finding("exact-duplicates", WARNING, groups, files, sentence);
    }

    /** Of each group of pictures that show the same but are not equal: those beyond the first, exact copies counted once. */
    Finding nearDuplicates() {
        List<String> files = new ArrayList<>();
        int groups = 0;
        for (List<Integer> group : copies.groups()) {
            List<Integer> different =
                    group.stream().filter(image -> !copies.isRepeat(image)).toList();
            if (different.size() > 1) {
                groups++;
                different.stream().skip(1).forEach(image -> files.add(material.file(image)));
            }
        }
        String sentence = files.isEmpty()
                ? "No image shows the same picture as another, mirrored, stored again or cropped."
                : "%s the same picture as an earlier image of the collection without being its exact copy (%s): mirrored left to right, stored again or cropped a little. The collection holds fewer different pictures than files."
                        .formatted(counted(files.size(), "image shows", "images show"), counted(groups, "group"));
        return finding(
                "near-duplicates", WARNING, groups, files.stream().sorted().toList(), sentence);
    }

    /** Test images with an identical copy in training. */
    Finding crossSplitExact() {
        List<Integer> images = material.where(this::hasTrainedExact);
        int all = material.where(material::tests).size();
        String sentence = images.isEmpty()
                ? "No test image is an exact copy of a training image."
                : "%s of %s %s also among the training images, pixel for pixel; a network can answer there from memory, so such answers say nothing about new patients."
                        .formatted(images.size(), counted(all, "test image"), images.size() == 1 ? "is" : "are");
        return finding("cross-split-exact", SERIOUS, groups(images), material.files(images), sentence);
    }

    /** Test images with a near copy in training, whether or not they have an exact one too. */
    Finding crossSplitNear() {
        List<Integer> images = material.where(this::hasTrainedNear);
        int either = material.where(image -> hasTrainedExact(image) || hasTrainedNear(image))
                .size();
        int all = material.where(material::tests).size();
        String sentence = images.isEmpty()
                ? "No test image shows the same picture as a training image, mirrored, stored again or cropped."
                : "%s of %s %s the same picture as a training image, mirrored, stored again or cropped a little. Together with exact copies, %s known from training."
                        .formatted(
                                images.size(),
                                counted(all, "test image"),
                                images.size() == 1 ? "shows" : "show",
                                counted(either, "test image is", "test images are"));
        return finding("cross-split-near", SERIOUS, groups(images), material.files(images), sentence);
    }

    private boolean hasTrainedExact(int image) {
        return material.tests(image) && copies.exactCopies(image).stream().anyMatch(material::trains);
    }

    private boolean hasTrainedNear(int image) {
        return material.tests(image) && copies.nearCopies(image).stream().anyMatch(material::trains);
    }

    private int groups(List<Integer> images) {
        Set<Integer> groups = new HashSet<>();
        images.forEach(image -> groups.add(copies.groupOf(image)));
        return groups.size();
    }
}
