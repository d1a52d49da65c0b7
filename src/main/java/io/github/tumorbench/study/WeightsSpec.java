package io.github.tumorbench.study;

/**
 * Where a backbone's weights come from.
 *
 * @param file the file's name or path for {@link Kind#FILE}, else null
 * @param allowPartial whether tensors missing from the file may be initialised from the seed
 */
public record WeightsSpec(Kind kind, String file, boolean allowPartial) {
    /** Official ImageNet weights, a file of the same layout, or random. */
    public enum Kind {
        IMAGENET,
        FILE,
        RANDOM
    }
}
