package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.files.ExplainedCsv;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Why the networks decide: where they look and whether their maps can be believed.
 *
 * @param attention null where no map was measured; likewise {@code belief} and {@code stray}
 * @param shared empty where no images are the same for all
 * @param rightAndWrong empty where no meningioma was explained
 * @param space how features arrange the images; no rows where nothing was measured
 * @param galleries links to each experiment's explained images
 * @param files names of the tables under {@code data/}
 */
public record ExplanationsPage(
        Frame frame,
        AttentionView attention,
        BeliefView belief,
        StrayView stray,
        List<SharedImages> shared,
        List<RightAndWrong> rightAndWrong,
        Table space,
        List<Cell> galleries,
        List<String> files)
        implements Page {
    /** Name of the page's file. */
    public static final String FILE = "explanations.html";

    public ExplanationsPage {
        shared = List.copyOf(shared);
        rightAndWrong = List.copyOf(rightAndWrong);
        galleries = List.copyOf(galleries);
        files = List.copyOf(files);
    }

    static ExplanationsPage of(Report report, Pictures pictures) {
        var analysis = report.analysis();
        List<ExperimentAnalysis> measured = with(report, one -> one.explained().attention());
        List<ExperimentAnalysis> tried = with(report, one -> one.explained().belief());
        Map<String, GalleryItems> explained = new LinkedHashMap<>();
        analysis.experiments().stream()
                .filter(one -> !report.recordOf(one).gradcam().isEmpty())
                .forEach(one -> explained.put(one.id(), new GalleryItems(report, one, pictures)));
        return new ExplanationsPage(
                report.frame("Explanations", FILE),
                measured.isEmpty()
                        ? null
                        : AttentionView.of(measured, DecisionFigures.of(report, DecisionFigures.Kind.LOCALISATION)),
                tried.isEmpty()
                        ? null
                        : BeliefView.of(
                                tried,
                                DecisionFigures.of(
                                        report, DecisionFigures.Kind.RANDOMISATION, DecisionFigures.Kind.PERTURBATION)),
                measured.isEmpty() ? null : StrayView.of(analysis.classes(), measured),
                SharedImages.of(report, explained),
                RightAndWrong.of(report, explained),
                SpaceView.overview(
                        analysis.classes(), with(report, one -> one.explained().space())),
                galleries(report, explained),
                ExplainedCsv.files(analysis).keySet().stream().toList());
    }

    private static List<ExperimentAnalysis> with(Report report, Function<ExperimentAnalysis, Object> part) {
        return report.analysis().experiments().stream()
                .filter(one -> part.apply(one) != null)
                .toList();
    }

    private static List<Cell> galleries(Report report, Map<String, GalleryItems> explained) {
        List<Cell> links = new ArrayList<>();
        for (ExperimentAnalysis one : report.analysis().experiments()) {
            if (explained.containsKey(one.id())) {
                links.add(Cell.head(one.name(), Report.fileOf(one.id()) + "#localisation"));
            }
        }
        return links;
    }

    /** Whether anything about the maps was measured. */
    public boolean measured() {
        return attention != null || belief != null;
    }

    /** Whether there are images to lay maps over. */
    public boolean overlaid() {
        return shared.stream().anyMatch(one -> one.rows().stream()
                        .anyMatch(row -> row.items().stream().anyMatch(item -> item.image() != null)))
                || rightAndWrong.stream()
                        .anyMatch(one -> one.right().stream().anyMatch(item -> item.image() != null)
                                || one.wrong().stream().anyMatch(item -> item.image() != null));
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String template() {
        return "explanations";
    }
}
