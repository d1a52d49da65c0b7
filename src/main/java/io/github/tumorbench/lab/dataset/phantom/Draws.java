package io.github.tumorbench.lab.dataset.phantom;

/**
 * Seeded random numbers that are the same on every machine and Java version: SplitMix64 (Steele, Lea, Flood 2014), with
 * every distribution made of its bits by exact arithmetic.
 */
final class Draws {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private long state;

    /** A stream of its own for each list of keys. */
    Draws(long... keys) {
        long seed = GOLDEN_GAMMA;
        for (long key : keys) {
            seed = mixed((seed + GOLDEN_GAMMA) ^ mixed(key + GOLDEN_GAMMA));
        }
        state = seed;
    }

    private static long mixed(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long bits() {
        state += GOLDEN_GAMMA;
        return mixed(state);
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    /** True with the given probability. */
    boolean chance(double probability) {
        return unit() < probability;
    }

    /** 1 or -1, evenly. */
    int sign() {
        return bits() < 0 ? -1 : 1;
    }

    /** Index into the weights, drawn in proportion to them. */
    int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double rest = unit() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            rest -= weights[i];
            if (rest < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Mean 0, standard deviation 1, between -3.47 and 3.47: the sum of four uniform numbers of 16 bits each. */
    double normal() {
        long bits = bits();
        long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
        return (sum * 0x1.0p-16 - 2) * 1.7320508075688772;
    }
}
