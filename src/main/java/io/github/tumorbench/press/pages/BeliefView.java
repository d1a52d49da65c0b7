package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.explained.Belief;
import io.github.tumorbench.press.analysis.explained.Belief.Contrast;
import io.github.tumorbench.press.analysis.explained.Belief.Curve;
import io.github.tumorbench.press.analysis.explained.Belief.Pair;
import io.github.tumorbench.press.analysis.explained.MapMethod;
import io.github.tumorbench.press.analysis.findings.BeliefFinding;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether maps can be believed.
 *
 * @param sentences a verdict for each network
 * @param summary how many can be believed; null where none was tried
 * @param checks what each of the three checks says
 * @param areas under the curves of deletion and insertion, and Grad-CAM's against its rivals
 * @param agreement of methods, pair by pair
 */
public record BeliefView(
        List<String> sentences, String summary, Table checks, List<FigureView> figures, Table areas, Table agreement) {
    public BeliefView {
        sentences = List.copyOf(sentences);
        figures = List.copyOf(figures);
    }

    /** @param networks those whose maps were tried */
    static BeliefView of(List<ExperimentAnalysis> networks, List<FigureView> figures) {
        return new BeliefView(
                networks.stream()
                        .map(one -> BeliefFinding.sentence(
                                one.name(), one.explained().belief()))
                        .map(Format::sentence)
                        .toList(),
                BeliefFinding.summary(
                        networks.stream().map(one -> one.explained().belief()).toList()),
                checks(networks),
                figures,
                areas(networks),
                agreement(networks));
    }

    private static Cell name(ExperimentAnalysis one) {
        return Cell.experiment(one, "#localisation");
    }

    private static Cell decimal(Estimate one) {
        return Cell.number(Format.decimal(one.value(), 3), range(one));
    }

    private static String range(Estimate one) {
        return one.hasInterval() ? Format.decimal(one.low(), 3) + " to " + Format.decimal(one.high(), 3) : "";
    }

    private static Table checks(List<ExperimentAnalysis> networks) {
        return new Table(
                "Three checks of Grad-CAM",
                Table.columns(
                        "Experiment",
                        "Changes with the weights",
                        "Marks pixels that matter",
                        "Agrees with occlusion",
                        "To be believed"),
                networks.stream()
                        .map(one -> {
                            Belief belief = one.explained().belief();
                            return List.of(
                                    name(one),
                                    Cell.text(belief.weights().words()),
                                    Cell.text(belief.pixels().words()),
                                    Cell.text(belief.occlusion().words()),
                                    Cell.text(
                                            switch (belief.overall()) {
                                                case PASSED -> "yes";
                                                case FAILED -> "no";
                                                case OPEN -> "open";
                                                case NOT_MADE -> "not tried";
                                            }));
                        })
                        .toList());
    }

    private static Table areas(List<ExperimentAnalysis> networks) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : networks) {
            Belief belief = one.explained().belief();
            for (Curve curve : belief.curves()) {
                Contrast contrast = belief.contrast(curve.method(), curve.mode());
                rows.add(List.of(
                        name(one),
                        Cell.text(curve.mode().key()),
                        Cell.text(curve.method().words()),
                        Cell.number(Format.count(curve.images())),
                        decimal(curve.area()),
                        contrast == null ? Cell.number(Format.UNDEFINED) : decimal(contrast.difference())));
            }
        }
        return new Table(
                "Areas under the curves; small is good for deletion, large for insertion",
                Table.columns("Experiment", "Pixels", "In the order of", "#Images", "#Area", "#Grad-CAM minus it"),
                rows);
    }

    private static Table agreement(List<ExperimentAnalysis> networks) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : networks) {
            for (Pair pair : one.explained().belief().agreement()) {
                rows.add(List.of(
                        name(one),
                        Cell.text(words(pair.first()) + " and " + words(pair.second())),
                        Cell.number(Format.count(pair.images())),
                        Cell.number(Format.count(pair.constant())),
                        decimal(pair.similarity())));
            }
        }
        return new Table(
                "Rank correlation of methods on the same images",
                Table.columns("Experiment", "Methods", "#Images", "#With a constant map", "#Spearman"),
                rows);
    }

    private static String words(MapMethod method) {
        return method == MapMethod.OCCLUSION ? "occlusion" : method.words();
    }
}
