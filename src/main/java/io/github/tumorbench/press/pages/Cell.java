package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.ExperimentName;

/**
 * One cell of a table.
 *
 * @param text what it says
 * @param note said beside it in a quieter tone, e.g. an interval; empty for none
 * @param href where the text leads, null for nowhere
 * @param kind {@code text}, {@code number}, {@code code} or {@code head} (names its row)
 */
public record Cell(String text, String note, String href, String kind) {
    static Cell text(String text) {
        return new Cell(text, "", null, "text");
    }

    static Cell number(String text) {
        return new Cell(text, "", null, "number");
    }

    static Cell number(String text, String note) {
        return new Cell(text, note, null, "number");
    }

    static Cell code(String text) {
        return new Cell(text, "", null, "code");
    }

    static Cell head(String text) {
        return new Cell(text, "", null, "head");
    }

    static Cell head(String text, String href) {
        return new Cell(text, "", href, "head");
    }

    /** The head of an experiment's row: its network, below it what tells it from its neighbours, and its page. */
    static Cell experiment(ExperimentAnalysis one) {
        return experiment(one, "");
    }

    /** @param place within the experiment's page, with its {@code #} */
    static Cell experiment(ExperimentAnalysis one, String place) {
        return named(one.name(), Report.fileOf(one.id()) + place);
    }

    /** The same by the experiment's name alone. */
    static Cell named(String name, String href) {
        ExperimentName parts = ExperimentName.of(name);
        return new Cell(parts.subject(), parts.apart(), href, "head");
    }
}
