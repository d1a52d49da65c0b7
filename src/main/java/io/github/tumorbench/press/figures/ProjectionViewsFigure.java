package io.github.tumorbench.press.figures;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.ProjectedImage;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.figures.Palette.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The t-SNE plane again, small: by correctness and, where patients are known, by whether they are and by patient. */
final class ProjectionViewsFigure {
    private static final double GAP = 16;
    private static final int COLUMNS = 3;
    private static final double SIDE = (Theme.WIDTH - (COLUMNS - 1) * GAP) / COLUMNS;
    private static final int PATIENTS = 8;

    private static final Map<Marker, Marker> LARGER = Map.of(Marker.DOT, Marker.CIRCLE, Marker.DASH, Marker.POST);
    private static final int LEGEND_ROW = 20;

    private ProjectionViewsFigure() {}

    /**
     * Some of the images.
     *
     * @param marker in the plane; a legend has the larger one like it
     */
    private record Layer(String name, List<ProjectedImage> images, Tone tone, Marker marker) {}

    private record View(String title, List<Layer> layers) {}

    static Optional<Figure> of(ExperimentAnalysis one) {
        if (one.projection().isEmpty()) {
            return Optional.empty();
        }
        String id = Sheet.id(Figures.PROJECTION_VIEWS, one.id());
        List<View> views = views(one);
        String title = "The same plane by other properties";
        String reading = views.size() == 1
                ? "Wrong predictions in the plane; no patient of the test images is known."
                : "Wrong predictions in the plane, the images of known patients, and the %s patients with most test images."
                        .formatted(views.get(2).layers().size() - 1);
        String alternative = "t-SNE plane of %s. ".formatted(one.name())
                + String.join(
                        " ", views.stream().map(ProjectionViewsFigure::words).toList());
        return Optional.of(
                new Figure(id, title, reading, alternative, svg(id, title, alternative, views), table(views)));
    }

    private static String words(View view) {
        return view.title() + ": "
                + String.join(
                        ", ",
                        view.layers().stream()
                                .map(layer -> layer.images().size() + " " + layer.name())
                                .toList())
                + ".";
    }

    private static List<View> views(ExperimentAnalysis one) {
        List<View> views = new ArrayList<>();
        views.add(new View(
                "Correctness",
                List.of(
                        layer("right", one, ProjectedImage::correct, Palette.RIGHT, Marker.DOT),
                        layer("wrong", one, image -> !image.correct(), Palette.WRONG, Marker.DIAMOND))));
        if (one.projection().stream().anyMatch(image -> image.patient() != null)) {
            views.add(new View(
                    "Patient known",
                    List.of(
                            layer("unknown", one, image -> image.patient() == null, Palette.WRONG, Marker.DASH),
                            layer("known", one, image -> image.patient() != null, Palette.RIGHT, Marker.DOT))));
            views.add(patients(one));
        }
        return views;
    }

    private static View patients(ExperimentAnalysis one) {
        Map<String, Integer> counts = new TreeMap<>();
        one.projection().stream()
                .filter(image -> image.patient() != null)
                .forEach(image -> counts.merge(image.patient(), 1, Integer::sum));
        List<String> most = counts.keySet().stream()
                .sorted(Comparator.comparingInt((String patient) -> -counts.get(patient)))
                .limit(PATIENTS)
                .toList();
        List<Layer> layers = new ArrayList<>();
        layers.add(layer("others", one, image -> !most.contains(image.patient()), Palette.GRID, Marker.DOT));
        for (int i = 0; i < most.size(); i++) {
            String patient = most.get(i);
            layers.add(layer(patient, one, image -> patient.equals(image.patient()), Palette.ofClass(i), Marker.of(i)));
        }
        return new View("Single patients", layers);
    }

    private static Layer layer(
            String name, ExperimentAnalysis one, Predicate<ProjectedImage> wanted, Tone tone, Marker marker) {
        return new Layer(name, one.projection().stream().filter(wanted).toList(), tone, marker);
    }

    private static String svg(String id, String title, String alternative, List<View> views) {
        Plane plane = Plane.of(views.get(0));
        double tall = SIDE * plane.ratio();
        int rows = views.stream().mapToInt(view -> legendRows(view)).max().orElse(1);
        double top = 26;
        Sheet sheet = new Sheet(id, (int) Math.ceil(top + tall + 14 + rows * LEGEND_ROW));
        for (int i = 0; i < views.size(); i++) {
            double x = i * (SIDE + GAP);
            sheet.text(views.get(i).title(), x, 14, SvgCanvas.Anchor.START, Palette.INK, Theme.SMALL, true);
            for (Layer layer : views.get(i).layers()) {
                draw(sheet.canvas(), layer, plane, x, top, tall);
            }
            legend(sheet, views.get(i), x, top + tall + 22);
        }
        return sheet.svg(title, alternative);
    }

    private static int legendRows(View view) {
        return (view.layers().size() + 1) / 2;
    }

    private static void legend(Sheet sheet, View view, double x, double y) {
        for (int i = 0; i < view.layers().size(); i++) {
            Layer layer = view.layers().get(i);
            double left = x + i % 2 * SIDE / 2;
            double baseline = y + i / 2 * (double) LEGEND_ROW;
            sheet.mark(
                    LARGER.getOrDefault(layer.marker(), layer.marker()), left + 5, baseline - 4.5, layer.tone(), false);
            sheet.caption(Sheet.cut(layer.name(), 10), left + 15, baseline, SvgCanvas.Anchor.START);
        }
    }

    private static void draw(SvgCanvas canvas, Layer layer, Plane plane, double left, double top, double tall) {
        canvas.setPaint(layer.tone().color());
        for (ProjectedImage image : layer.images()) {
            double x = left + 5 + (SIDE - 10) * plane.x(image);
            double y = top + 5 + (tall - 10) * plane.y(image);
            canvas.mark(layer.marker(), x, y, false);
        }
    }

    /** Where all images lie. */
    private record Plane(double left, double bottom, double width, double height) {
        static Plane of(View all) {
            List<ProjectedImage> images = all.layers().stream()
                    .flatMap(layer -> layer.images().stream())
                    .toList();
            double left = images.stream().mapToDouble(ProjectedImage::x).min().orElse(0);
            double right = images.stream().mapToDouble(ProjectedImage::x).max().orElse(1);
            double bottom = images.stream().mapToDouble(ProjectedImage::y).min().orElse(0);
            double top = images.stream().mapToDouble(ProjectedImage::y).max().orElse(1);
            double least = 1e-6 + 0.3 * Math.max(right - left, top - bottom);
            return new Plane(left, bottom, Math.max(least, right - left), Math.max(least, top - bottom));
        }

        /** Height over width, within what looks well. */
        double ratio() {
            return Math.max(0.6, Math.min(1.4, height / width));
        }

        double x(ProjectedImage image) {
            return (image.x() - left) / width;
        }

        double y(ProjectedImage image) {
            return 1 - (image.y() - bottom) / height;
        }
    }

    private static DataTable table(List<View> views) {
        List<List<String>> rows = new ArrayList<>();
        for (View view : views) {
            for (Layer layer : view.layers()) {
                rows.add(List.of(
                        view.title(),
                        layer.name(),
                        String.valueOf(layer.images().size()),
                        mean(layer, true),
                        mean(layer, false)));
            }
        }
        return new DataTable(List.of("Coloured by", "Group", "Images", "Mean x", "Mean y"), rows);
    }

    private static String mean(Layer layer, boolean x) {
        return Numbers.decimal(
                layer.images().stream()
                        .mapToDouble(image -> x ? image.x() : image.y())
                        .average()
                        .orElse(Double.NaN),
                1);
    }
}
