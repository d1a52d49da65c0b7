package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.study.Digests;
import java.util.ArrayList;
import java.util.List;

/**
 * The images under one protocol.
 *
 * @param splits of every image, readable or not, in the order of files; null for no use
 * @param samples the readable images
 * @param digest see {@link Dataset#digest()}
 * @param trainingDigest see {@link Dataset#trainingDigest()}
 */
record Division(List<Split> splits, List<Sample> samples, String digest, String trainingDigest) {
    Division {
        splits = java.util.Collections.unmodifiableList(new ArrayList<>(splits));
        samples = List.copyOf(samples);
    }

    static Division of(List<ReadImage> images, List<String> classes, List<Split> splits) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            if (images.get(i).readable()) {
                ImageEntry entry = images.get(i).entry();
                samples.add(new Sample(samples.size(), entry.file(), classes.indexOf(entry.label()), splits.get(i)));
            }
        }
        List<Split> trained = new ArrayList<>(splits);
        trained.replaceAll(split -> split == Split.TESTING ? null : split);
        return new Division(splits, samples, digest(images, splits), digest(images, trained));
    }

    private static String digest(List<ReadImage> images, List<Split> splits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < images.size(); i++) {
            ReadImage image = images.get(i);
            text.append(String.join(
                            "\t",
                            image.entry().file(),
                            image.sha256(),
                            image.entry().label(),
                            name(splits.get(i))))
                    .append('\n');
        }
        return Digests.sha256(text.toString());
    }

    /** A split as manifests write it. */
    static String name(Split split) {
        return split == null ? "" : split.id();
    }
}
