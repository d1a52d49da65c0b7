package io.github.tumorbench.lab.training;

import io.github.tumorbench.lab.engine.Batch;
import io.github.tumorbench.study.Schedule;
import java.util.SplittableRandom;

/**
 * Draws how each image is changed: a left–right flip, rotation, scale and shift in one projective transform, and a factor and
 * offset of its intensities. A draw depends on the seed, the round (epoch or view) and the image alone.
 */
public final class Augmenter {
    /**
     * Half-ranges of the uniform draws.
     *
     * @param rotation degrees
     * @param scale share
     * @param shift share of the image's side
     * @param gain share
     * @param offset intensity steps of 255
     */
    private record Strength(boolean flip, double rotation, double scale, double shift, double gain, double offset) {}

    private final Strength strength;
    private final long seed;
    private final int size;

    /** @param size width and height of the images */
    public Augmenter(Schedule.Preset preset, long seed, int size) {
        this.strength = switch (preset) {
            case NONE -> new Strength(false, 0, 0, 0, 0, 0);
            case LIGHT -> new Strength(true, 8, 0.08, 0.05, 0.1, 8);
            case MEDIUM -> new Strength(true, 14, 0.15, 0.1, 0.2, 16);
        };
        this.seed = seed;
        this.size = size;
    }

    /**
     * The changes of one batch.
     *
     * @param images numbers that identify the images
     * @param round epoch or view
     */
    public Batch.Changes changes(int[] images, int round) {
        float[] transforms = new float[images.length * 8];
        float[] tones = new float[images.length * 2];
        for (int i = 0; i < images.length; i++) {
            SplittableRandom random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * round).split();
            draw(
                    new SplittableRandom(random.nextLong() ^ (0xBF58476D1CE4E5B9L * (images[i] + 1))),
                    transforms,
                    tones,
                    i);
        }
        return new Batch.Changes(transforms, tones);
    }

    private void draw(SplittableRandom random, float[] transforms, float[] tones, int i) {
        double angle = Math.toRadians(strength.rotation()) * uniform(random);
        double scale = 1 + strength.scale() * uniform(random);
        double shiftX = strength.shift() * size * uniform(random);
        double shiftY = strength.shift() * size * uniform(random);
        double mirror = strength.flip() && random.nextBoolean() ? -1 : 1;
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
        transforms[at] = (float) a;
        transforms[at + 1] = (float) b;
        transforms[at + 2] = (float) (centre + shiftX - a * centre - b * centre);
        transforms[at + 3] = (float) c;
        transforms[at + 4] = (float) d;
        transforms[at + 5] = (float) (centre + shiftY - c * centre - d * centre);
        tones[i * 2] = (float) (1 + strength.gain() * uniform(random));
        tones[i * 2 + 1] = (float) (strength.offset() * uniform(random));
    }

    /** Uniform in (−1, 1). */
    private static double uniform(SplittableRandom random) {
        return 2 * random.nextDouble() - 1;
    }
}
