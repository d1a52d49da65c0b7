package io.github.tumorbench.press.figures;

/**
 * Ends and tick distance of an axis, at round numbers.
 *
 * @param low first tick
 * @param high last tick
 * @param tick distance between ticks
 */
record Scale(double low, double high, double tick) {
    private static final double[] STEPS = {1, 2, 5, 10};

    /** For shares: ends at 1, starts at the round number below {@code lowest}. */
    static Scale share(double lowest) {
        double span = 1 - Math.max(0, Math.min(0.99, lowest));
        double tick = span <= 0.05 ? 0.01 : span <= 0.1 ? 0.02 : span <= 0.25 ? 0.05 : span <= 0.5 ? 0.1 : 0.2;
        double low = Math.max(0, 1 - tick * Math.ceil(span / tick - 1e-9));
        return new Scale(low, 1, tick);
    }

    /** From 0 to the round number above {@code highest}, in about {@code ticks} steps. */
    static Scale fromZero(double highest, int ticks) {
        double top = highest > 0 ? highest : 1;
        double magnitude = Math.pow(10, Math.floor(Math.log10(top / ticks)));
        for (double step : STEPS) {
            double tick = step * magnitude;
            if (tick * ticks >= top - 1e-12) {
                return new Scale(0, tick * Math.ceil(top / tick - 1e-9), tick);
            }
        }
        throw new IllegalStateException("ten times the magnitude always suffices");
    }

    /** A {@link java.text.DecimalFormat} pattern that tells neighbouring ticks apart. */
    String decimals() {
        int places = (int) Math.max(0, Math.ceil(-Math.log10(tick) - 1e-9));
        return places == 0 ? "0" : "0." + "0".repeat(places);
    }
}
