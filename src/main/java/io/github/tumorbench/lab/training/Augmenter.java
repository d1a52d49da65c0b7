package io.github.tumorbench.lab.training;

import io.github.tumorbench.lab.engine.Batch;
import io.github.tumorbench.lab.engine.BiasField;
import io.github.tumorbench.study.AugmentationPreset;
import java.util.SplittableRandom;

/**
 * Draws how each image is changed: a left–right flip, rotation, scale and shift in one projective transform, a factor and offset
 * of its intensities, an exponent, a bias field and noise. A draw depends on the seed, the round (epoch or view) and the image
 * alone.
 */
public final class Augmenter {
    private final AugmentationPreset.Strength strength;
    private final long seed;
    private final int size;

    /** @param size width and height of the images */
    public Augmenter(AugmentationPreset preset, long seed, int size) {
        this.strength = preset.strength();
        this.seed = seed;
        this.size = size;
    }

    /**
     * The changes of one batch.
     *
     * @param images numbers that identify the images
     * @param round epoch or view, counted from 1
     */
    public Batch.Changes changes(int[] images, int round) {
        Batch.Changes changes = Batch.Changes.identity(images.length);
        for (int i = 0; i < images.length; i++) {
            SplittableRandom random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * round).split();
            random = new SplittableRandom(random.nextLong() ^ (0xBF58476D1CE4E5B9L * (images[i] + 1)));
            // The order of the draws is part of the result: a new one comes last.
            drawPlace(random, round, changes, i);
            changes.tones()[i * 2] = (float) (1 + strength.contrast() * uniform(random));
            changes.tones()[i * 2 + 1] = (float) (strength.brightness() * uniform(random));
            drawScan(random, changes, i);
        }
        return changes;
    }

    private void drawPlace(SplittableRandom random, int round, Batch.Changes changes, int i) {
        double angle = Math.toRadians(strength.rotation()) * uniform(random);
        double scale = 1 + strength.scale() * uniform(random);
        double shiftX = strength.shift() * size * uniform(random);
        double shiftY = strength.shift() * size * uniform(random);
        boolean mirrored =
                switch (strength.flip()) {
                    case NEVER -> false;
                    case ODD_ROUNDS -> round % 2 != 0;
                    case HALF -> random.nextBoolean();
                };
        double mirror = mirrored ? -1 : 1;
        // Output to input coordinates about the centre: p' = R(angle)/scale · diag(mirror, 1) · (p − centre) + centre +
        // shift.
        double centre = (size - 1) / 2.0;
        double cos = StrictMath.cos(angle) / scale;
        double sin = StrictMath.sin(angle) / scale;
        double a = cos * mirror;
        double b = -sin;
        double c = sin * mirror;
        double d = cos;
        int at = i * 8;
        float[] transforms = changes.transforms();
        transforms[at] = (float) a;
        transforms[at + 1] = (float) b;
        transforms[at + 2] = (float) (centre + shiftX - a * centre - b * centre);
        transforms[at + 3] = (float) c;
        transforms[at + 4] = (float) d;
        transforms[at + 5] = (float) (centre + shiftY - c * centre - d * centre);
    }

    private void drawScan(SplittableRandom random, Batch.Changes changes, int i) {
        changes.gammas()[i] = (float) StrictMath.exp(StrictMath.log(strength.gamma()) * uniform(random));
        for (int term = 0; term < BiasField.TERMS; term++) {
            changes.biasFields()[i * BiasField.TERMS + term] = (float) (strength.biasField() * uniform(random));
        }
        changes.noise()[i] = (float) (strength.noise() * random.nextDouble());
        changes.noiseKeys()[i] = random.nextInt();
    }

    /** Uniform in (−1, 1). */
    private static double uniform(SplittableRandom random) {
        return 2 * random.nextDouble() - 1;
    }
}
