package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.LearningCurve;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.figures.Data.Point;
import io.github.tumorbench.press.figures.Palette.Tone;
import io.github.tumorbench.press.figures.SvgCanvas.Anchor;
import io.github.tumorbench.record.ExperimentRecord.Epoch;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/** Loss, accuracy and learning rate by epoch, one panel each over one epoch axis, the kept epoch marked throughout. */
final class LearningFigure {
    private static final int LEFT = 60;
    private static final int RIGHT = 12;
    private static final int TALL = 150;
    private static final int LOW = 54;
    private static final int GAP = 44;
    private static final int TOP = 70;
    /** How many steps of the learning rate can be labelled below each other. */
    private static final int MOST_RATES = 4;

    private final ExperimentAnalysis one;
    private final LearningCurve curve;
    private final Tone tone;
    private final double first;
    private final double last;
    private final double tick;

    private LearningFigure(ExperimentAnalysis one) {
        this.one = one;
        this.curve = one.learning();
        this.tone = Palette.ofBackbone(one.backbone());
        List<Epoch> epochs = curve.epochs();
        this.first = epochs.get(0).epoch();
        this.last = epochs.get(epochs.size() - 1).epoch();
        this.tick = Math.max(1, Scale.fromZero(last - first, 10).tick());
    }

    static Optional<Figure> of(ExperimentAnalysis one) {
        return one.learning().epochs().isEmpty() ? Optional.empty() : Optional.of(new LearningFigure(one).figure());
    }

    private Figure figure() {
        String id = Sheet.id(Figures.LEARNING, one.id());
        String title = "Learning curves of " + one.name();
        String reading = reading();
        String alternative = "Line charts of loss and accuracy on training and validation images against epoch. "
                + reading + " Training ended: " + curve.stoppingReason() + ".";
        return new Figure(id, title, reading, alternative, svg(id, title, alternative), table());
    }

    private String reading() {
        String kept = curve.epochs().stream()
                .filter(epoch -> epoch.epoch() == curve.restoredEpoch())
                .findFirst()
                .map(epoch -> "The weights of epoch %s of %s were kept: validation loss %s, validation accuracy %s"
                        .formatted(
                                epoch.epoch(),
                                curve.epochs().size(),
                                Numbers.decimal(epoch.valLoss()),
                                Numbers.percent(epoch.valAccuracy())))
                .orElse("%s epochs were trained".formatted(curve.epochs().size()));
        return kept + "; the learning rate " + rates() + "." + refit();
    }

    /** The curves are of the training that was watched; that after it has no validation images. */
    private String refit() {
        if (!curve.refitted()) {
            return "";
        }
        double loss = curve.refit().get(curve.refit().size() - 1).trainLoss();
        return " The network that is tested then learnt anew from these and the validation images together, to a training loss"
                + " of %s.".formatted(Numbers.decimal(loss));
    }

    private String rates() {
        double[] rates =
                curve.epochs().stream().mapToDouble(Epoch::learningRate).toArray();
        double least = Arrays.stream(rates).min().orElseThrow();
        double most = Arrays.stream(rates).max().orElseThrow();
        if (least == most) {
            return "stayed at " + Powers.text(most);
        }
        boolean falling = IntStream.range(1, rates.length).allMatch(i -> rates[i] <= rates[i - 1]);
        return (falling ? "fell from %s to %s" : "moved between %s and %s")
                .formatted(Powers.text(falling ? most : least), Powers.text(falling ? least : most));
    }

    private String svg(String id, String title, String alternative) {
        boolean rates = curve.learningRateChanges();
        double accuracyTop = TOP + TALL + GAP;
        double rateTop = accuracyTop + TALL + GAP;
        double bottom = rates ? rateTop + LOW : accuracyTop + TALL;
        Sheet sheet = new Sheet(id, (int) bottom + 52);
        sheet.legend(
                List.of(
                        new Sheet.Key("validation", tone, Marker.CIRCLE, false),
                        new Sheet.Key("training", Palette.MUTED, Marker.SQUARE, false)),
                LEFT,
                14,
                Theme.WIDTH);
        panel(sheet, "loss", TOP, TALL, false, loss());
        panel(sheet, "accuracy", accuracyTop, TALL, !rates, accuracy());
        if (rates) {
            panel(sheet, "learning rate", rateTop, LOW, true, rate());
        }
        double width = Theme.WIDTH - LEFT - (double) RIGHT;
        sheet.caption("epoch", LEFT + width / 2, bottom + 44, Anchor.MIDDLE);
        kept(sheet, width, bottom);
        return sheet.svg(title, alternative);
    }

    private void panel(Sheet sheet, String name, double top, double tall, boolean epochs, XYPlot plot) {
        plot.getDomainAxis().setTickLabelsVisible(epochs);
        sheet.caption(name, 0, top - 12, Anchor.START);
        sheet.plot(plot, LEFT, top, Theme.WIDTH - LEFT - (double) RIGHT, tall);
    }

    private void kept(Sheet sheet, double width, double bottom) {
        if (curve.restoredEpoch() < first || curve.restoredEpoch() > last) {
            return;
        }
        double share = (curve.restoredEpoch() - first + 0.5) / (last - first + 1);
        double x = LEFT + width * share;
        sheet.canvas().setPaint(Palette.INK.color());
        sheet.canvas().setStroke(Theme.dashed(1.2, 3, 3));
        sheet.canvas().draw(new java.awt.geom.Line2D.Double(x, TOP - 14.0, x, bottom));
        Anchor anchor = share < 0.15 ? Anchor.START : share > 0.85 ? Anchor.END : Anchor.MIDDLE;
        sheet.text("epoch " + curve.restoredEpoch() + " kept", x, TOP - 20.0, anchor, Palette.INK, Theme.SMALL, false);
    }

    private XYPlot loss() {
        Scale scale =
                Scale.fromZero(finite(Epoch::trainLoss, Epoch::valLoss).max().orElse(1), 6);
        return plot(
                Theme.axis(scale.low(), scale.high(), scale.tick(), Theme.format(scale.decimals())),
                points(Epoch::trainLoss),
                points(Epoch::valLoss));
    }

    private XYPlot accuracy() {
        Scale scale = Scale.share(
                finite(Epoch::trainAccuracy, Epoch::valAccuracy).min().orElse(0));
        return plot(
                Theme.axis(scale.low(), scale.high(), scale.tick(), Theme.format("0 %")),
                points(Epoch::trainAccuracy),
                points(Epoch::valAccuracy));
    }

    private DoubleStream finite(ToDoubleFunction<Epoch> training, ToDoubleFunction<Epoch> validation) {
        return DoubleStream.concat(
                        curve.epochs().stream().mapToDouble(training),
                        curve.epochs().stream().mapToDouble(validation))
                .filter(Double::isFinite);
    }

    private XYPlot rate() {
        List<Double> powers = curve.epochs().stream()
                .map(Epoch::learningRate)
                .filter(rate -> rate > 0)
                .map(Math::log10)
                .toList();
        double low = Math.floor(powers.stream().mapToDouble(one -> one).min().orElse(-1) + 1e-9);
        double high = Math.ceil(powers.stream().mapToDouble(one -> one).max().orElse(0) - 1e-9);
        double decades = Math.max(1, Math.ceil((high - low) / MOST_RATES));
        NumberAxis axis = Theme.axis(low, Math.max(low + 1, high), decades, new Powers());
        List<Point> points = points(epoch -> epoch.learningRate() > 0 ? Math.log10(epoch.learningRate()) : low);
        return Theme.plot(
                Data.series(List.of(points)),
                epochs(),
                axis,
                new ItemRenderer((canvas, place, series, index) -> {
                    if (index == 0) {
                        canvas.setPaint(Palette.MUTED.color());
                        canvas.setStroke(Theme.stroke(2));
                        canvas.draw(steps(points, place));
                    }
                }),
                false,
                true);
    }

    private XYPlot plot(NumberAxis range, List<Point> training, List<Point> validation) {
        List<List<Point>> lines = List.of(training, validation);
        boolean marked = training.size() <= 60;
        ItemRenderer renderer = new ItemRenderer((canvas, place, series, index) -> {
            canvas.setPaint((series == 0 ? Palette.MUTED : tone).color());
            if (index == 0) {
                canvas.setStroke(series == 0 ? Theme.dashed(1.6, 5, 3) : Theme.stroke(2.2));
                canvas.draw(line(lines.get(series), place));
            }
            if (marked) {
                Point point = lines.get(series).get(index);
                canvas.mark(series == 0 ? Marker.SQUARE : Marker.CIRCLE, place.x(point.x()), place.y(point.y()), false);
            }
        });
        return Theme.plot(Data.series(lines), epochs(), range, renderer, false, true);
    }

    private NumberAxis epochs() {
        return Theme.axis(first - 0.5, last + 0.5, tick, Theme.format("0"));
    }

    /** The epochs where the quantity is a number: a diverged training has some where it is not. */
    private List<Point> points(ToDoubleFunction<Epoch> value) {
        return curve.epochs().stream()
                .map(epoch -> new Point(epoch.epoch(), value.applyAsDouble(epoch)))
                .filter(point -> Double.isFinite(point.y()))
                .toList();
    }

    private static Path2D line(List<Point> points, ItemRenderer.Place place) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.size(); i++) {
            double x = place.x(points.get(i).x());
            double y = place.y(points.get(i).y());
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }

    private static Path2D steps(List<Point> points, ItemRenderer.Place place) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.size(); i++) {
            double left = place.x(points.get(i).x() - 0.5);
            double y = place.y(points.get(i).y());
            if (i == 0) {
                path.moveTo(left, y);
            } else {
                path.lineTo(left, y);
            }
            path.lineTo(place.x(points.get(i).x() + 0.5), y);
        }
        return path;
    }

    private DataTable table() {
        return new DataTable(
                List.of(
                        "Epoch",
                        "Learning rate",
                        "Training loss",
                        "Training accuracy",
                        "Validation loss",
                        "Validation accuracy"),
                curve.epochs().stream()
                        .map(epoch -> Stream.of(
                                        epoch.epoch() + (epoch.epoch() == curve.restoredEpoch() ? " (kept)" : ""),
                                        Powers.text(epoch.learningRate()),
                                        Numbers.decimal(epoch.trainLoss()),
                                        Numbers.percent(epoch.trainAccuracy()),
                                        Numbers.decimal(epoch.valLoss()),
                                        Numbers.percent(epoch.valAccuracy()))
                                .toList())
                        .toList());
    }
}
