package io.github.tumorbench.lab.engine;

import java.util.List;

/**
 * What can go wrong with a head MRI between scanner and classifier, in five degrees. The one table of strengths; what they mean
 * for the pixels is {@link CorruptionGraph}'s.
 */
public enum Corruption {
    /** Standard deviation of Rician noise, steps of 255. */
    NOISE("noise", 8, 16, 24, 36, 52),
    /** Largest coefficient, either way, of each term of the logarithm of the coil's sensitivity. */
    BIAS_FIELD("bias-field", 0.1, 0.2, 0.3, 0.45, 0.6),
    /** Share of the signal that periodic motion moves into the two ghosts. */
    GHOSTING("ghosting", 0.1, 0.2, 0.3, 0.4, 0.55),
    /** Standard deviation of a Gaussian, share of the image's width. */
    BLUR("blur", 0.005, 0.01, 0.015, 0.022, 0.03),
    /** Factor of each pixel's distance to the image's mean. */
    CONTRAST("contrast", 0.75, 0.6, 0.45, 0.3, 0.2),
    /** Degrees, either way. */
    ROTATION("rotation", 5, 10, 15, 22, 30),
    /** Width after down-sampling, share of the image's. */
    DOWN_SAMPLING("down-sampling", 0.7, 0.5, 0.35, 0.25, 0.18);

    /** The highest severity; the lowest is 1. */
    public static final int SEVERITIES = 5;

    private final String word;
    private final List<Double> strengths;

    Corruption(String word, double... strengths) {
        this.word = word;
        this.strengths = java.util.Arrays.stream(strengths).boxed().toList();
    }

    /** Its name in files. */
    public String word() {
        return word;
    }

    /** @param severity from 1 to {@value #SEVERITIES} */
    public double strength(int severity) {
        return strengths.get(severity - 1);
    }
}
