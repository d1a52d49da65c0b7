package io.github.tumorbench.press.analysis.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * McNemar's test of two classifiers on the same images (McNemar 1947): under equal accuracy each image that only one of
 * them gets right falls to either with probability one half. Decisions rest on the exact test; the classical statistic is for
 * readers who compare with other work.
 *
 * @param onlyFirst images only the first gets right
 * @param onlySecond images only the second gets right
 * @param p two-sided, exact
 */
public record McNemar(int onlyFirst, int onlySecond, double p) {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    static McNemar of(int onlyFirst, int onlySecond) {
        int discordant = onlyFirst + onlySecond;
        double tail = new BinomialDistribution(discordant, 0.5).cumulativeProbability(Math.min(onlyFirst, onlySecond));
        return new McNemar(onlyFirst, onlySecond, Math.min(1, 2 * tail));
    }

    /** Of two classifiers, by whether each image is right under them. */
    public static McNemar of(boolean[] firstRight, boolean[] secondRight) {
        int onlyFirst = 0;
        int onlySecond = 0;
        for (int i = 0; i < firstRight.length; i++) {
            onlyFirst += firstRight[i] && !secondRight[i] ? 1 : 0;
            onlySecond += secondRight[i] && !firstRight[i] ? 1 : 0;
        }
        return of(onlyFirst, onlySecond);
    }

    /**
     * Cohen's g, how far the share of the discordant images that the better one gets lies above one half, from 0 to 0.5; null
     * where no image is discordant.
     */
    public Double effect() {
        int discordant = onlyFirst + onlySecond;
        return discordant == 0 ? null : (double) Math.max(onlyFirst, onlySecond) / discordant - 0.5;
    }

    /** {@link #effect} in Cohen's (1988) words. */
    public String effectWord() {
        Double g = effect();
        if (g == null) {
            return "none";
        }
        return g < 0.05 ? "negligible" : g < 0.15 ? "small" : g < 0.25 ? "medium" : "large";
    }

    /**
     * A statistic that is nearly χ² distributed with one degree of freedom.
     *
     * @param p two-sided
     */
    public record ChiSquared(double statistic, double p) {}

    /**
     * (b − c)² / (b + c) of the two counts (McNemar 1947), or (|b − c| − 1)² / (b + c), at least 0, with Edwards' (1948)
     * correction; null where no image is discordant.
     */
    public ChiSquared chiSquared(boolean corrected) {
        if (onlyFirst + onlySecond == 0) {
            return null;
        }
        double apart = Math.max(0, Math.abs(onlyFirst - onlySecond) - (corrected ? 1 : 0));
        double root = apart / Math.sqrt(onlyFirst + onlySecond);
        return new ChiSquared(root * root, 2 * NORMAL.cumulativeProbability(-root));
    }
}
