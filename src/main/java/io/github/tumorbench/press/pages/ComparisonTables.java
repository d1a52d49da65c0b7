package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.Comparison;
import io.github.tumorbench.press.analysis.Errors;
import io.github.tumorbench.press.analysis.Family;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The tables of the comparison page. */
final class ComparisonTables {
    /** Areas shown; the rest is in metrics.json. */
    private static final int AREAS = 30;

    private ComparisonTables() {}

    /** @param pairs of the most accurate with each of the others, never empty */
    static Table best(List<Comparison> pairs) {
        return new Table(
                pairs.get(0).firstName() + ", the most accurate, minus each of the others",
                columns("Other"),
                pairs.stream()
                        .map(one -> row(one, List.of(Cell.named(one.secondName(), Report.fileOf(one.second())))))
                        .toList());
    }

    /** @param pairs the others */
    static Table rest(List<Comparison> pairs) {
        return new Table(
                "All other pairs: the first minus the second",
                columns("First", "Second"),
                pairs.stream()
                        .map(one -> row(
                                one,
                                List.of(
                                        Cell.named(one.firstName(), Report.fileOf(one.first())),
                                        new Cell(one.secondName(), "", Report.fileOf(one.second()), "text"))))
                        .toList());
    }

    private static List<Table.Column> columns(String... names) {
        List<Table.Column> columns = new ArrayList<>(Table.columns(names));
        columns.addAll(Table.columns(
                "Verdict",
                "#Accuracy, points",
                "#p, Holm",
                "#p",
                "#Only first right",
                "#Only second right",
                "Effect",
                "#Balanced accuracy, points",
                "#Macro F1",
                "#AUROC"));
        return columns;
    }

    private static List<Cell> row(Comparison one, List<Cell> names) {
        List<Cell> cells = new ArrayList<>(names);
        cells.addAll(List.of(
                Cell.text(one.different() ? "first better" : "not told apart"),
                points(one.accuracy().best()),
                Cell.number(Numbers.p(one.holm())),
                Cell.number(Numbers.p(one.mcNemar().p())),
                Cell.number(Format.count(one.mcNemar().onlyFirst())),
                Cell.number(Format.count(one.mcNemar().onlySecond())),
                new Cell(
                        one.mcNemar().effectWord(),
                        one.mcNemar().effect() == null
                                ? ""
                                : "g " + Format.decimal(one.mcNemar().effect(), 2),
                        null,
                        "text"),
                points(one.balancedAccuracy().best()),
                difference(one.macroF1().best()),
                difference(one.aurocMacro().best())));
        return cells;
    }

    private static Cell points(Estimate one) {
        return Cell.number(
                Numbers.points(one.value()),
                one.hasInterval() ? Numbers.points(one.low()) + " to " + Numbers.points(one.high()) : "");
    }

    private static Cell difference(Estimate one) {
        return Cell.number(
                Format.decimal(one.value(), 3),
                one.hasInterval() ? Format.decimal(one.low(), 3) + " to " + Format.decimal(one.high(), 3) : "");
    }

    private record Area(Comparison pair, Comparison.Area area) {}

    static Table areas(Family family) {
        List<Area> areas = new ArrayList<>();
        family.pairs().forEach(pair -> pair.areas().forEach(area -> areas.add(new Area(pair, area))));
        areas.sort(Comparator.comparingDouble(one -> one.area().p()));
        String caption = areas.size() > AREAS
                ? "Areas under the ROC curves, paired DeLong test, the %s smallest p of %s"
                        .formatted(AREAS, areas.size())
                : "Areas under the ROC curves, paired DeLong test";
        return new Table(
                caption,
                Table.columns("First", "Second", "Class", "#AUROC, first minus second", "#p", "#p, Holm"),
                areas.stream()
                        .limit(AREAS)
                        .map(one -> List.of(
                                Cell.head(one.pair().firstName()),
                                Cell.text(one.pair().secondName()),
                                Cell.text(one.area().name()),
                                difference(one.area().difference()),
                                Cell.number(Numbers.p(one.area().p())),
                                Cell.number(Numbers.p(one.area().holm()))))
                        .toList());
    }

    static Table wrongBy(Errors errors) {
        List<List<Cell>> rows = new ArrayList<>();
        int total = errors.wrongBy().stream().mapToInt(Integer::intValue).sum();
        for (int networks = 0; networks < errors.wrongBy().size(); networks++) {
            int count = errors.wrongBy().get(networks);
            rows.add(List.of(
                    Cell.head(networks == 0 ? "none" : String.valueOf(networks)),
                    Cell.number(Format.count(count)),
                    Cell.number(Format.percent((double) count / total))));
        }
        return new Table(
                "Images by how many of the %s networks get them wrong"
                        .formatted(errors.networks().size()),
                Table.columns("Networks wrong", "#Images", "#Share"),
                rows);
    }

    static Table hardest(Errors errors) {
        return new Table(
                "The images most networks get wrong",
                Table.columns("Image", "True class", "#Networks wrong", "Most common wrong answer"),
                errors.hardest().stream()
                        .map(one -> List.of(
                                Cell.code(one.file()),
                                Cell.text(one.label()),
                                Cell.number(
                                        one.wrong() + " of " + errors.networks().size()),
                                Cell.text(one.answer())))
                        .toList());
    }

    static Table agreement(Errors errors) {
        return new Table(
                "Agreement of networks, pair by pair",
                Table.columns(
                        "First",
                        "Second",
                        "#Same answer",
                        "#Kappa",
                        "#At least one wrong",
                        "#Both wrong",
                        "#Same wrong answer"),
                errors.agreements().stream()
                        .map(one -> List.of(
                                Cell.head(one.first()),
                                Cell.text(one.second()),
                                Cell.number(Format.percent(one.same())),
                                Cell.number(Format.decimal(one.kappa(), 3)),
                                Cell.number(Format.count(one.eitherWrong())),
                                Cell.number(Format.count(one.bothWrong())),
                                Cell.number(Format.count(one.sameWrong()))))
                        .toList());
    }
}
