package io.github.tumorbench.record;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * Numbers as text and back, exactly.
 *
 * <p>A double is written as the shortest decimal that reads back to the same double, as {@code Double.toString} does
 * since JDK 19; earlier JDKs write a few values longer, so Jackson's implementation of the same algorithm is used, and a
 * record's bytes do not depend on the JDK. A value computed as a float and widened needs up to 17 digits, as the double
 * it has become.
 */
final class Numbers {
    private Numbers() {}

    /** @throws IllegalArgumentException for NaN and infinities, which no file of a record may hold */
    static String text(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a record holds finite numbers only, not " + value);
        }
        return NumberOutput.toString(value, true);
    }

    /** @throws NumberFormatException where the text is no finite decimal number */
    static double parse(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value) || !plain(text)) {
            throw new NumberFormatException(text);
        }
        return value;
    }

    /** Java also takes hexadecimal digits, type letters and white space around. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
