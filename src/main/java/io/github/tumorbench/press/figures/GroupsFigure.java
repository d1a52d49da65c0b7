package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.Family;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * Experiments by accuracy, the most accurate on top; bars beside them join those that cannot be told apart, as in a
 * critical-difference diagram turned upright (Demšar 2006).
 */
final class GroupsFigure {
    private static final int ROW = 34;
    private static final int TOP = 30;
    private static final int NAME = 34;
    private static final int BAR = 14;

    private GroupsFigure() {}

    static Figure of(StudyAnalysis study, int index) {
        Family family = study.families().get(index);
        String id = Figures.GROUPS + (index + 1);
        String title = "Who can be told apart on the same " + family.images() + " images";
        List<ExperimentAnalysis> ranked =
                family.ids().stream().map(study.within(family)::experiment).toList();
        String alternative = "Experiments from the most to the least accurate: "
                + String.join(
                        ", ",
                        ranked.stream()
                                .map(one -> one.name() + " "
                                        + Numbers.percent(
                                                one.overall().accuracy().value()))
                                .toList())
                + ". "
                + reading(family);
        return new Figure(
                id,
                title,
                reading(family),
                alternative,
                svg(id, title, alternative, family, ranked),
                table(family, ranked));
    }

    private static String reading(Family family) {
        int pairs = family.pairs().size();
        long different =
                family.pairs().stream().filter(pair -> pair.different()).count();
        return "%s of %s %s differ in accuracy after Holm’s correction; a bar joins experiments of which no two do."
                .formatted(different, pairs, pairs == 1 ? "pair" : "pairs");
    }

    private static String svg(
            String id, String title, String alternative, Family family, List<ExperimentAnalysis> ranked) {
        double bottom = TOP + (double) ROW * ranked.size();
        Sheet sheet = new Sheet(id, (int) bottom + 52);
        double left = 0;
        for (ExperimentAnalysis one : ranked) {
            left = Math.max(left, Sheet.width(Sheet.cut(one.name(), NAME), Theme.SMALL) + 14);
        }
        double bars = 62 + BAR * Math.max(1.0, family.groups().size());
        double right = Theme.WIDTH - bars;
        List<IntervalRows.Dot> dots = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            Estimate accuracy = ranked.get(i).overall().accuracy();
            dots.add(new IntervalRows.Dot(
                    accuracy, i + 0.5, Palette.ofBackbone(ranked.get(i).backbone()), Marker.of(i)));
        }
        sheet.plot(IntervalRows.plot(dots, ranked.size()), left, TOP, right - left, bottom - TOP);
        for (int i = 0; i < ranked.size(); i++) {
            double y = TOP + ROW * (i + 0.5) + 5;
            sheet.text(Sheet.cut(ranked.get(i).name(), NAME), 0, y, Anchor.START, Palette.INK, Theme.SMALL, false);
            String accuracy = Numbers.percent(ranked.get(i).overall().accuracy().value());
            sheet.text(accuracy, right + 56, y, Anchor.END, Palette.INK, Theme.SMALL, true);
        }
        List<String> ids = family.ids();
        for (int group = 0; group < family.groups().size(); group++) {
            List<String> members = family.groups().get(group);
            double x = right + 68 + BAR * group;
            double from = TOP + ROW * (ids.indexOf(members.get(0)) + 0.5) - 8;
            double to = TOP + ROW * (ids.indexOf(members.get(members.size() - 1)) + 0.5) + 8;
            sheet.line(x, from, x, to, Palette.INK, 4);
        }
        sheet.caption("not told apart", Theme.WIDTH, 14, Anchor.END);
        sheet.caption("accuracy, 95 % interval", left + (right - left) / 2, bottom + 44, Anchor.MIDDLE);
        return sheet.svg(title, alternative);
    }

    private static DataTable table(Family family, List<ExperimentAnalysis> ranked) {
        return new DataTable(
                List.of("Experiment", "Accuracy", "95 % from", "95 % to", "Groups"),
                ranked.stream()
                        .map(one -> List.of(
                                one.name(),
                                Numbers.percent(one.overall().accuracy().value()),
                                Numbers.percent(one.overall().accuracy().low()),
                                Numbers.percent(one.overall().accuracy().high()),
                                letters(family, one.id())))
                        .toList());
    }

    /** The groups an experiment belongs to, as letters. */
    private static String letters(Family family, String id) {
        StringBuilder letters = new StringBuilder();
        for (int group = 0; group < family.groups().size(); group++) {
            if (family.groups().get(group).contains(id)) {
                letters.append((char) ('a' + group));
            }
        }
        return letters.length() == 0 ? Numbers.UNDEFINED : letters.toString();
    }
}
