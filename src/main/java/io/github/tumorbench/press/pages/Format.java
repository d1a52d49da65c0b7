package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import java.math.BigDecimal;
import java.util.Locale;

/** Every number of the pages as text: the one place that rounds. Undefined is an en dash. */
final class Format {
    /** What stands for an undefined value. */
    static final String UNDEFINED = "–";

    private static final char NARROW = '\u202f';
    private static final long KIBI = 1024;

    private Format() {}

    /** A share as a percentage with one decimal, e.g. {@code 95.1 %} (with a no-break space). */
    static String percent(Double share) {
        return share == null ? UNDEFINED : String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }

    /** A share and its interval, e.g. {@code 95.1 % (93.8–96.2)}. */
    static String percent(Estimate estimate) {
        return estimate.hasInterval()
                ? percent(estimate.value()) + " (" + percentInterval(estimate) + ")"
                : percent(estimate.value());
    }

    /** The interval of a share, e.g. {@code 93.8–96.2}; empty where there is none. */
    static String percentInterval(Estimate estimate) {
        return estimate.hasInterval()
                ? String.format(Locale.ROOT, "%.1f–%.1f", 100 * estimate.low(), 100 * estimate.high())
                : "";
    }

    /** The interval with three decimals, e.g. {@code 0.915–0.945}; empty where there is none. */
    static String interval(Estimate estimate) {
        return estimate.hasInterval() ? decimal(estimate.low(), 3) + "–" + decimal(estimate.high(), 3) : "";
    }

    /** With {@code places} decimals and a true minus sign. */
    static String decimal(Double value, int places) {
        return Numbers.decimal(value, places);
    }

    /** A whole number, digits in groups of three by narrow no-break spaces, e.g. {@code 2 257 984}. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', NARROW).replace('-', '−');
    }

    /** A large count with three significant digits, e.g. {@code 2.26 M}, {@code 7.75 G}. */
    static String large(long value) {
        String[] units = {"", "k", "M", "G", "T", "P", "E"};
        double scaled = value;
        int unit = 0;
        while (Math.abs(scaled) >= 999.5 && unit < units.length - 1) {
            scaled /= 1000;
            unit++;
        }
        if (unit == 0) {
            return Long.toString(value);
        }
        int places = Math.abs(scaled) < 9.995 ? 2 : Math.abs(scaled) < 99.95 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + places + "f", scaled) + '\u00a0' + units[unit];
    }

    /** A setting as short as it can be written, e.g. {@code 0.001}, {@code 5e-6}. */
    static String setting(double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (exact.signum() == 0) {
            return "0";
        }
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= -4 && exponent < 6) {
            return exact.toPlainString().replace('-', '−');
        }
        BigDecimal mantissa = exact.scaleByPowerOfTen(-exponent).stripTrailingZeros();
        return (mantissa.toPlainString() + " × 10" + superscript(exponent)).replace('-', '−');
    }

    /** E.g. {@code 850 ms}, {@code 12.3 s}, {@code 4 min 05 s}, {@code 1 h 02 min}. */
    static String duration(double seconds) {
        if (seconds < 0.9995) {
            return Math.round(1000 * seconds) + "\u00a0ms";
        }
        if (seconds < 59.95) {
            return String.format(Locale.ROOT, "%.1f\u00a0s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%s\u00a0min %02d\u00a0s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%s\u00a0h %02d\u00a0min", whole / 3600, whole % 3600 / 60);
    }

    /** A time with three significant digits or so, e.g. {@code 4.31 ms}, {@code 120 ms}. */
    static String milliseconds(double value) {
        int places = value < 10 ? 2 : value < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + places + "f\u00a0ms", value);
    }

    /** E.g. {@code 512 MiB}, {@code 3.4 GiB}; an en dash for 0, which stands for unknown. */
    static String bytes(long value) {
        if (value == 0) {
            return UNDEFINED;
        }
        double mebi = (double) value / (KIBI * KIBI);
        return mebi < 1024
                ? String.format(Locale.ROOT, "%.0f\u00a0MiB", Math.max(1, mebi))
                : String.format(Locale.ROOT, "%.1f\u00a0GiB", mebi / KIBI);
    }

    /** The first twelve digits of a hash. */
    static String shortHash(String hash) {
        return hash.length() > 12 ? hash.substring(0, 12) : hash;
    }

    /** A computed sentence whose percentages stay in one piece at the end of a line. */
    static String sentence(String text) {
        return text.replace(" %", "\u00a0%");
    }

    /** E.g. {@code 1 image}, {@code 440 images}. */
    static String counted(long count, String one, String many) {
        return count(count) + "\u00a0" + (count == 1 ? one : many);
    }

    private static String superscript(int exponent) {
        StringBuilder out = new StringBuilder();
        for (char c : Integer.toString(exponent).toCharArray()) {
            out.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
        }
        return out.toString();
    }
}
