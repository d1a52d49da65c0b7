package io.github.tumorbench.press.analysis.metrics;

import java.util.List;

/**
 * Where intervals are put to the test. The list was written before any coverage of it had been measured, and no entry is taken
 * out or changed by results.
 *
 * <p>Class sizes are the real test set's, a quarter of them and a tenth. Strength (see {@link Simulation}) sets the accuracy:
 * 1.5 about 0.55, 3.5 about 0.86, 4.5 about 0.94, 5.5 about 0.98, 6 about 0.99. Sharpness sets the confidence: strength / 2.25
 * is what the logits' normal distributions call for (calibrated), twice that is overconfident, and 0.7 underconfident, as
 * networks are that learned with smoothed labels.
 *
 * @param name of the scenario
 * @param images of each class
 */
record CoverageScenario(String name, List<Integer> images, double strength, double sharpness) {
    private static final List<Integer> REAL = List.of(300, 306, 405, 300);
    private static final List<Integer> QUARTER = List.of(75, 76, 101, 75);
    private static final List<Integer> TENTH = List.of(30, 31, 40, 30);
    private static final double UNDERCONFIDENT = 0.7;

    /** All of them. */
    static final List<CoverageScenario> ALL = List.of(
            new CoverageScenario("1311 images, 0.55, calibrated", REAL, 1.5, calibrated(1.5)),
            new CoverageScenario("1311 images, 0.86, calibrated", REAL, 3.5, calibrated(3.5)),
            new CoverageScenario("1311 images, 0.86, overconfident", REAL, 3.5, 2 * calibrated(3.5)),
            new CoverageScenario("1311 images, 0.94, underconfident", REAL, 4.5, UNDERCONFIDENT),
            new CoverageScenario("1311 images, 0.98, calibrated", REAL, 5.5, calibrated(5.5)),
            new CoverageScenario("1311 images, 0.98, underconfident", REAL, 5.5, UNDERCONFIDENT),
            new CoverageScenario("1311 images, 0.99, underconfident", REAL, 6, UNDERCONFIDENT),
            new CoverageScenario("327 images, 0.55, calibrated", QUARTER, 1.5, calibrated(1.5)),
            new CoverageScenario("327 images, 0.86, overconfident", QUARTER, 3.5, 2 * calibrated(3.5)),
            new CoverageScenario("327 images, 0.94, calibrated", QUARTER, 4.5, calibrated(4.5)),
            new CoverageScenario("327 images, 0.98, underconfident", QUARTER, 5.5, UNDERCONFIDENT),
            new CoverageScenario("327 images, 0.99, calibrated", QUARTER, 6, calibrated(6)),
            new CoverageScenario("131 images, 0.55, calibrated", TENTH, 1.5, calibrated(1.5)),
            new CoverageScenario("131 images, 0.86, calibrated", TENTH, 3.5, calibrated(3.5)),
            new CoverageScenario("131 images, 0.94, underconfident", TENTH, 4.5, UNDERCONFIDENT),
            new CoverageScenario("131 images, 0.98, calibrated", TENTH, 5.5, calibrated(5.5)),
            new CoverageScenario("131 images, 0.99, underconfident", TENTH, 6, UNDERCONFIDENT));

    CoverageScenario {
        images = List.copyOf(images);
    }

    Simulation source() {
        return new Simulation(strength, sharpness);
    }

    /** Images of each class, {@code times} over. */
    int[] images(int times) {
        return images.stream().mapToInt(count -> count * times).toArray();
    }

    private static double calibrated(double strength) {
        return strength / 2.25;
    }

    @Override
    public String toString() {
        return name;
    }
}
