package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.Family;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.findings.Finding;
import io.github.tumorbench.press.analysis.findings.Findings;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Accuracy of each experiment: a dot on its interval, the number beside it; by protocol where there are several. */
final class AccuracyOverview {
    private static final int ROW = 30;
    private static final int TOP = 8;
    private static final int VALUE = 172;
    private static final int LONGEST = 34;

    private AccuracyOverview() {}

    /** An experiment, or a heading where it is null. */
    private record Row(String text, ExperimentAnalysis experiment) {}

    static Figure of(StudyAnalysis study) {
        String id = Figures.ACCURACY;
        String title = "Accuracy on the test images";
        String alternative = "Dot plot of accuracy with 95 % intervals. "
                + study.experiments().stream()
                        .map(one -> one.name() + ": " + text(one.overall().accuracy()) + ".")
                        .collect(Collectors.joining(" "));
        String reading = Findings.of(study).stream()
                .filter(finding -> finding.section().equals(Findings.COMPARISON))
                .map(Finding::sentence)
                .findFirst()
                .orElse("There is no test image to measure accuracy on.");
        return new Figure(id, title, reading, alternative, svg(rows(study), id, title, alternative), table(study));
    }

    private static List<Row> rows(StudyAnalysis study) {
        List<Row> rows = new ArrayList<>();
        for (Family family : study.families()) {
            List<ExperimentAnalysis> members =
                    family.ids().stream().map(study.within(family)::experiment).toList();
            if (study.families().size() > 1) {
                rows.add(new Row(
                        members.stream()
                                .map(ExperimentAnalysis::protocol)
                                .distinct()
                                .collect(Collectors.joining(", ")),
                        null));
            }
            members.forEach(one -> rows.add(new Row(Sheet.cut(one.name(), LONGEST), one)));
        }
        return rows;
    }

    private static String svg(List<Row> rows, String id, String title, String alternative) {
        int count = Math.max(1, rows.size());
        double bottom = TOP + (double) ROW * count;
        Sheet sheet = new Sheet(id, (int) bottom + 52);
        double widest = rows.stream()
                .mapToDouble(row -> Sheet.width(row.text(), Theme.SMALL))
                .max()
                .orElse(0);
        double left = Math.max(80, widest + 14);
        List<IntervalRows.Dot> dots = new ArrayList<>();
        int place = 0;
        for (int i = 0; i < rows.size(); i++) {
            ExperimentAnalysis one = rows.get(i).experiment();
            if (one == null) {
                place = 0;
            } else {
                dots.add(new IntervalRows.Dot(
                        one.overall().accuracy(), i + 0.5, Palette.ofBackbone(one.backbone()), Marker.of(place++)));
            }
        }
        sheet.plot(IntervalRows.plot(dots, count), left, TOP, Theme.WIDTH - left - VALUE, bottom - TOP);
        for (int i = 0; i < rows.size(); i++) {
            words(sheet, rows.get(i), TOP + ROW * (i + 0.5) + 5);
        }
        sheet.caption("accuracy, 95 % interval", left + (Theme.WIDTH - left - VALUE) / 2, bottom + 44, Anchor.MIDDLE);
        return sheet.svg(title, alternative);
    }

    private static void words(Sheet sheet, Row row, double y) {
        if (row.experiment() == null) {
            sheet.text(row.text(), 0, y, Anchor.START, Palette.MUTED, Theme.SMALL, true);
            return;
        }
        sheet.text(row.text(), 0, y, Anchor.START, Palette.INK, Theme.SMALL, false);
        Estimate accuracy = row.experiment().overall().accuracy();
        double right = Theme.WIDTH - VALUE + 62.0;
        sheet.text(Numbers.percent(accuracy.value()), right, y, Anchor.END, Palette.INK, Theme.LABEL, true);
        sheet.caption(range(accuracy), Theme.WIDTH, y, Anchor.END);
    }

    private static String range(Estimate accuracy) {
        return accuracy.hasInterval()
                ? Numbers.decimal(100 * accuracy.low(), 1) + "–" + Numbers.decimal(100 * accuracy.high(), 1)
                : Numbers.UNDEFINED;
    }

    private static String text(Estimate one) {
        return one.hasInterval()
                ? "%s (%s to %s)"
                        .formatted(
                                Numbers.percent(one.value()), Numbers.percent(one.low()), Numbers.percent(one.high()))
                : Numbers.percent(one.value());
    }

    private static DataTable table(StudyAnalysis study) {
        return new DataTable(
                List.of("Experiment", "Accuracy", "95 % from", "95 % to", "Images"),
                study.experiments().stream()
                        .map(one -> List.of(
                                one.name(),
                                Numbers.percent(one.overall().accuracy().value()),
                                Numbers.percent(one.overall().accuracy().low()),
                                Numbers.percent(one.overall().accuracy().high()),
                                String.valueOf(one.images())))
                        .toList());
    }
}
