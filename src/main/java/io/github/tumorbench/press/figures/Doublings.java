package io.github.tumorbench.press.figures;

import java.math.BigDecimal;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Labels of an axis of logarithms to base 2: as a format it turns exponents into the numbers themselves. */
final class Doublings extends NumberFormat {
    private static final long serialVersionUID = 1;

    @Override
    public StringBuffer format(double exponent, StringBuffer out, FieldPosition position) {
        return format(Math.round(exponent), out, position);
    }

    @Override
    public StringBuffer format(long exponent, StringBuffer out, FieldPosition position) {
        return out.append(new BigDecimal(Math.pow(2, exponent)).toPlainString());
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("labels are only written");
    }
}
