package io.github.tumorbench.bench;

/** What a value counts, and which end of it is the good one. */
enum Unit {
    IMAGES_PER_SECOND("images/s", true),
    SECONDS("s", false),
    MEBIBYTES("MiB", false);

    private final String symbol;
    private final boolean moreIsBetter;

    Unit(String symbol, boolean moreIsBetter) {
        this.symbol = symbol;
        this.moreIsBetter = moreIsBetter;
    }

    String symbol() {
        return symbol;
    }

    /** How many times better {@code value} is than {@code other}; above 1 is better, whatever the unit. */
    double advantage(double value, double other) {
        return moreIsBetter ? value / other : other / value;
    }
}
