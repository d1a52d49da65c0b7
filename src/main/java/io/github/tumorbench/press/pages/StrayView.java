package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.explained.Stray;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Attention where no evidence can be.
 *
 * @param overview how many right answers of each network have their evidence elsewhere, and how much of its maps lies where none can be
 * @param outsideHead share of the map outside the head, of each class
 * @param border the same on the image's border
 * @param lists the images, network by network; empty where none is
 */
public record StrayView(Table overview, Table outsideHead, Table border, List<Elsewhere> lists) {
    public StrayView {
        lists = List.copyOf(lists);
    }

    /** One network's right answers for the wrong reason. */
    public record Elsewhere(String title, Table images) {}

    /** @param networks those whose maps were measured */
    static StrayView of(List<String> classes, List<ExperimentAnalysis> networks) {
        return new StrayView(
                overview(networks),
                shares("Mean share of the Grad-CAM map on background outside the head", classes, networks, true),
                shares(
                        "Mean share of the Grad-CAM map in the outermost 5 % of each side; an even map would have "
                                + Format.percent(Stray.BORDER),
                        classes,
                        networks,
                        false),
                networks.stream()
                        .filter(one -> !one.explained().stray().elsewhere().isEmpty())
                        .map(StrayView::list)
                        .toList());
    }

    private static Table overview(List<ExperimentAnalysis> networks) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : networks) {
            Stray stray = one.explained().stray();
            int count = stray.elsewhere().size();
            Optional<Stray.Group> all = stray.groups().stream()
                    .filter(group -> group.name().equals("all"))
                    .findFirst();
            rows.add(List.of(
                    Cell.experiment(one, "#localisation"),
                    stray.judged() == 0
                            ? Cell.number(Format.UNDEFINED)
                            : Cell.number(
                                    Format.percent((double) count / stray.judged()),
                                    Format.count(count) + " of " + Format.count(stray.judged())),
                    all.map(group -> cell(group.outsideHead())).orElse(Cell.number(Format.UNDEFINED)),
                    all.map(group -> cell(group.border())).orElse(Cell.number(Format.UNDEFINED))));
        }
        return new Table(
                "Right answers for the wrong reason, and mean share of the map where no evidence can be; an even map would have "
                        + Format.percent(Stray.BORDER) + " on the border",
                Table.columns("Experiment", "#Right for the wrong reason", "#Outside the head", "#On the border"),
                rows);
    }

    private static Table shares(
            String caption, List<String> classes, List<ExperimentAnalysis> networks, boolean outsideHead) {
        List<Table.Column> columns = new ArrayList<>(Table.columns("Experiment", "#Every class"));
        classes.forEach(name -> columns.add(new Table.Column(name, "number")));
        List<List<Cell>> rows = new ArrayList<>();
        for (ExperimentAnalysis one : networks) {
            List<Stray.Group> groups = one.explained().stray().groups();
            List<Cell> row = new ArrayList<>(List.of(Cell.experiment(one, "#localisation")));
            List<String> names = new ArrayList<>(List.of("all"));
            names.addAll(classes);
            for (String name : names) {
                row.add(groups.stream()
                        .filter(group -> group.name().equals(name))
                        .findFirst()
                        .map(group -> cell(outsideHead ? group.outsideHead() : group.border()))
                        .orElse(Cell.number(Format.UNDEFINED)));
            }
            rows.add(row);
        }
        return new Table(caption, columns, rows);
    }

    private static Cell cell(Estimate one) {
        return Cell.number(Format.percent(one.value()), Format.percentInterval(one));
    }

    private static Elsewhere list(ExperimentAnalysis one) {
        Stray stray = one.explained().stray();
        return new Elsewhere(
                "%s: %s".formatted(one.name(), Format.counted(stray.elsewhere().size(), "image", "images")),
                new Table(
                        "Right for the wrong reason under " + one.name() + ", the least attention on the tumour first",
                        Table.columns("Image", "Class", "#Confidence", "#Map in the tumour", "#Image in the tumour"),
                        stray.elsewhere().stream()
                                .map(image -> List.of(
                                        new Cell(image.file(), "", null, "head"),
                                        Cell.text(image.label()),
                                        Cell.number(Format.percent(image.confidence())),
                                        Cell.number(Format.percent(image.energyInside())),
                                        Cell.number(Format.percent(image.maskArea()))))
                                .toList()));
    }
}
