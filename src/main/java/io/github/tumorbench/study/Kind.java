package io.github.tumorbench.study;

import io.github.tumorbench.study.Tree.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A sort of value a key may have.
 *
 * @param expected what a message says was expected
 * @param reading the value, or empty where it is of another sort
 */
record Kind<T>(String expected, Function<Scalar, Optional<T>> reading) {
    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?((0|[1-9][0-9]*)(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int SLUG_LENGTH = 80;

    Optional<T> read(Tree tree) {
        return tree instanceof Scalar scalar && !scalar.nothing() ? reading.apply(scalar) : Optional.empty();
    }

    /** This kind, or one more. */
    Kind<T> or(Kind<T> other) {
        return new Kind<>(expected + " or " + other.expected, scalar -> reading.apply(scalar)
                .or(() -> other.reading.apply(scalar)));
    }

    /** The same, turned into something else. */
    <U> Kind<U> map(Function<T, U> change) {
        return new Kind<>(expected, scalar -> reading.apply(scalar).map(change));
    }

    /** Any text but blank; what YAML takes for a number or a truth value must be quoted. */
    static Kind<String> text() {
        return new Kind<>("text", Kind::textOf);
    }

    /** Lower-case words joined by hyphens, fit for the name of a folder. */
    static Kind<String> slug() {
        return matching(
                "lower-case words joined by hyphens, at most " + SLUG_LENGTH + " characters",
                Pattern.compile("(?=.{1," + SLUG_LENGTH + "}$)" + SLUG.pattern()));
    }

    /** Text of one form. */
    static Kind<String> matching(String expected, Pattern form) {
        return new Kind<>(expected, scalar -> textOf(scalar)
                .filter(text -> form.matcher(text).matches()));
    }

    /** Any whole number of 64 bits. */
    static Kind<Long> integer() {
        return new Kind<>("an integer", Kind::integerOf);
    }

    /** A whole number of at least {@code least}. */
    static Kind<Integer> integer(int least) {
        return integer("an integer of at least " + least, least, Integer.MAX_VALUE - 1);
    }

    /** A whole number in a closed range. */
    static Kind<Integer> integer(int least, int most) {
        return integer("an integer from " + least + " to " + most, least, most);
    }

    private static Kind<Integer> integer(String expected, int least, int most) {
        return new Kind<>(expected, scalar -> integerOf(scalar)
                .filter(value -> value >= least && value <= most)
                .map(Long::intValue));
    }

    /** A finite number; {@code 1e-3} counts, which YAML 1.1 would take for text. */
    static Kind<Double> number(String expected, DoublePredicate range) {
        return new Kind<>(expected, scalar -> numberOf(scalar).filter(range::test));
    }

    /** A share from 0 up to, but without, 1. */
    static Kind<Double> shareBelowOne() {
        return number("a number of at least 0 and below 1", value -> value >= 0 && value < 1);
    }

    /** True or false. */
    static Kind<Boolean> flag() {
        return new Kind<>(
                "true or false",
                scalar -> !scalar.quoted() && isTruth(scalar.text())
                        ? Optional.of(scalar.text().equals("true"))
                        : Optional.empty());
    }

    /** One word of a list. */
    static Kind<String> oneOf(List<String> words) {
        String expected = words.size() == 1 ? words.get(0) : "one of " + String.join(", ", words);
        return new Kind<>(expected, scalar -> Optional.of(scalar.text()).filter(words::contains));
    }

    /** One word for one constant. */
    static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
        return new Kind<>(oneOf(Words.of(type)).expected, scalar -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> Words.of(constant).equals(scalar.text()))
                .findFirst());
    }

    private static boolean isTruth(String text) {
        return text.equals("true") || text.equals("false");
    }

    private static Optional<String> textOf(Scalar scalar) {
        boolean other = !scalar.quoted()
                && (isTruth(scalar.text()) || NUMBER.matcher(scalar.text()).matches());
        return other || scalar.text().isBlank() ? Optional.empty() : Optional.of(scalar.text());
    }

    private static Optional<Long> integerOf(Scalar scalar) {
        if (scalar.quoted() || !INTEGER.matcher(scalar.text()).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.valueOf(scalar.text()));
        } catch (NumberFormatException beyond64Bits) {
            return Optional.empty();
        }
    }

    private static Optional<Double> numberOf(Scalar scalar) {
        return Optional.of(scalar.text())
                .filter(text -> !scalar.quoted() && NUMBER.matcher(text).matches())
                .map(Double::valueOf)
                .filter(Double::isFinite);
    }
}
