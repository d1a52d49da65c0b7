package io.github.tumorbench.press.figures;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** Powers of ten as people write learning rates; as a format it turns exponents into them. */
final class Powers extends NumberFormat {
    private static final long serialVersionUID = 1;

    /** A learning rate, e.g. 5e-4. */
    static String text(double rate) {
        if (rate <= 0) {
            return "0";
        }
        int exponent = (int) Math.floor(Math.log10(rate) + 1e-9);
        String mantissa = String.format(Locale.ROOT, "%.2f", rate / Math.pow(10, exponent))
                .replaceAll("\\.?0+$", "");
        return mantissa + "e" + exponent;
    }

    @Override
    public StringBuffer format(double exponent, StringBuffer out, FieldPosition position) {
        return format(Math.round(exponent), out, position);
    }

    @Override
    public StringBuffer format(long exponent, StringBuffer out, FieldPosition position) {
        return out.append("1e").append(exponent);
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("labels are only written");
    }
}
