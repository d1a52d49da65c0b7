package io.github.tumorbench.bench;

import java.util.List;

/**
 * One contender's values of one quantity, a value for each round.
 *
 * @param group key of the group, e.g. {@code inference}
 * @param subject what was done, e.g. a backbone's name
 * @param precision {@code fp32} or {@code bf16}; empty where it does not apply
 * @param contender who did it; {@link #OURS} for this project
 * @param values at least one, in the order of the rounds
 */
record Series(String group, String subject, String precision, String contender, Unit unit, List<Double> values) {
    static final String OURS = "Tumorbench";

    Series {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(contender + ": expected a value of each round, found none");
        }
    }

    boolean isOurs() {
        return contender.equals(OURS);
    }

    /** The middle value; of an even number, the mean of the middle two. */
    double median() {
        double[] sorted = sorted();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    double least() {
        return sorted()[0];
    }

    double most() {
        return sorted()[values.size() - 1];
    }

    /** (most − least) / median. */
    double spread() {
        return (most() - least()) / median();
    }

    /** Whether the two did the same at the same precision and were measured in the same unit. */
    boolean comparableWith(Series other) {
        return group.equals(other.group)
                && subject.equals(other.subject)
                && precision.equals(other.precision)
                && unit == other.unit;
    }

    private double[] sorted() {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
