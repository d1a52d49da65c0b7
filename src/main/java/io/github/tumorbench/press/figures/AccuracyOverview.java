package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.Estimate;
import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.Finding;
import io.github.tumorbench.press.analysis.Findings;
import io.github.tumorbench.press.analysis.Numbers;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Accuracy of each experiment: a dot on its interval, the number beside it. */
final class AccuracyOverview {
    private static final int ROW = 44;
    private static final int TOP = 8;
    private static final int VALUE = 172;

    private AccuracyOverview() {}

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
        return new Figure(id, title, reading, alternative, svg(study, id, title, alternative), table(study));
    }

    private static String svg(StudyAnalysis study, String id, String title, String alternative) {
        int rows = Math.max(1, study.experiments().size());
        double bottom = TOP + (double) ROW * rows;
        Sheet sheet = new Sheet(id, (int) bottom + 52);
        double left = labelWidth(study);
        List<IntervalRows.Dot> dots = new ArrayList<>();
        for (int i = 0; i < study.experiments().size(); i++) {
            ExperimentAnalysis one = study.experiments().get(i);
            dots.add(new IntervalRows.Dot(
                    one.overall().accuracy(), i + 0.5, Palette.ofBackbone(one.backbone()), Marker.of(i)));
        }
        sheet.plot(IntervalRows.plot(dots, rows), left, TOP, Theme.WIDTH - left - VALUE, bottom - TOP);
        for (int i = 0; i < study.experiments().size(); i++) {
            ExperimentAnalysis one = study.experiments().get(i);
            double y = TOP + ROW * (i + 0.5) + 5;
            List<String> name = lines(one.name());
            double first = name.size() == 1 ? y : y - 8;
            sheet.text(name.get(0), 0, first, Anchor.START, Palette.INK, Theme.LABEL, false);
            name.stream().skip(1).forEach(rest -> sheet.caption(rest, 0, first + 17, Anchor.START));
            Estimate accuracy = one.overall().accuracy();
            sheet.text(
                    Numbers.percent(accuracy.value()),
                    Theme.WIDTH - VALUE + 62.0,
                    y,
                    Anchor.END,
                    Palette.INK,
                    Theme.LABEL,
                    true);
            sheet.caption(range(accuracy), Theme.WIDTH, y, Anchor.END);
        }
        sheet.caption("accuracy, 95 % interval", left + (Theme.WIDTH - left - VALUE) / 2, bottom + 44, Anchor.MIDDLE);
        return sheet.svg(title, alternative);
    }

    private static double labelWidth(StudyAnalysis study) {
        double widest = study.experiments().stream()
                .flatMap(one -> lines(one.name()).stream())
                .mapToDouble(line -> Sheet.width(line, Theme.LABEL))
                .max()
                .orElse(0);
        return Math.max(80, widest + 14);
    }

    /** A name in one line, or in two where a parenthesis says more. */
    private static List<String> lines(String name) {
        int open = name.indexOf(" (");
        return open > 0 && name.endsWith(")")
                ? List.of(
                        Sheet.cut(name.substring(0, open), 20),
                        Sheet.cut(name.substring(open + 2, name.length() - 1), 20))
                : List.of(Sheet.cut(name, 20));
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
