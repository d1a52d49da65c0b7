package io.github.tumorbench.lab.explain;

/** Five decimals, as everything measured about explanations is recorded. */
final class Rounding {
    private Rounding() {}

    static double of(double value) {
        return Math.round(value * 1e5) / 1e5;
    }
}
