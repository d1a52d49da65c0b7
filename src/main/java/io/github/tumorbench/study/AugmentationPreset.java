package io.github.tumorbench.study;

/**
 * Named strengths of augmentation: the one table of their numbers. What is drawn from it depends on the seed, the round
 * (epoch or view) and the image alone.
 */
public enum AugmentationPreset {
    /** Images as they are. */
    NONE(Strength.NONE),
    /** The left–right mirror image in every odd round, so as the first view; nothing is drawn. */
    MIRROR(Strength.NONE.flipped(Flip.ODD_ROUNDS)),
    LIGHT(Strength.NONE.flipped(Flip.HALF).moved(8, 0.08, 0.05).toned(0.1, 8)),
    MEDIUM(Strength.NONE.flipped(Flip.HALF).moved(14, 0.15, 0.1).toned(0.2, 16)),
    /** Between light and medium: for all layers from pretrained weights, at a higher resolution. */
    FINETUNE(Strength.NONE.flipped(Flip.HALF).moved(11, 0.12, 0.08).toned(0.15, 12)),
    STRONG(Strength.NONE.flipped(Flip.HALF).moved(20, 0.2, 0.12).toned(0.25, 20)),
    /** The geometry of medium, and what differs from scanner to scanner: receive field, contrast and noise. */
    MRI(Strength.NONE.flipped(Flip.HALF).moved(14, 0.15, 0.1).scanned(0.15, 1.25, 10));

    /** When an image is mirrored left to right. */
    public enum Flip {
        NEVER,
        /** In every round with an odd number. */
        ODD_ROUNDS,
        /** By a draw, with probability ½. */
        HALF
    }

    /**
     * How far each draw may go; all are uniform and independent.
     *
     * @param rotation largest angle to either side, degrees
     * @param scale largest enlargement and reduction, share of 1
     * @param shift largest way to either side, horizontally and vertically each, share of the image's side
     * @param contrast largest change of the factor of intensities, share of 1
     * @param brightness largest offset of intensities to either side, steps of 255
     * @param biasField largest coefficient of either sign of each term of the logarithm of the bias field
     * @param gamma largest exponent of intensities as shares of 255, at least 1; its reciprocal is the smallest, and the
     *     draw is uniform in the logarithm
     * @param noise largest standard deviation of the Rician noise, steps of 255; the smallest is 0
     */
    public record Strength(
            Flip flip,
            double rotation,
            double scale,
            double shift,
            double contrast,
            double brightness,
            double biasField,
            double gamma,
            double noise) {
        private static final Strength NONE = new Strength(Flip.NEVER, 0, 0, 0, 0, 0, 0, 1, 0);

        private Strength flipped(Flip when) {
            return new Strength(when, rotation, scale, shift, contrast, brightness, biasField, gamma, noise);
        }

        private Strength moved(double degrees, double scales, double shifts) {
            return new Strength(flip, degrees, scales, shifts, contrast, brightness, biasField, gamma, noise);
        }

        private Strength toned(double contrasts, double offsets) {
            return new Strength(flip, rotation, scale, shift, contrasts, offsets, biasField, gamma, noise);
        }

        private Strength scanned(double coefficients, double exponent, double deviation) {
            return new Strength(flip, rotation, scale, shift, contrast, brightness, coefficients, exponent, deviation);
        }

        /** Whether images are mirrored at least. */
        public boolean flips() {
            return flip != Flip.NEVER;
        }

        /** Whether pixels may come to lie between others. */
        public boolean moves() {
            return rotation > 0 || scale > 0 || shift > 0;
        }

        /** Whether intensities are multiplied by a factor and shifted by an offset. */
        public boolean tones() {
            return contrast > 0 || brightness > 0;
        }

        /** Whether intensities are multiplied by a smooth field. */
        public boolean hasBiasField() {
            return biasField > 0;
        }

        /** Whether intensities are raised to a power. */
        public boolean hasGamma() {
            return gamma > 1;
        }

        /** Whether noise is added. */
        public boolean hasNoise() {
            return noise > 0;
        }
    }

    private final Strength strength;

    AugmentationPreset(Strength strength) {
        this.strength = strength;
    }

    /** The numbers. */
    public Strength strength() {
        return strength;
    }

    /** The name in study files, on pages and of pictures. */
    public String word() {
        return Words.of(this);
    }

    /** How many rounds, from the first on, show an image differently: more views than these would only repeat. */
    public int differentViews() {
        return switch (strength.flip()) {
            case NEVER -> 0;
            case ODD_ROUNDS -> 1;
            case HALF -> Integer.MAX_VALUE;
        };
    }
}
