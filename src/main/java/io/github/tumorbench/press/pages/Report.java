package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.record.Execution;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.DatasetSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What all pages are made of.
 *
 * @param record the facts
 * @param analysis what follows from them
 */
public record Report(StudyRecord record, StudyAnalysis analysis) {
    /** Whether the images are generated. */
    boolean phantom() {
        return record.run().study().dataset().source() == DatasetSpec.Source.PHANTOM;
    }

    /** What surrounds the page with this file name. */
    Frame frame(String title, String file) {
        var provenance = record.run().provenance();
        return new Frame(title, analysis.title(), phantom(), provenance.version(), commit(), navigation(file));
    }

    /** The program's commit in words. */
    String commit() {
        var provenance = record.run().provenance();
        return provenance.commit().equals("unknown")
                ? "commit unknown"
                : "commit " + Format.shortHash(provenance.commit()) + (provenance.dirty() ? ", changed" : "");
    }

    /** The experiment's page. */
    public static String fileOf(String experiment) {
        return "experiment-" + experiment + ".html";
    }

    /** What to call the experiment. */
    String nameOf(String experiment) {
        return analysis.experiments().stream()
                .filter(one -> one.id().equals(experiment))
                .map(ExperimentAnalysis::name)
                .findFirst()
                .orElse(experiment);
    }

    /** The experiment's part of the record. */
    ExperimentRecord recordOf(ExperimentAnalysis one) {
        return record.experiments().stream()
                .filter(other -> other.experiment().id().equals(one.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no record of " + one.id()));
    }

    /** Time of one image, the smallest batch measured; empty where nothing was measured. */
    Optional<Execution.Latency> latency(String experiment) {
        return record.execution().latencies().stream()
                .filter(latency -> latency.experiment().equals(experiment))
                .min(Comparator.comparingInt(Execution.Latency::batch));
    }

    private List<Frame.Link> navigation(String current) {
        List<Frame.Link> links = new ArrayList<>();
        links.add(link("Results", "index.html", current));
        analysis.experiments().forEach(one -> links.add(link(one.name(), fileOf(one.id()), current)));
        links.add(link("Comparison", ComparisonPage.FILE, current));
        links.add(link("Reliability", ReliabilityPage.FILE, current));
        links.add(link("Explanations", ExplanationsPage.FILE, current));
        if (!analysis.sizes().isEmpty()) {
            links.add(link("Learning from size", SizePage.FILE, current));
        }
        if (!phantom()) {
            links.add(link("Claims", ClaimsPage.FILE, current));
        }
        links.add(link("Data", "data.html", current));
        links.add(link("Methods", "methods.html", current));
        links.add(link("Cards", "cards.html", current));
        return links;
    }

    private static Frame.Link link(String label, String href, String current) {
        return new Frame.Link(label, href, href.equals(current));
    }
}
