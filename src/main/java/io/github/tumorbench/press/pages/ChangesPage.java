package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.changes.Changes;
import io.github.tumorbench.press.analysis.changes.ExperimentChange;
import io.github.tumorbench.press.analysis.changes.GateResult;
import io.github.tumorbench.press.analysis.changes.MetricChange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What moved between two records, as a page of its own, as plain text and as Markdown.
 *
 * @param title of the page
 * @param study title of the later study
 * @param lead the answer, in sentences
 * @param parts nothing that did not move
 */
public record ChangesPage(String title, String study, List<String> lead, List<Part> parts) implements Page {
    /** Name of the page's file. */
    public static final String FILE = "index.html";

    public ChangesPage {
        lead = List.copyOf(lead);
        parts = List.copyOf(parts);
    }

    /** Of a plain comparison. */
    public static ChangesPage of(Changes changes) {
        return new ChangesPage("Changes", changes.after().title(), lead(changes), parts(changes));
    }

    /** With the gate's verdicts before everything else. */
    public static ChangesPage of(Changes changes, GateResult gate) {
        List<Part> parts = new ArrayList<>(GateParts.of(gate));
        parts.addAll(parts(changes));
        return new ChangesPage(
                gate.passed() ? "Gate: passed" : "Gate: failed",
                changes.after().title(),
                Stream.concat(GateParts.lead(gate).stream(), lead(changes).stream())
                        .toList(),
                parts);
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String template() {
        return "changes";
    }

    /** It belongs to no report: nothing lies around it. */
    @Override
    public Frame frame() {
        return null;
    }

    /** For a terminal. */
    public String text() {
        return PartText.plain(title + ": " + study, lead, parts);
    }

    /** For a pull request. */
    public String markdown() {
        return PartText.markdown(title + ": " + study, lead, parts);
    }

    private static List<String> lead(Changes changes) {
        List<String> lead = new ArrayList<>();
        lead.add("Before: " + side(changes.before()) + ". After: " + side(changes.after()) + ".");
        if (changes.none()) {
            lead.add("Nothing differs: all facts and all predictions are the same.");
            return lead;
        }
        List<MetricChange> surely = changes.experiments().stream()
                .flatMap(one -> one.metrics().stream())
                .filter(MetricChange::beyondNoise)
                .toList();
        lead.add("%s of %s moved; %s over all test images moved by more than noise, all tests taken together."
                .formatted(
                        changes.moved().size(),
                        Format.counted(changes.experiments().size(), "experiment", "experiments in both"),
                        Format.counted(surely.size(), "metric", "metrics")));
        if (!changes.missing().isEmpty()) {
            lead.add("No longer there: " + String.join(", ", changes.missing()) + ".");
        }
        if (!changes.added().isEmpty()) {
            lead.add("New: " + String.join(", ", changes.added()) + ".");
        }
        return lead;
    }

    private static String side(Changes.Side side) {
        return "%s, Tumorbench %s, %s"
                .formatted(
                        side.study(),
                        side.version(),
                        side.commit().equals("unknown")
                                ? "commit unknown"
                                : "commit " + Format.shortHash(side.commit()) + (side.dirty() ? ", changed" : ""));
    }

    private static List<Part> parts(Changes changes) {
        List<Part> parts = new ArrayList<>();
        if (!changes.facts().isEmpty()) {
            parts.add(new Part(
                    "facts",
                    "Data, weights, code, configuration, environment",
                    List.of(),
                    List.of(ChangesTables.facts("What went into the two records and differs", changes.facts())),
                    false));
        }
        changes.moved().forEach(one -> {
            parts.add(experiment(one));
            Table classes = ChangesTables.ofClasses(one);
            if (!classes.empty()) {
                parts.add(new Part(
                        one.id() + "-classes", one.id() + ", class by class", List.of(), List.of(classes), true));
            }
        });
        List<String> still = changes.experiments().stream()
                .filter(one -> !one.moved())
                .map(ExperimentChange::id)
                .toList();
        if (!still.isEmpty() && !changes.none()) {
            parts.add(new Part("still", "Unchanged", List.of(String.join(", ", still) + "."), List.of(), false));
        }
        return parts;
    }

    private static Part experiment(ExperimentChange one) {
        return new Part(
                one.id(),
                one.id(),
                sentences(one),
                Stream.of(ChangesTables.overall(one), ChangesTables.facts("Training and model", one.facts()))
                        .filter(table -> !table.empty())
                        .toList(),
                false);
    }

    private static List<String> sentences(ExperimentChange one) {
        boolean patients = one.movedMetrics().stream().anyMatch(metric -> metric.byPatient() != null);
        return patients
                ? List.of(
                        images(one),
                        "Images of one patient are no independent witnesses: each p is the larger of the test’s over images"
                                + " and of jackknife t over patients.")
                : List.of(images(one));
    }

    private static String images(ExperimentChange one) {
        if (one.metrics().isEmpty()) {
            return "The classes differ or there are no test images, so that no metric can be compared.";
        }
        if (!one.paired()) {
            return "%s before, %s after: not the same images, so that the two are compared as independent results (unpaired)."
                    .formatted(
                            Format.counted(one.imagesBefore(), "test image", "test images"),
                            Format.count(one.imagesAfter()));
        }
        return "The same %s, compared image by image: %s right only before, %s right only after."
                .formatted(
                        Format.counted(one.imagesAfter(), "test image", "test images"),
                        Format.count(one.onlyBefore()),
                        Format.count(one.onlyAfter()));
    }
}
