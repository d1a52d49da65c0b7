package io.github.tumorbench.lab.dataset.phantom;

/**
 * Makes slices of heads that exist only as formulas.
 *
 * <p>Every slice is of a head of its own and depends on the seed, the class and the index alone: not on the order of the
 * calls, the machine or the number of threads. The same arguments at another size show the same head, more or less finely.
 * Safe for use by several threads.
 */
public final class PhantomScanner {
    /** Smallest width and height in pixels. */
    public static final int LEAST_SIZE = 48;

    private static final int HEAD = 1;
    private static final int TUMOUR = 2;
    private static final int POSE = 3;
    private static final int SCAN = 4;

    private final long seed;
    private final int size;

    /**
     * @param seed of everything random
     * @param size width and height of the slices in pixels, at least {@value #LEAST_SIZE}
     */
    public PhantomScanner(long seed, int size) {
        if (size < LEAST_SIZE) {
            throw new IllegalArgumentException(
                    "A phantom slice is at least %s pixels wide, found %s.".formatted(LEAST_SIZE, size));
        }
        this.seed = seed;
        this.size = size;
    }

    /** The slice with this index of the class; any index from 0 up. */
    public PhantomSlice scan(PhantomClass label, long index) {
        Draws anatomy = new Draws(seed, label.ordinal(), index, HEAD);
        GradientNoise noise = new GradientNoise(anatomy);
        Head head = new Head(anatomy, noise);
        Draws growth = new Draws(seed, label.ordinal(), index, TUMOUR);
        Pose pose = new Pose(new Draws(seed, label.ordinal(), index, POSE));
        Lesion target = lesion(label, growth, head, noise);
        for (int tries = 0; tries < 30 && !pose.shows(target.centre()); tries++) {
            target = lesion(label, growth, head, noise);
        }
        double off = Difficulty.offCentre(growth) * target.radius();
        Slicer slicer = new Slicer(head, pose, size);
        boolean healthy = label == PhantomClass.NOTUMOR;
        boolean[] mask = new boolean[size * size];
        Point origin = pose.origin(target.centre(), off);
        if (!healthy) {
            mask = slicer.mask(target, origin);
            for (int tries = 0; tries < 6 && count(mask) < leastPixels(); tries++) {
                off = tries == 5 ? 0 : 0.7 * off;
                origin = pose.origin(target.centre(), off);
                mask = slicer.mask(target, origin);
            }
        }
        double[] signal = slicer.signal(healthy ? null : target, origin);
        Acquisition acquisition = new Acquisition(new Draws(seed, label.ordinal(), index, SCAN), size);
        return new PhantomSlice(size, pose.plane(), acquisition.image(signal, pose.pixel(size)), mask);
    }

    /** The tumour of the class; for a head without one, the tumour whose level the slice is laid at all the same. */
    private static Lesion lesion(PhantomClass label, Draws draws, Head head, GradientNoise noise) {
        PhantomClass kind = label == PhantomClass.NOTUMOR
                ? new PhantomClass[] {PhantomClass.GLIOMA, PhantomClass.MENINGIOMA, PhantomClass.PITUITARY}
                        [draws.weighted(1, 1, 1)]
                : label;
        return switch (kind) {
            case GLIOMA -> Glioma.drawn(draws, head, noise);
            case MENINGIOMA -> Meningioma.drawn(draws, head, noise);
            default -> Adenoma.drawn(draws, head, noise);
        };
    }

    private int leastPixels() {
        return Math.max(3, Difficulty.LEAST_PIXELS * size * size / (96 * 96));
    }

    private static int count(boolean[] mask) {
        int count = 0;
        for (boolean inside : mask) {
            count += inside ? 1 : 0;
        }
        return count;
    }
}
