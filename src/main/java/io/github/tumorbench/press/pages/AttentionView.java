package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.explained.Attention.Group;
import io.github.tumorbench.press.analysis.explained.Attention.Kind;
import io.github.tumorbench.press.analysis.explained.Attention.Scores;
import io.github.tumorbench.press.analysis.explained.MapMethod;
import io.github.tumorbench.press.analysis.findings.AttentionFinding;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whether maps sit on the tumour.
 *
 * @param summary of all networks; null where none is scored
 * @param sentences one for each network
 * @param details right against wrong predictions, one for each network
 * @param pointing Grad-CAM beside chance, the centre and the best random map
 * @param groups the same by class and by correctness
 * @param methods every score of every method
 */
public record AttentionView(
        String summary,
        List<String> sentences,
        List<String> details,
        List<FigureView> figures,
        Table pointing,
        Table groups,
        Table methods) {
    public AttentionView {
        sentences = List.copyOf(sentences);
        details = List.copyOf(details);
        figures = List.copyOf(figures);
    }

    /** @param networks those whose maps were measured */
    static AttentionView of(List<ExperimentAnalysis> networks, List<FigureView> figures) {
        return new AttentionView(
                AttentionFinding.summary(networks.stream()
                        .map(one -> one.explained().attention())
                        .toList()),
                networks.stream()
                        .map(one -> AttentionFinding.sentence(
                                one.name(), one.explained().attention()))
                        .map(Format::sentence)
                        .toList(),
                networks.stream()
                        .map(one -> AttentionFinding.rightAndWrong(
                                one.name(), one.explained().attention()))
                        .filter(Objects::nonNull)
                        .map(Format::sentence)
                        .toList(),
                figures,
                pointing(networks),
                groups(networks),
                methods(networks));
    }

    private static Stream<Group> groups(ExperimentAnalysis one) {
        return one.explained().attention().groups().stream().filter(group -> group.of(MapMethod.GRADCAM) != null);
    }

    private static Cell name(ExperimentAnalysis one) {
        return Cell.experiment(one, "#localisation");
    }

    private static Cell percent(Estimate one) {
        return Cell.number(Format.percent(one.value()), Format.percentInterval(one));
    }

    private static Cell decimal(Estimate one) {
        return Cell.number(Format.decimal(one.value(), 3), Format.interval(one));
    }

    private static Cell hits(Group group, MapMethod method) {
        Scores scores = group.of(method);
        return Cell.number(
                scores == null ? Format.UNDEFINED : Format.percent(scores.hits().value()));
    }

    private static Cell points(Estimate one) {
        return Cell.number(
                Numbers.points(one.value()),
                one.hasInterval() ? Numbers.points(one.low()) + " to " + Numbers.points(one.high()) : "");
    }

    private static Table pointing(List<ExperimentAnalysis> networks) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : networks) {
            groups(one)
                    .filter(group -> group.kind() == Kind.ALL)
                    .forEach(group -> rows.add(List.of(
                            name(one),
                            Cell.number(Format.count(group.images()), group.patients() + " patients"),
                            percent(group.of(MapMethod.GRADCAM).hits()),
                            Cell.number(Format.percent(group.chance())),
                            hits(group, MapMethod.RANDOM),
                            hits(group, MapMethod.CENTRE),
                            points(group.hitsOverCentre()))));
        }
        return new Table(
                "Highest point of the Grad-CAM map in the tumour, all test images with a mask",
                Table.columns(
                        "Experiment",
                        "#Images",
                        "#Grad-CAM",
                        "#Chance",
                        "#Best random map",
                        "#Image centre",
                        "#Minus centre, points"),
                rows);
    }

    private static Table groups(List<ExperimentAnalysis> networks) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : networks) {
            groups(one)
                    .filter(group -> group.kind() != Kind.ALL)
                    .forEach(group -> rows.add(List.of(
                            name(one),
                            Cell.text(words(group)),
                            Cell.number(Format.count(group.images())),
                            percent(group.of(MapMethod.GRADCAM).hits()),
                            Cell.number(Format.percent(group.chance())),
                            hits(group, MapMethod.RANDOM),
                            hits(group, MapMethod.CENTRE),
                            points(group.hitsOverCentre()),
                            percent(group.of(MapMethod.GRADCAM).energy()))));
        }
        return new Table(
                "The same by class and by correctness",
                Table.columns(
                        "Experiment",
                        "Images of",
                        "#Images",
                        "#Grad-CAM",
                        "#Chance",
                        "#Best random map",
                        "#Image centre",
                        "#Minus centre, points",
                        "#Energy inside"),
                rows);
    }

    private static String words(Group group) {
        return switch (group.kind()) {
            case ALL -> "every class";
            case CLASS -> group.name();
            case RIGHT -> "right predictions";
            case WRONG -> "wrong predictions";
        };
    }

    private static Table methods(List<ExperimentAnalysis> networks) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : networks) {
            groups(one)
                    .filter(group -> group.kind() == Kind.ALL || group.of(MapMethod.TRUE_CLASS) != null)
                    .forEach(group -> group.methods().stream()
                            .filter(scores -> group.kind() == Kind.ALL || scores.method() == MapMethod.TRUE_CLASS)
                            .forEach(scores -> rows.add(List.of(
                                    name(one),
                                    Cell.text(scores.method().words()),
                                    Cell.number(Format.count(scores.maps())),
                                    Cell.number(Format.count(scores.zero())),
                                    percent(scores.hits()),
                                    percent(scores.energy()),
                                    decimal(scores.iou()),
                                    decimal(scores.iouArea())))));
        }
        return new Table(
                "Every score of every method",
                Table.columns(
                        "Experiment",
                        "Map",
                        "#Maps",
                        "#Zero",
                        "#Pointing hits",
                        "#Energy inside",
                        "#Mean IoU",
                        "#Area under IoU"),
                rows);
    }
}
