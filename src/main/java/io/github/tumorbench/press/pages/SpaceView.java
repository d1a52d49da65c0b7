package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.explained.FeatureSpace;
import io.github.tumorbench.press.analysis.explained.FeatureSpace.Misclassified;
import io.github.tumorbench.press.analysis.explained.FeatureSpace.Near;
import io.github.tumorbench.press.analysis.findings.SpaceFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How one network's features arrange the images.
 *
 * @param sentences empty where nothing was measured; likewise the tables
 * @param views the t-SNE plane by other properties; null without a projection
 */
public record SpaceView(List<String> sentences, FigureView views, Table silhouettes, Table neighbours) {
    public SpaceView {
        sentences = List.copyOf(sentences);
    }

    static SpaceView of(ExperimentAnalysis one, FigureView views) {
        FeatureSpace space = one.explained().space();
        return new SpaceView(sentences(one), views, silhouettes(space), neighbours(space));
    }

    /** Silhouettes of every network by class, and what lies nearest to the images it misclassifies. */
    static Table overview(List<String> classes, List<ExperimentAnalysis> networks) {
        List<Table.Column> columns = new ArrayList<>(Table.columns("Experiment", "#Every class"));
        classes.forEach(name -> columns.add(new Table.Column(name, "number")));
        columns.addAll(Table.columns("#Neighbours of the predicted class", "#Of the true class"));
        List<List<Cell>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : networks) {
            FeatureSpace space = one.explained().space();
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.experiment(one, "#projection"),
                    Cell.number(Format.decimal(space.silhouette().value(), 2))));
            for (String name : classes) {
                row.add(space.classes().stream()
                        .filter(of -> of.name().equals(name))
                        .findFirst()
                        .map(of -> Cell.number(Format.decimal(of.silhouette().value(), 2), of.astray() + " astray"))
                        .orElse(Cell.number(Format.UNDEFINED)));
            }
            row.add(Cell.number(Format.percent(space.ofPredictedClass())));
            row.add(Cell.number(Format.percent(space.ofTrueClass())));
            rows.add(row);
        }
        return new Table(
                "Mean silhouette by true class, with the images nearer to another class; and the classes of the training images nearest to misclassified ones",
                columns,
                rows);
    }

    private static List<String> sentences(ExperimentAnalysis one) {
        FeatureSpace space = one.explained().space();
        return space == null
                ? List.of()
                : Stream.of(SpaceFinding.silhouette(one.name(), space), SpaceFinding.neighbours(one.name(), space))
                        .filter(Objects::nonNull)
                        .map(Format::sentence)
                        .toList();
    }

    private static Table silhouettes(FeatureSpace space) {
        List<List<Cell>> rows = new ArrayList<>();
        if (space != null) {
            for (FeatureSpace.OfClass one : space.classes()) {
                rows.add(List.of(
                        Cell.head(one.name()),
                        Cell.number(Format.count(one.images())),
                        Cell.number(Format.decimal(one.silhouette().value(), 3), range(one)),
                        Cell.number(Format.count(one.astray()))));
            }
        }
        return new Table(
                "Silhouette of the test images by true class",
                Table.columns("Class", "#Images", "#Mean silhouette", "#Nearer to another class"),
                rows);
    }

    private static String range(FeatureSpace.OfClass one) {
        var silhouette = one.silhouette();
        return silhouette.hasInterval()
                ? Format.decimal(silhouette.low(), 3) + " to " + Format.decimal(silhouette.high(), 3)
                : "";
    }

    private static Table neighbours(FeatureSpace space) {
        List<List<Cell>> rows = new ArrayList<>();
        if (space != null) {
            for (Misclassified image : space.misclassified()) {
                rows.add(List.of(
                        Cell.head(image.file()),
                        Cell.text(image.label()),
                        Cell.text(image.predicted()),
                        Cell.text(String.join(
                                ", ",
                                image.nearest().stream().map(SpaceView::words).toList()))));
            }
        }
        return new Table(
                "The training images nearest to each misclassified test image, the nearest first, with their distance",
                Table.columns("Test image", "True class", "Predicted", "Nearest in training"),
                rows);
    }

    private static String words(Near near) {
        return "%s (%s, %s)".formatted(near.file(), near.label(), Format.decimal(near.distance(), 1));
    }
}
