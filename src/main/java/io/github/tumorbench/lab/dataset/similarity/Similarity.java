package io.github.tumorbench.lab.dataset.similarity;

import java.util.List;
import java.util.Objects;

/**
 * Finds pictures that show the same. Coarse thumbnails propose pairs; each proposal is aligned at 32 and then at 64 pixels
 * and judged by the correlation reached there.
 */
public final class Similarity {
    /**
     * From this correlation on two pictures are copies of one. Chosen on the Kaggle archive and its annotations: all 1711
     * pairs of images known to show the same slice lie above 0.999, all but three of the pairs known to show neighbouring
     * slices below 0.99. Held against patients on whom it was not chosen ({@code CopyThresholdBench}; the 209 patients in two
     * halves): what is best on one half, 0.995 or 0.996, finds all 857 and all 854 pairs of the other and no wrong one; 0.99
     * finds the same and 1 and 2 wrong ones, a precision of 0.999 (0.993–1.000) and 0.998 (0.992–0.999; Wilson 95 %). It stays
     * at 0.99 for copies stored more coarsely than those of this archive.
     */
    public static final double COPY = 0.99;

    private static final int SMALL = 32;
    private static final int SMALL_STEPS = 4;
    private static final int LARGE_STEPS = 2;
    /** What a pair must reach at 32 pixels, where interpolation costs up to some hundredths, to be looked at closer. */
    private static final double PROMISING = 0.95;

    private Similarity() {}

    /** Pairs within a list, each once and the smaller number first, that reach a correlation. */
    public static List<Pair> within(List<Thumbnail> thumbnails, double least) {
        return judged(thumbnails, thumbnails, least);
    }

    /** Pairs of a picture of the first list and one of the second that reach a correlation. */
    public static List<Pair> between(List<Thumbnail> first, List<Thumbnail> second, double least) {
        return judged(first, List.copyOf(second), least);
    }

    private static List<Pair> judged(List<Thumbnail> first, List<Thumbnail> second, double least) {
        return new Candidates(first, second)
                .find().parallelStream()
                        .map(pair -> judged(pair, first.get(pair.first()), second.get(pair.second()), least))
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static Pair judged(Pair pair, Thumbnail first, Thumbnail second, double least) {
        Alignment coarse = new Alignment(SMALL, first.reduced(SMALL), picture(second, SMALL, pair.mirrored()));
        if (coarse.align(SMALL_STEPS) < Math.min(PROMISING, least)) {
            return null;
        }
        int size = Thumbnail.SIZE;
        double correlation = coarse.continued(size, first.reduced(size), picture(second, size, pair.mirrored()))
                .align(LARGE_STEPS);
        return correlation < least ? null : new Pair(pair.first(), pair.second(), pair.mirrored(), correlation);
    }

    private static float[] picture(Thumbnail thumbnail, int size, boolean mirrored) {
        float[] reduced = thumbnail.reduced(size);
        return mirrored ? Thumbnail.mirrored(reduced, size) : reduced;
    }
}
