package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.figures.Figures;
import java.util.ArrayList;
import java.util.List;

/** Figures about how networks decide, one of a kind for each set of test images. */
final class DecisionFigures {
    private DecisionFigures() {}

    /** What a figure shows. */
    enum Kind {
        LOCALISATION(Figures.LOCALISATION),
        RANDOMISATION(Figures.RANDOMISATION),
        PERTURBATION(Figures.PERTURBATION),
        ROBUSTNESS(Figures.ROBUSTNESS);

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /** Those that the record has, the kinds in order. */
    static List<FigureView> of(Report report, Kind... kinds) {
        List<FigureView> views = new ArrayList<>();
        for (Kind kind : kinds) {
            for (int family = 0; family < report.analysis().families().size(); family++) {
                report.figureIfAny(kind.prefix + (family + 1)).ifPresent(views::add);
            }
        }
        return views;
    }
}
