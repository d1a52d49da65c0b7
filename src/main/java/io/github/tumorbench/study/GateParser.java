package io.github.tumorbench.study;

import io.github.tumorbench.study.Section.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code gate}. */
final class GateParser {
    private static final Kind<Double> MARGIN = Kind.shareBelowOne();
    private static final Kind<Double> ALPHA =
            Kind.number("a number above 0 and at most 0.5", value -> value > 0 && value <= 0.5);

    private GateParser() {}

    static Gate parse(Section root) {
        if (!root.has("gate")) {
            return Gate.DEFAULT;
        }
        return root.section("gate", "a mapping with margin, alpha and metrics")
                .map(section -> {
                    double margin = section.optional("margin", MARGIN, Gate.DEFAULT.margin());
                    double alpha = section.optional("alpha", ALPHA, Gate.DEFAULT.alpha());
                    List<Gate.Metric> metrics = section.has("metrics") ? metrics(section) : Gate.DEFAULT.metrics();
                    section.finish();
                    return new Gate(margin, alpha, metrics);
                })
                .orElse(null);
    }

    private static List<Gate.Metric> metrics(Section section) {
        Kind<Gate.Metric> kind = Kind.oneOf(Gate.Metric.class);
        List<Gate.Metric> metrics = new ArrayList<>();
        for (Item item : section.list("metrics", "a list of at least one metric")) {
            Optional<Gate.Metric> metric = kind.read(item.tree());
            if (metric.isEmpty()) {
                section.problem(
                        item,
                        "expected " + kind.expected() + ", found " + item.tree().found());
            } else if (metrics.contains(metric.get())) {
                section.problem(item, "expected each metric once, found " + Words.of(metric.get()) + " again");
            } else {
                metrics.add(metric.get());
            }
        }
        return metrics;
    }
}
