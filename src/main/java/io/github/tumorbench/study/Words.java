package io.github.tumorbench.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words of the study file for the constants of the program. */
final class Words {
    private Words() {}

    /** Lower-case, with hyphens; quantities of the history and of the report keep the underscore of their column or key. */
    static String of(Enum<?> constant) {
        String lower = constant.name().toLowerCase(Locale.ROOT);
        return constant instanceof Schedule.Monitor || constant instanceof Gate.Metric
                ? lower
                : lower.replace('_', '-');
    }

    /** The words of a whole type, in its order. */
    static <E extends Enum<E>> List<String> of(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
    }
}
