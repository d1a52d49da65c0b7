package io.github.tumorbench.press.analysis.statistics;

import java.util.Locale;

/** Numbers as readers see them; what is undefined or not finite is an en dash. */
public final class Numbers {
    /** What stands for an undefined value. */
    public static final String UNDEFINED = "–";

    private Numbers() {}

    /** A share as a percentage with one decimal, e.g. {@code 93.1 %} (with a no-break space). */
    public static String percent(Double share) {
        return undefined(share) ? UNDEFINED : String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }

    /** A round share, e.g. {@code 5 %}. */
    public static String percentWhole(double share) {
        return String.format(Locale.ROOT, "%.0f\u00a0%%", 100 * share);
    }

    /** A number with three decimals. */
    public static String decimal(Double value) {
        return decimal(value, 3);
    }

    /** A number with {@code places} decimals. */
    public static String decimal(Double value, int places) {
        if (undefined(value)) {
            return UNDEFINED;
        }
        String text = String.format(Locale.ROOT, "%." + places + "f", value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.replace("-", "") : text.replace('-', '−');
    }

    /** The interval with three decimals, e.g. {@code 0.915–0.945}. */
    public static String interval(Estimate estimate) {
        return estimate.hasInterval() ? decimal(estimate.low()) + "–" + decimal(estimate.high()) : UNDEFINED;
    }

    /** Value and interval, e.g. {@code 0.931 (0.915–0.945)}. */
    public static String withInterval(Estimate estimate) {
        return estimate.hasInterval()
                ? decimal(estimate.value()) + " (" + interval(estimate) + ")"
                : decimal(estimate.value());
    }

    /** A p-value: three decimals, or that it is smaller. */
    public static String p(Double value) {
        return value != null && value < 0.001 ? "< 0.001" : decimal(value, 3);
    }

    /** A p-value in a sentence, e.g. {@code p = 0.862}, {@code p < 0.001}. */
    public static String pWords(double value) {
        return value < 0.001 ? "p\u00a0<\u00a00.001" : "p\u00a0=\u00a0" + decimal(value, 3);
    }

    /** A share or a difference of shares in percentage points with one decimal and a sign. */
    public static String points(Double share) {
        return undefined(share) ? UNDEFINED : signed(100 * share, 1);
    }

    /** A difference with {@code places} decimals and its sign; none where it rounds to zero. */
    public static String signed(Double value, int places) {
        String text = decimal(value, places);
        boolean positive = value != null && value > 0 && !text.equals(decimal(0.0, places));
        return positive ? "+" + text : text;
    }

    /** E.g. "1 image", "30 images". */
    public static String images(int count) {
        return count + (count == 1 ? " image" : " images");
    }

    private static boolean undefined(Double value) {
        return value == null || !Double.isFinite(value);
    }
}
