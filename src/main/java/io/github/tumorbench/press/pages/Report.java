package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.claims.Claims;
import io.github.tumorbench.press.figures.Figure;
import io.github.tumorbench.press.figures.FigureBook;
import io.github.tumorbench.record.Execution;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.DatasetSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What all pages are made of.
 *
 * @param record the facts
 * @param analysis what follows from them
 * @param release what it is frozen in; null where it is not
 * @param figures all of them, drawn
 * @param claims the reproduced study's, checked; empty where the images are generated or no claim can be told
 * @param backbones the experiments by what they share a page with
 */
public record Report(
        StudyRecord record,
        StudyAnalysis analysis,
        Release release,
        FigureBook figures,
        Optional<Claims> claims,
        List<BackboneGroup> backbones) {
    public Report {
        backbones = List.copyOf(backbones);
    }

    /** A report of a record; see the parameters of the same names. */
    public static Report of(StudyRecord record, StudyAnalysis analysis, Release release, FigureBook figures) {
        return new Report(
                record,
                analysis,
                release,
                figures,
                phantom(record)
                        ? Optional.empty()
                        : Optional.of(Claims.of(record, analysis)).filter(Claims::told),
                BackboneGroup.of(analysis.experiments()));
    }

    private static boolean phantom(StudyRecord record) {
        return record.run().study().dataset().source() == DatasetSpec.Source.PHANTOM;
    }

    /** Whether the images are generated. */
    public boolean phantom() {
        return phantom(record);
    }

    /** What surrounds the page with this file name. */
    Frame frame(String title, String file) {
        Edition edition = new Edition(
                analysis.study(),
                release == null ? "" : release.version(),
                record.run().provenance().version(),
                commit());
        return new Frame(
                title, analysis.title(), phantom(), edition, Navigation.of(this, file), Metadata.of(this, title, file));
    }

    /** What the study asked, in words. */
    public String question() {
        return Question.of(this);
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

    /** The group this experiment belongs to. */
    BackboneGroup groupOf(ExperimentAnalysis one) {
        return backbones.stream()
                .filter(group -> group.experiments().contains(one))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no experiment " + one.id()));
    }

    /** The figure with this id, which every such report has. */
    FigureView figure(String id) {
        return found(id).orElseThrow(() -> new IllegalArgumentException("no figure " + id));
    }

    /** The figure with this id; empty where the record lacks what it shows. */
    Optional<FigureView> found(String id) {
        return view(figures.find(id));
    }

    /** The figure with this id; empty where the record lacks what it shows. */
    Optional<FigureView> figureIfAny(String id) {
        return view(figures.find(id));
    }

    /** The figure of this kind about one experiment; null where the record lacks what it shows. */
    FigureView figure(String kind, ExperimentAnalysis one) {
        return view(figures.find(kind, one)).orElse(null);
    }

    private Optional<FigureView> view(Optional<Figure> figure) {
        return figure.map(drawn -> FigureView.of(drawn, figures.numberOf(drawn)));
    }
}
