package io.github.tumorbench.lab.explain;

import io.github.tumorbench.lab.dataset.Dataset;
import io.github.tumorbench.lab.dataset.ImageStore;
import io.github.tumorbench.lab.dataset.Sample;
import io.github.tumorbench.lab.dataset.TumourMask;
import io.github.tumorbench.study.Digests;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The test images that explanations are about.
 *
 * @param classes names; a label is an index into them
 * @param store the images' pixels as the network gets them
 * @param samples in the order of the predictions
 * @param digests of the samples' files
 * @param masks of those samples whose tumour outline is known and not empty, by the sample's number, at the store's size
 */
public record Subject(
        List<String> classes,
        ImageStore store,
        List<Sample> samples,
        List<String> digests,
        Map<Integer, TumourMask> masks) {

    /** Reads the masks of these samples. */
    public static Subject of(Dataset dataset, ImageStore store, List<Sample> samples) {
        Map<String, String> known = new HashMap<>();
        dataset.manifest().forEach(row -> known.put(row.file(), row.sha256()));
        Map<Integer, TumourMask> masks = new HashMap<>();
        for (Sample sample : samples) {
            dataset.maskOf(sample)
                    .filter(mask -> mask.area() > 0)
                    .map(mask -> mask.resized(store.size()))
                    .filter(mask -> mask.area() > 0)
                    .ifPresent(mask -> masks.put(sample.index(), mask));
        }
        List<String> digests =
                samples.stream().map(sample -> known.get(sample.file())).toList();
        return new Subject(dataset.classes(), store, samples, digests, masks);
    }

    Optional<TumourMask> mask(Sample sample) {
        return Optional.ofNullable(masks.get(sample.index()));
    }

    /** SHA-256 of files and outlines: results depend on both. */
    public String digest() {
        MessageDigest digest = Digests.sha256();
        for (int i = 0; i < samples.size(); i++) {
            digest.update((samples.get(i).file() + " " + digests.get(i) + "\n")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            mask(samples.get(i)).ifPresent(mask -> digest.update(bytes(mask.inside())));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** 1 inside, 0 outside. */
    private static byte[] bytes(boolean[] inside) {
        byte[] bytes = new byte[inside.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (inside[i] ? 1 : 0);
        }
        return bytes;
    }
}
