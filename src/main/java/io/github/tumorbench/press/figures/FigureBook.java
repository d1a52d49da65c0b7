package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every figure of a report, each drawn once; numbered from 1 in the order of {@link Figures}, so a number can be cited. */
public final class FigureBook {
    private final List<Figure> figures;
    private final Map<String, Integer> places = new HashMap<>();

    private FigureBook(List<Figure> figures) {
        this.figures = List.copyOf(figures);
        for (int i = 0; i < figures.size(); i++) {
            if (places.put(figures.get(i).id(), i) != null) {
                throw new IllegalStateException(
                        "two figures are called " + figures.get(i).id());
            }
        }
    }

    /** Figures about several experiments, then those of each in the study's order. */
    public static FigureBook of(StudyAnalysis study) {
        List<Figure> all = new ArrayList<>(Figures.of(study));
        study.experiments().parallelStream().map(Figures::of).toList().forEach(all::addAll);
        return new FigureBook(all);
    }

    /** All of them in the order of their numbers. */
    public List<Figure> all() {
        return figures;
    }

    /** The figure with this id; empty where the record lacks what it shows. */
    public Optional<Figure> find(String id) {
        return Optional.ofNullable(places.get(id)).map(figures::get);
    }

    /** The figure of this kind about one experiment; see the constants of {@link Figures}. */
    public Optional<Figure> find(String kind, ExperimentAnalysis one) {
        return find(Sheet.id(kind, one.id()));
    }

    /** From 1. */
    public int numberOf(Figure figure) {
        return places.get(figure.id()) + 1;
    }
}
